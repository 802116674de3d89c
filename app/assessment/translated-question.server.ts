import { isDeepStrictEqual } from "node:util";

import type { QuestionText } from "#app/library/question-format.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { isDerivedLanguage, type Language } from "#app/platform/languages.ts";

import { mainLanguage, translatedFrom } from "./completeness.ts";
import type { StoredQuestion } from "./stored-question.server.ts";

type Texts = ReadonlyMap<Language, QuestionText>;

/**
 * Where a question changes in a language that others are translated from, notes what those were made of; what was noted
 * before stays. To be called with every change of a question, in its transaction.
 */
export async function keepSources(
  tx: Transaction,
  { questionId, texts }: Pick<StoredQuestion, "questionId" | "texts">,
  after: Texts,
): Promise<void> {
  const main = mainLanguage(texts);
  const translated = [...texts.keys()].filter((tag) => tag !== main && !isDerivedLanguage(tag));
  const changed = translated.flatMap((language) => {
    const from = translatedFrom(texts, language);
    const source = texts.get(from);
    return source && !isDeepStrictEqual(source, after.get(from)) ? [{ language, source }] : [];
  });
  await tx.translatedQuestion.createMany({
    data: changed.map(({ language, source }) => ({ questionId, language, source, notedAt: clock.now() })),
    skipDuplicates: true,
  });
}

/** Notes that a translation says what the question says now. */
export async function forgetSource(tx: Transaction, questionId: string, language: Language): Promise<void> {
  await tx.translatedQuestion.deleteMany({ where: { questionId, language } });
}

/** What translations into a language were made of, by question, where it may differ from what the question says now. */
export async function sourcesOf(
  tx: Transaction,
  questionIds: string[],
  language: Language,
): Promise<Map<string, QuestionText>> {
  const rows = await tx.translatedQuestion.findMany({ where: { questionId: { in: questionIds }, language } });
  return new Map(rows.map(({ questionId, source }) => [questionId, source as QuestionText]));
}
