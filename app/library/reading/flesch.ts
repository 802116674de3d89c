import { englishSyllables } from "./english-syllables.ts";
import { type TextFigures, wordsPerSentence } from "./text-figures.ts";

/**
 * Flesch Reading Ease, 0 (hard) to 100 (easy); 60 to 70 is plain English. R. Flesch, A new readability yardstick, Journal of
 * Applied Psychology 32 (1948), doi:10.1037/h0057532. English only.
 */
export function fleschReadingEase(text: TextFigures, syllablesOf = englishSyllables): number {
  return 206.835 - 1.015 * wordsPerSentence(text) - 84.6 * syllablesPerWord(text, syllablesOf);
}

/**
 * Flesch–Kincaid: years of school in the United States. J. P. Kincaid et al., Derivation of new readability formulas for
 * Navy enlisted personnel, Research Branch Report 8-75 (1975). English only.
 */
export function fleschKincaidGrade(text: TextFigures, syllablesOf = englishSyllables): number {
  return 0.39 * wordsPerSentence(text) + 11.8 * syllablesPerWord(text, syllablesOf) - 15.59;
}

function syllablesPerWord({ words }: TextFigures, syllablesOf: (word: string) => number): number {
  return words.reduce((sum, word) => sum + syllablesOf(word), 0) / words.length;
}
