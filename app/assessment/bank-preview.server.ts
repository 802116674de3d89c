import type { Actor } from "#app/identity/actor.ts";
import type { Language } from "#app/platform/languages.ts";

import { getBankQuestion } from "./bank-question.server.ts";
import { answerChecked, inlineQuestion } from "./inline-check.server.ts";
import type { AnswerFields } from "./response.ts";
import { questionTextIn } from "./stored-question.server.ts";

/** A question as learners see it. Leaves no trace; throws like `getBankQuestion`. */
export async function previewBankQuestion(
  actor: Actor,
  bankId: string,
  questionId: string,
  language: Language,
) {
  const { bank, question } = await getBankQuestion(actor, bankId, questionId);
  const { key, stored } = question;
  return {
    bank,
    id: questionId,
    key,
    type: stored.question.type,
    isCritical: stored.question.critical,
    isFallback: questionTextIn(stored, language).isFallback,
    question: inlineQuestion({ ...stored, key }, language),
  };
}

/** What a learner is told who answers so. Nothing is stored; throws like `getBankQuestion`. */
export async function previewBankAnswer(
  actor: Actor,
  bankId: string,
  questionId: string,
  fields: AnswerFields,
  language: Language,
) {
  const { question } = await getBankQuestion(actor, bankId, questionId);
  const { key, stored } = question;
  return { id: key, given: fields, ...answerChecked({ ...stored, key }, fields, language) };
}
