/** A name inside a path: "/" divides, so one in a name becomes "∕". */
const inName = (name: string) => name.trim().replaceAll("/", "∕");

const longestPath = 240;

/** Names as a path, shortened to what the database takes. */
export function pathOf(names: string[]): string {
  return names
    .map(inName)
    .filter((name) => name !== "")
    .join("/")
    .slice(0, longestPath)
    .replace(/\/[^/]*\/?$/, (end) => (end.endsWith("/") ? end.slice(0, -1) : end));
}

/** Moodle's "$course$/top/Consent/Images": "//" is a "/" in a name; where the categories lie in Moodle is left out. */
export function moodlePath(path: string): string {
  const names = path
    .replaceAll("//", "\u0000")
    .split("/")
    .map((name) => name.replaceAll("\u0000", "/"));
  const own = /^\$.*\$$/.test(names[0]?.trim() ?? "") ? names.slice(1) : names;
  return pathOf(own[0]?.trim() === "top" ? own.slice(1) : own);
}
