import type { MarkForm } from "#app/assessment/mark-form.ts";
import { giveMarkIn } from "#app/assessment/mark.server.ts";
import { requestQuizStatistics } from "#app/assessment/quiz-statistics.server.ts";
import { applyRegradeOnce } from "#app/assessment/regrade.server.ts";
import { withdrawCompletionIn } from "#app/assessment/withdrawal.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { dispatchMail } from "#app/notifications/outgoing-mail.server.ts";
import { serializable } from "#app/platform/db.server.ts";

import { concludeAttempt, concludeOrLeave } from "./learner-steps.server.ts";

/** Gives a mark; with the last one of an attempt its result is there, and what follows from it. Throws like `giveMarkIn`. */
export async function giveMark(
  actor: Actor,
  courseSlug: string,
  taskId: string,
  form: MarkForm,
): Promise<void> {
  const { attemptId, isSettled, mailId } = await serializable((tx) =>
    giveMarkIn(tx, actor, courseSlug, taskId, form),
  );
  if (isSettled) await concludeOrLeave(attemptId);
  if (mailId) await dispatchMail(mailId);
}

/**
 * Applies a regrade and does what follows: activities and courses that are complete now, passes taken away, mails, and
 * statistics, which count by the version that graded. Safe to repeat: what is done already is left alone.
 */
export async function performRegrade(regradeId: string): Promise<void> {
  const { quizId, attemptIds, withdrawnIds, mailIds } = await applyRegradeOnce(regradeId);
  for (const attemptId of attemptIds) await concludeAttempt(attemptId);
  for (const attemptId of withdrawnIds) await serializable((tx) => withdrawCompletionIn(tx, attemptId));
  for (const mailId of mailIds) await dispatchMail(mailId);
  await requestQuizStatistics(quizId);
}
