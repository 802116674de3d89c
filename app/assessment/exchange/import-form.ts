import type { Language } from "#app/platform/languages.ts";

import { categoryPath } from "../category-path.ts";
import { mainLanguageOf } from "../completeness.ts";

/** Of the form with the file, in bytes. A file that is read whole may be so large. */
export const largestImport = 65 * 1024 ** 2;

/** Category of questions that neither the file nor the trainer puts anywhere. */
const usualCategory: Record<string, string> = { en: "Imported", "sr-Cyrl": "Увезено" };

/** In which language the file is, and where questions without a category go. */
export function readImportChoices(
  { language = "", category = "" }: Record<string, string>,
  ofPage: Language,
): { language: Language; category: string } {
  const main = mainLanguageOf(language || ofPage);
  return { language: main, category: categoryPath(category) || (usualCategory[main] ?? "Imported") };
}
