import { expect, test } from "vitest";

import { fleschKincaidGrade, fleschReadingEase } from "#app/library/reading/flesch.ts";
import { lix, rix } from "#app/library/reading/lix.ts";
import { readingLevels } from "#app/library/reading/reading-level.ts";
import { minutesToRead } from "#app/library/reading/reading-time.ts";
import { smogCro } from "#app/library/reading/smog-cro.ts";
import { lettersPerWord, textFigures, wordsPerSentence } from "#app/library/reading/text-figures.ts";

/** The example of the English Wikipedia, "Flesch–Kincaid readability tests": 13 words, 24 syllables, grade 11.3. */
const platypus = textFigures(
  ["The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."],
  "en",
);
const asCountedThere: Record<string, number> = {
  The: 1,
  Australian: 3,
  platypus: 3,
  is: 1,
  seemingly: 3,
  a: 1,
  hybrid: 2,
  of: 1,
  mammal: 2,
  and: 1,
  reptilian: 3,
  creature: 2,
};

test("Flesch–Kincaid gives the published grade of the published example", () => {
  const syllables = (word: string) => asCountedThere[word] ?? 0;
  // 13 words in one sentence, 24 syllables: 0.39 × 13 + 11.8 × 24 / 13 − 15.59 = 5.07 + 21.785 − 15.59.
  expect(fleschKincaidGrade(platypus, syllables)).toBeCloseTo(11.265, 3);
  // 206.835 − 1.015 × 13 − 84.6 × 24 / 13 = 206.835 − 13.195 − 156.185.
  expect(fleschReadingEase(platypus, syllables)).toBeCloseTo(37.455, 3);
});

test("the easiest English there can be has the highest Flesch Reading Ease, 121.22", () => {
  // One word of one syllable in each sentence: 206.835 − 1.015 − 84.6; the limit is given beside the example above.
  expect(fleschReadingEase(textFigures(["Go. Stay. Think."], "en"))).toBeCloseTo(121.22, 5);
});

test("LIX adds words in a sentence and percent of words with more than six letters (Björnsson 1968)", () => {
  // Sentences of 6 and 4 words; 3 of the 10 words are long: evidence, pictures, together. 10 / 2 + 100 × 3 / 10.
  const text = textFigures(["Keep the evidence, then the pictures. Look at it together."], "en");
  expect(text.sentences).toBe(2);
  expect(lix(text)).toBe(35);
  expect(rix(text)).toBe(1.5);
});

test("the border of a long word is the seventh letter; marks and hyphens are none, letters with signs are one", () => {
  // "Šestoro" has seven, "šestina" seven, "petoro" six, "me-đu-tim" seven without its hyphens: 3 of 4, one sentence.
  expect(lix(textFigures(["Šestoro, šestina, petoro me-đu-tim."], "bs"))).toBe(4 + 75);
  expect(lix(textFigures(["Шесторо, шестина, петоро ме-ђу-тим."], "sr-Cyrl"))).toBe(4 + 75);
});

test("SMOG-Cro is 2 and the root of the words of four and more syllables in thirty sentences (Brangan 2015)", () => {
  // "sigurnosti" 4, "dokumentovati" 6; "telefona" 4, "prvi" 2: three long words in two sentences are 45 in thirty.
  const text = textFigures(["Prvi korak je plan sigurnosti. Treba dokumentovati sve s telefona."], "bs");
  expect(smogCro(text)).toBeCloseTo(2 + Math.sqrt(45), 10);
  const cyrillic = textFigures(
    ["Први корак је план сигурности. Треба документовати све с телефона."],
    "sr-Cyrl",
  );
  expect(smogCro(cyrillic)).toBe(smogCro(text));
});

test("a language has the formulas that were published for it or its nearest, and none else", () => {
  const text = textFigures(["Një fjali."], "sq");
  const named = (language: string) => readingLevels(text, language).map(({ formula }) => formula);
  expect(named("en")).toEqual(["Flesch Reading Ease", "Flesch–Kincaid"]);
  expect(named("cnr")).toEqual(["SMOG-Cro"]);
  expect(named("sq")).toEqual([]);
  expect(named("mk")).toEqual([]);
});

test("a paragraph without a full stop is a sentence, an ordinal number does not end one", () => {
  const text = textFigures(
    ["Sačuvajte dokaze", "Od 17. februara 2024. važi u cijelosti. Zatim – 3. korak."],
    "bs",
  );
  expect(text.sentences).toBe(3);
  // Sačuvajte, dokaze | Od, 17, februara, 2024, važi, u, cijelosti | Zatim, 3, korak: 12 words with 56 letters.
  expect(wordsPerSentence(text)).toBe(4);
  expect(lettersPerWord(text)).toBeCloseTo(56 / 12, 10);
});

test("reading takes 68 ms a character, spaces apart (IReST, 2012)", () => {
  // 1,000 words of four letters and a full stop: 5,000 × 0.068 s = 340 s.
  expect(minutesToRead("word. ".repeat(1000))).toBeCloseTo(340 / 60, 10);
});
