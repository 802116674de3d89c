import type { TextFigures } from "./text-figures.ts";

/**
 * SMOG-Cro: years of school needed to understand a text, 2 plus the square root of the words of four and more syllables,
 * counted over thirty sentences as in the SMOG that it was made of. S. Brangan, Development of SMOG-Cro Readability Formula
 * for Healthcare Communication and Patient Education, Collegium Antropologicum 39 (2015). It was tested for Croatian:
 * Bosnian, Montenegrin and Serbian are counted by it as the nearest, in either script.
 */
export function smogCro({ words, sentences }: TextFigures): number {
  const long = words.filter((word) => southSlavicSyllables(word) >= 4).length;
  return 2 + Math.sqrt((long * 30) / sentences);
}

/** A syllable to every vowel, and to an r that stands between consonants: "krv", "prvi". */
export function southSlavicSyllables(word: string): number {
  return word.toLowerCase().match(/[aeiouаеиоу]|(?<![aeiouаеиоу])[rр](?![aeiouаеиоуjј])/g)?.length ?? 0;
}
