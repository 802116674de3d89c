import { type WrittenLanguage, writtenLanguages } from "#app/platform/languages.ts";

/** In which language a trainer says a source is: one of ours, or another one. */
export const foreignLanguages = [...writtenLanguages, "other"] as const;
export type ForeignLanguage = (typeof foreignLanguages)[number];

/** Tags of our languages as manifests and Moodle write them, by their beginnings. */
const ours: [beginning: RegExp, WrittenLanguage][] = [
  [/^en\b/, "en"],
  [/^(sq|alb)\b/, "sq"],
  [/^(mk|mac|mkd)\b/, "mk"],
  [/^(cnr|sr-me)\b/, "cnr"],
  [/^bs\b(?!-cyrl)/, "bs"],
];

/**
 * Which of our languages a source is in, null for another. Serbian counts only where it is written in Cyrillic: Serbian
 * Latin is made of that here and never written.
 */
export function foreignLanguage(tag: string | null, words: string): WrittenLanguage | null {
  const plain = (tag ?? "").toLowerCase().replaceAll("_", "-");
  const found = ours.find(([beginning]) => beginning.test(plain));
  if (found) return found[1];
  if (!/^sr\b/.test(plain) || /^sr-(lt|latn)\b/.test(plain)) return null;
  const isMarked = /^sr-(cr|cyrl)\b/.test(plain);
  return isMarked || /\p{Script=Cyrillic}/u.test(words) ? "sr-Cyrl" : null;
}
