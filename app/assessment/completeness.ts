import type { Question, QuestionText } from "#app/library/question-format.ts";
import {
  baseOf,
  defaultLanguage,
  isLanguage,
  type Language,
  sourceOf,
  writtenLanguages,
} from "#app/platform/languages.ts";

import { textFields } from "./editor/text-form.ts";
import { textParts } from "./editor/text-parts.ts";

/** How much of a question there is in a language: needed texts that are written, of all that are needed. */
export type Completeness = { language: Language; written: number; needed: number };

type Written = { question: Question; texts: ReadonlyMap<Language, QuestionText> };

/**
 * How complete a question is in each language it can be written in. Optional texts (explanation, situation) count where
 * the first language has them: whoever reads the second should not be told less. A language based on another has what
 * that one has until it says otherwise.
 */
export function completenessOf({ question, texts }: Written): Completeness[] {
  const main = texts.get(mainLanguage(texts));
  const mainFields = main ? textFields(main) : {};
  const names = textParts(question)
    .filter(({ name, isNeeded }) => isNeeded || (mainFields[name] ?? "") !== "")
    .map(({ name }) => name);
  return writtenLanguages.map((language) => {
    const text = textOrBase(texts, language);
    const fields = text ? textFields(text) : {};
    const written = names.filter((name) => (fields[name] ?? "") !== "").length;
    return { language, written, needed: names.length };
  });
}

/** What a language says, or what the one that it is based on says for it. */
export function textOrBase<Text>(texts: ReadonlyMap<Language, Text>, language: Language): Text | undefined {
  const base = baseOf(language);
  return texts.get(language) ?? (base ? texts.get(base) : undefined);
}

/** The language that a translation into this one is made of: the one that it is based on, where the question has that. */
export function translatedFrom(texts: ReadonlyMap<Language, unknown>, language: Language): Language {
  const base = baseOf(language);
  return base && texts.has(base) ? base : mainLanguage(texts);
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
  return sourceOf(given) ?? (isLanguage(given) ? given : defaultLanguage);
}
