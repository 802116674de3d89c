import { fleschKincaidGrade, fleschReadingEase } from "./flesch.ts";
import { smogCro } from "./smog-cro.ts";
import type { TextFigures } from "./text-figures.ts";

type Level = { formula: string; value: number };

/**
 * What the formulas published for a language say of a text; nothing where none was found: Albanian and Macedonian have
 * LIX and the lengths of sentences and words only.
 */
export function readingLevels(text: TextFigures, language: string): Level[] {
  if (language === "en") {
    return [
      { formula: "Flesch Reading Ease", value: fleschReadingEase(text) },
      { formula: "Flesch–Kincaid", value: fleschKincaidGrade(text) },
    ];
  }
  return ["sr-Cyrl", "sr-Latn", "bs", "cnr"].includes(language)
    ? [{ formula: "SMOG-Cro", value: smogCro(text) }]
    : [];
}
