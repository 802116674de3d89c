import { addQuestion } from "#app/assessment/bank-question.server.ts";
import { makeSharedBank } from "#app/assessment/bank-directory.server.ts";
import type { FormFields } from "#app/assessment/editor/form-fields.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { QuestionText, QuestionType } from "#app/library/question-format.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";
import type { SentFile } from "#app/platform/sent-form.server.ts";

import { everyQuestion } from "./every-question.ts";

/** A shared bank of this trainer. */
export function sharedBank(editor: Actor, title = "Shared questions"): Promise<string> {
  return makeSharedBank(editor, title);
}

/** A question of some type, written in English, in a bank; returns its id. Its files are named only. */
export function questionIn(
  editor: Actor,
  bankId: string,
  type: QuestionType = "single",
  given: { key?: string; category?: string; texts?: Map<Language, QuestionText>; tags?: string[] } = {},
): Promise<string> {
  const { structure, text } = everyQuestion[type];
  return addQuestion(editor, bankId, {
    key: given.key ?? "",
    category: given.category ?? "Basics",
    structure: { ...structure, tags: given.tags ?? structure.tags },
    texts: given.texts ?? new Map([["en", text]]),
    files: [],
  });
}

/** The bank of a course, and the id of one of its questions. */
export async function bankOf({ courseId }: PublishedCourse, key: string) {
  const { id, bankId } = await db.bankQuestion.findFirstOrThrow({ where: { key, bank: { courseId } } });
  return { bankId, questionId: id };
}

/** The form as the editor's page would send it. */
export function sentForm(fields: FormFields) {
  return { fields, files: new Map<string, SentFile>() };
}
