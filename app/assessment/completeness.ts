import type { Question, QuestionText } from "#app/library/question-format.ts";
import { type Language, languages } from "#app/platform/languages.ts";

import { textFields } from "./editor/text-form.ts";
import { textParts } from "./editor/text-parts.ts";

/** The languages that people write questions in; others are derived. */
export const writtenLanguages: Language[] = languages
  .filter(({ derivedFrom }) => derivedFrom === null)
  .map(({ tag }) => tag);

/** How much of a question there is in a language: needed texts that are written, of all that are needed. */
export type Completeness = { language: Language; written: number; needed: number };

type Written = { question: Question; texts: ReadonlyMap<Language, QuestionText> };

/**
 * How complete a question is in each language it can be written in. Optional texts (explanation, situation) count where
 * the first language has them: whoever reads the second should not be told less.
 */
export function completenessOf({ question, texts }: Written): Completeness[] {
  const main = texts.get(mainLanguage(texts));
  const mainFields = main ? textFields(main) : {};
  const names = textParts(question)
    .filter(({ name, isNeeded }) => isNeeded || (mainFields[name] ?? "") !== "")
    .map(({ name }) => name);
  return writtenLanguages.map((language) => {
    const text = texts.get(language);
    const fields = text ? textFields(text) : {};
    const written = names.filter((name) => (fields[name] ?? "") !== "").length;
    return { language, written, needed: names.length };
  });
}

/** Whether a question has every text in a language. */
export function isCompleteIn(question: Written, language: Language): boolean {
  return completenessOf(question).some((one) => one.language === language && one.written === one.needed);
}

/** The language in which a question is written first, with its key: English where there is English. */
export function mainLanguage(texts: ReadonlyMap<Language, unknown>): Language {
  return writtenLanguages.find((language) => texts.has(language)) ?? "en";
}

/** The language that texts in this one are written as: of a derived language, the one it is derived from. */
export function mainLanguageOf(given: string): Language {
  const language = languages.find(({ tag }) => tag === given);
  return language?.derivedFrom ?? language?.tag ?? "en";
}
