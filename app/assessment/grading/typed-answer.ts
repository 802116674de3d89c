import type { Folding } from "#app/library/question-format.ts";
import { withPlainMarks } from "#app/platform/plain-marks.ts";
import { toSerbianLatin } from "#app/platform/transliterate.ts";

/** What a typed answer is compared with. */
type TypedKey = { accepted: { text: string; percent: number }[]; fold: Folding; wildcards: boolean };

/** Longest answer that is read: of what is typed into one line, so that comparing stays quick. */
export const longestTypedAnswer = 500;

/** Letters of the Macedonian alphabet that Serbian lacks, in Latin (ISO 9:1995; ѕ as in Macedonian passports). */
const macedonian: Record<string, string> = {
  ѓ: "ǵ",
  Ѓ: "Ǵ",
  ќ: "ḱ",
  Ќ: "Ḱ",
  ѕ: "dz",
  Ѕ: "Dz",
  ѐ: "e",
  Ѐ: "E",
  ѝ: "i",
  Ѝ: "I",
};

/** Letters that people write with two where a keyboard lacks them. */
const pairsForLetters: Record<string, string> = { đ: "dj", Đ: "Dj", ǵ: "gj", Ǵ: "Gj", ḱ: "kj", Ḱ: "Kj" };

/** What a typed answer is worth in percent: the best of the accepted answers that it is; 0 when it is none of them. */
export function percentOfTyped(key: TypedKey, answer: string): number {
  const folded = foldedText(answer, key.fold);
  if (folded === "" || folded.length > 2 * longestTypedAnswer) return 0;
  const matching = key.accepted.filter(({ text }) => {
    const wanted = foldedText(text, key.fold);
    return key.wildcards ? fits(wanted, folded) : wanted === folded;
  });
  return Math.max(0, ...matching.map(({ percent }) => percent));
}

/**
 * A text without the differences that do not count. White space around it and doubled never counts, nor the shape of
 * quotation marks, apostrophes and dashes, which phones put in by themselves.
 */
export function foldedText(text: string, fold: Folding): string {
  let result = withPlainMarks(text.normalize("NFKC")).replace(/\s+/g, " ").trim();
  if (fold.script) {
    result = toSerbianLatin(result.replace(/[ЃѓЌќЅѕЀѐЍѝ]/g, (letter) => macedonian[letter] ?? letter));
  }
  if (fold.diacritics) {
    result = result
      .replace(/[ĐđǴǵḰḱ]/g, (letter) => pairsForLetters[letter] ?? letter)
      .normalize("NFD")
      // Only of Latin letters: й and ѓ are letters of their own, not и and г with a mark.
      .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
      .normalize("NFC");
  }
  return fold.case ? result.toLowerCase() : result;
}

/**
 * Whether a text fits a pattern in which * stands for any characters. Goes back to the last * only, so that its time is
 * at most the product of the two lengths, which a regular expression cannot promise.
 */
function fits(pattern: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let afterStar = 0;
  while (place < text.length) {
    if (pattern[at] === "*") {
      star = at;
      at += 1;
      afterStar = place;
    } else if (at < pattern.length && pattern[at] === text[place]) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      afterStar += 1;
      place = afterStar;
    } else {
      return false;
    }
  }
  return [...pattern.slice(at)].every((letter) => letter === "*");
}
