import { toSerbianLatin } from "#app/platform/transliterate.ts";

const longest = 48;

/** A title as an id: lower-case Latin letters, digits and hyphens; `fallback` when nothing of it is left. */
export function slugOf(title: string, fallback: string): string {
  const plain = toSerbianLatin(title)
    .replace(/[đĐ]/g, "dj")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  return plain || fallback;
}

/** `slug`, or `slug-2`, `slug-3` … when it is taken. */
export function freeSlug(slug: string, isTaken: (candidate: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!isTaken(candidate)) return candidate;
  }
}
