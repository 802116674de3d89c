import type { Glossary } from "./glossary.ts";

/** A term that a text names, and how it is to be called. */
export type NamedTerm = { en: string; note: string | null; agreed: string[] };

/** The terms that a source text names, in the order of the glossary, for a language that has agreed on them. */
export function termsIn(glossary: Glossary, source: string, language: string): NamedTerm[] {
  const text = source.toLowerCase();
  return glossary.flatMap(({ en, note = null, in: agreed }) => {
    const words = agreed[language];
    return words !== undefined && placesOf(en, text).length > 0 ? [{ en, note, agreed: [words].flat() }] : [];
  });
}

/** Where a text names a term, also in the plural. */
export function placesOf(en: string, text: string): { start: number; end: number }[] {
  const name = en.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = text
    .toLowerCase()
    .matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?:s|es)?(?![\\p{L}\\p{N}])`, "gu"));
  return [...found].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/**
 * Whether a translation uses one of the agreed ways to say a term. Words are told by their beginnings, because all these
 * languages inflect their ends; they need not stand together.
 */
export function usesAgreed(target: string, agreed: string[]): boolean {
  const written = wordsOf(target);
  return agreed.some((words) =>
    wordsOf(words).every((word) => written.some((other) => other.startsWith(stemOf(word)))),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** About two thirds of a word, no less than three letters. */
function stemOf(word: string): string {
  return word.slice(0, Math.max(3, Math.ceil(word.length * 0.6)));
}
