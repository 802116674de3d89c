/** A path as it was written, put in order: "Consent / Images " is "Consent/Images". Empty when there is no name in it. */
export function categoryPath(written: string): string {
  return written
    .split("/")
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => name !== "")
    .join("/")
    .slice(0, 200);
}
