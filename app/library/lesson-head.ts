/** The head of a lesson's file between lines of three hyphens: as a whole, and what it says; null when it has none. */
export function headOf(markdown: string): { whole: string; head: string | null } {
  const found = /^---\r?\n([^]*?)^---\r?$/m.exec(markdown);
  if (found?.index !== 0) return { whole: "", head: null };
  return { whole: found[0], head: found[1] ?? "" };
}
