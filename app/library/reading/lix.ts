import { lettersIn, type TextFigures, wordsPerSentence } from "./text-figures.ts";

/** More than six letters. */
const longest = 6;

/**
 * LIX: words in a sentence plus the percentage of words of more than six letters. C. H. Björnsson, Läsbarhet, 1968. Its
 * steps of difficulty are those of Swedish: what "normal" newspapers came to in other languages, says Björnsson,
 * Readability of Newspapers in 11 Languages, Reading Research Quarterly 18 (1983), doi:10.2307/747382. He ends a sentence
 * at a colon too; here it goes on, which makes the figure a little higher.
 */
export function lix(text: TextFigures): number {
  return wordsPerSentence(text) + (100 * longWords(text)) / text.words.length;
}

/** RIX: long words in a sentence. J. Anderson, Lix and Rix, Journal of Reading 26 (1983). */
export function rix(text: TextFigures): number {
  return longWords(text) / text.sentences;
}

function longWords({ words }: TextFigures): number {
  return words.filter((word) => lettersIn(word) > longest).length;
}
