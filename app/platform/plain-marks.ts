/** A text with straight quotation marks and apostrophes and simple hyphens, to compare by: phones and editors change them. */
export function withPlainMarks(text: string): string {
  return text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, "-");
}
