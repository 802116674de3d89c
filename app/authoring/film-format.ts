/** Films that few browsers play, by their first bytes, with what ffmpeg calls them. */
const signatures: [format: string, start: RegExp][] = [
  ["mov", /^.{8}6674797071742020/],
  ["mov", /^.{8}66747970336770/],
  ["mov", /^.{8}(6d6f6f76|6d646174|77696465)/],
  ["avi", /^52494646.{8}41564920/],
  ["asf", /^3026b2758e66cf11/],
  ["mpeg", /^000001ba/],
  ["flv", /^464c5601/],
];

/** What ffmpeg reads a film as that has to be converted; null for other files, and for MP4 and WebM. */
export function formatToConvert(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 16)).toString("hex");
  const found = signatures.find(([, signature]) => signature.test(start))?.[0] ?? null;
  // Matroska and WebM begin alike and say further on which they are.
  const isMatroska = start.startsWith("1a45dfa3") && Buffer.from(head.subarray(0, 64)).includes("matroska");
  return found ?? (isMatroska ? "matroska" : null);
}
