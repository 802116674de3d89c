import { mediaTypeOf, mediumOf } from "./media-kind.ts";

/** What a file's first bytes say that it is, whatever its name. */
export type FileKind =
  | "zip"
  | "html"
  | "xml"
  | "pdf"
  | "image"
  | "media"
  | "rar"
  | "sevenZip"
  | "gzip"
  | "program"
  | "office"
  | "text"
  | "empty"
  | "other";

const signatures: [FileKind, string][] = [
  ["zip", "504b0304"],
  ["zip", "504b0506"],
  ["zip", "504b0708"],
  ["pdf", "255044462d"],
  ["rar", "526172211a07"],
  ["sevenZip", "377abcaf271c"],
  ["gzip", "1f8b"],
  ["program", "4d5a"],
  ["program", "7f454c46"],
  ["office", "d0cf11e0a1b11ae1"],
];

/** `head`: the first kilobyte, or all of a shorter file. */
export function fileKind(head: Buffer): FileKind {
  if (head.length === 0) return "empty";
  const hex = head.subarray(0, 8).toString("hex");
  const signature = signatures.find(([, start]) => hex.startsWith(start));
  if (signature) return signature[0];
  const shown = mediaTypeOf(head);
  if (shown) return mediumOf(shown) === "image" ? "image" : "media";
  const text = head
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^<(!doctype html|html|head|body|script)/i.test(text)) return "html";
  if (text.startsWith("<?xml") || /^<[a-z]/i.test(text)) return "xml";

  return /[\u0000-\u0008\uFFFD]/.test(text) ? "other" : "text";
}
