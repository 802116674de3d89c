import { categoryPath } from "../category-path.ts";

/** Names as a path of ours: "/" divides, so one in a name becomes "∕". */
export function pathOf(names: string[]): string {
  return categoryPath(names.map((name) => name.replaceAll("/", "∕")).join("/"));
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

/** The opposite: as Moodle and GIFT write it. */
export function writtenMoodlePath(path: string): string {
  return `top/${path.replaceAll("∕", "//")}`;
}
