import { z } from "zod";

import {
  canTranslate,
  noteCompared,
  type QuestionTranslation,
  writeQuestionTranslation,
} from "#app/assessment/question-translations.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { asTyped } from "#app/library/translation-unit.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";

import { questionPath } from "./workbench-export.server.ts";
import { questionsOf } from "./workbench-questions.server.ts";
import type { Workbench } from "./workbench.server.ts";
import type { XliffPreview } from "./xliff-preview.ts";
import type { XliffFile } from "./xliff.ts";

/** What would be written into a question of the bank. */
export const plannedQuestion = z.object({
  key: z.string(),
  versionId: z.string(),
  /** Every text of it has come back translated: it says what the question says now. */
  isDone: z.boolean(),
  texts: z.array(z.tuple([z.string(), z.string()])),
});

export type PlannedQuestion = z.infer<typeof plannedQuestion>;

/** Looks through a returned question; what would change and what would not is added to the preview. */
export async function plannedQuestionOf(
  actor: Actor,
  { bank, language }: { bank: string; language: Language },
  question: QuestionTranslation,
  file: XliffFile,
  preview: XliffPreview,
): Promise<PlannedQuestion[]> {
  const { id: questionId, key, versionId, q } = question;
  const path = questionPath(key);
  const title = `${key}: ${q}`;
  const texts = new Map<string, string>();
  const confirmed = new Set<string>();
  for (const { id, source, target, state } of file.units) {
    const unit = question.units.find(({ name }) => name === id);
    if (!unit) preview.unknown.push(`${path} ${id}`);
    else if (asTyped(unit.source) !== asTyped(source)) preview.changedSources.push(`${path} ${id}`);
    else if (asTyped(target) !== "") {
      if (state !== "initial") confirmed.add(id);
      if (asTyped(target) !== asTyped(unit.target)) texts.set(id, asTyped(target));
    }
  }
  if (texts.size > 0 && !(await canTranslate(actor, bank, { questionId, versionId, language, texts }))) {
    preview.misfits.push(title);
    return [];
  }
  for (const [id, after] of texts) {
    const before = question.units.find(({ name }) => name === id)?.target ?? "";
    preview.changes.push({ name: path, title, id, before, after });
  }
  const isDone =
    question.units.some(({ source, before }) => source !== before) &&
    question.units.every(({ name, source }) => source === "" || confirmed.has(name));
  if (isDone) preview.done.push({ name: path, title });
  return texts.size > 0 || isDone ? [{ key, versionId, isDone, texts: [...texts] }] : [];
}

/** Writes what a preview has shown; returns the questions that stay as they are, because somebody has changed them. */
export async function importQuestions(
  actor: Actor,
  workbench: Workbench,
  language: Language,
  planned: PlannedQuestion[],
): Promise<string[]> {
  if (planned.length === 0) return [];
  const { bank, questions } = await questionsOf(actor, workbench, { language, reader: defaultLanguage });
  const left: string[] = [];
  for (const { key, versionId, texts, isDone } of planned) {
    const question = questions.find((one) => one.key === key);
    const isSame = question?.versionId === versionId;
    const written = { questionId: question?.id ?? "", versionId, language, texts: new Map(texts) };
    const outcome = !isSame
      ? "overtaken"
      : texts.length > 0
        ? await writeQuestionTranslation(actor, bank, written)
        : "saved";
    if (outcome !== "saved") left.push(questionPath(key));
    else if (isDone) await noteCompared(actor, bank, written.questionId, language);
  }
  return left;
}
