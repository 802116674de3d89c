import { isDeepStrictEqual } from "node:util";

import type { Actor } from "#app/identity/actor.ts";
import type { QuestionType, Response } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { type AnswerFields, responseOf } from "../response.ts";
import { getQuestionVersion } from "../stored-question.server.ts";
import { saveAnswer } from "./answer.server.ts";
import type { OtherAnswer } from "./answer-receipt.ts";
import { attemptFrame, type AttemptPlace } from "./attempt-frame.server.ts";
import { partAt, prefixOf } from "./question-prefix.ts";

/** An answer that another window has given, too. `own`: the fields that this form had. */
type MetAnswer = {
  position: number;
  type: QuestionType;
  own: AnswerFields;
  met: { isConflict: boolean; outcome: string; revision: number; own: string[]; other: OtherAnswer };
};

/**
 * Takes in what a form with several questions holds, question by question, so that a mistake in one keeps back no other.
 * What is open stays open. Errors belong to the form's fields. Throws like `saveAnswer`.
 */
export async function saveAnswers(
  actor: Actor,
  place: AttemptPlace,
  fields: AnswerFields,
  language: Language,
): Promise<{ isPractice: boolean; errors: FormErrors | null; met: MetAnswer[] }> {
  const frame = await attemptFrame(actor, place);
  const rows = await db.attemptItem.findMany({
    where: { attemptId: frame.id, attempt: { enrolment: { userId: actor.id } } },
    select: { position: true, response: true },
  });
  const stored = new Map(rows.map(({ position, response }) => [position, response as Response | null]));
  const errors: FormErrors = {};
  const met: MetAnswer[] = [];
  for (const [position, { questionVersionId, presentation }] of frame.items) {
    const own = partAt(position, fields);
    const before = stored.get(position) ?? null;
    if (own.revision === undefined || (before === null && !isGiven(own))) continue;
    const { question } = await getQuestionVersion(questionVersionId);
    // Sent along with the others: another window must not be told of a change that is none.
    const read = responseOf(question, presentation, own, before);
    if (!read.errors && isDeepStrictEqual(read.response, before)) continue;
    const saved = await saveAnswer(actor, place, position, own, language);
    for (const [name, key] of Object.entries(saved.errors ?? {})) errors[prefixOf(position) + name] = key;
    const { receipt, isConflict } = saved;
    if (!receipt?.other) continue;
    met.push({ position, type: question.type, own, met: { ...receipt, other: receipt.other, isConflict } });
  }
  return { isPractice: frame.isMarkedAtOnce, errors: Object.keys(errors).length > 0 ? errors : null, met };
}

const answerFields = /^(answer$|part-)/;

function isGiven(fields: AnswerFields): boolean {
  return Object.entries(fields).some(([name, value]) => answerFields.test(name) && value.length > 0);
}
