import { languageName } from "#app/platform/languages.ts";

import type { Fault } from "./fault.ts";
import type { LessonMeasures } from "./lesson-measures.server.ts";

/** Words in a sentence of a lesson, on average; ours have 12 to 14. */
const mostWords = 20;

/** Years of school that a lesson may ask for, where a formula was published for its language. */
const mostYears = 12;

/** Formulas that count in years of school. */
const inYears = ["Flesch–Kincaid", "SMOG-Cro"];

/** Lessons that are hard to read in a language: long sentences on average, or words beyond what school teaches all. */
export function readingWarnings(measures: LessonMeasures[]): Fault[] {
  return measures.flatMap(({ lesson, language, reading }): Fault[] => {
    if (!reading) return [];
    const at = { file: `lessons/${lesson}/${language}.md`, line: 1 };
    const values = { lesson, language: languageName(language) };
    const words = Math.round(reading.wordsPerSentence);
    if (words > mostWords) {
      return [{ ...at, key: "faults.longSentences", values: { ...values, words, most: mostWords } }];
    }
    const found = reading.levels.find(({ formula }) => inYears.includes(formula));
    const years = Math.round(found?.value ?? 0);
    if (years <= mostYears) return [];
    return [{ ...at, key: "faults.hardWords", values: { ...values, years, most: mostYears } }];
  });
}
