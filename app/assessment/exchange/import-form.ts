import type { Language } from "#app/platform/languages.ts";

import { categoryPath } from "../category-path.ts";
import { mainLanguageOf } from "../completeness.ts";
import { maxQuestionFileBytes } from "./exchange-limits.ts";

/** Of the form with the file. */
export const importLimits = {
  maxFileBytes: maxQuestionFileBytes,
  maxFormBytes: maxQuestionFileBytes + 1024 ** 2,
};

/** Category of questions that neither the file nor the trainer puts anywhere. */
const usualCategory: Partial<Record<Language, string>> = {
  en: "Imported",
  sq: "Të importuara",
  mk: "Увезени",
  "sr-Cyrl": "Увезено",
  bs: "Uvezeno",
  cnr: "Uvezeno",
};

/** In which language the file is, and where questions without a category go. */
export function readImportChoices(
  { language = "", category = "" }: Record<string, string>,
  ofPage: Language,
): { language: Language; category: string } {
  const main = mainLanguageOf(language || ofPage);
  return { language: main, category: categoryPath(category) || (usualCategory[main] ?? "Imported") };
}
