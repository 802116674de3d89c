import { clock, seconds } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { allowanceOf } from "../allowance.server.ts";
import { deadlineOf } from "../attempt-deadline.ts";
import { submitAttempt } from "../jobs.ts";
import { getQuizVersion } from "../stored-quiz.server.ts";

/**
 * Has an attempt submitted when its time is up and answers under way have come in. To be called after the commit that
 * began it. A queue that is away holds up nobody's test: the sweep finds the attempt.
 */
export async function scheduleClosing({
  id,
  deadlineAt,
  graceSeconds,
}: {
  id: string;
  deadlineAt: Date | null;
  graceSeconds: number;
}): Promise<void> {
  if (!deadlineAt) return;
  const delay = deadlineAt.getTime() - clock.now().getTime() + seconds(graceSeconds + 1);
  await enqueue(submitAttempt, { attemptId: id }, id, delay).catch((error: unknown) =>
    log.warn({ err: error }, "an attempt's closing was not scheduled"),
  );
}

/**
 * Works out the deadlines of a learner's open attempts anew, in the transaction that changed what she is given or the
 * quiz's dates, so that extra time reaches an attempt under way.
 */
export async function moveDeadlines(
  tx: Transaction,
  where: { enrolmentId?: string; quizId?: string },
): Promise<void> {
  const attempts = await tx.attempt.findMany({
    where: { ...where, submittedAt: null },
    select: { id: true, enrolmentId: true, quizId: true, quizVersionId: true, startedAt: true },
  });
  for (const { id, enrolmentId, quizId, quizVersionId, startedAt } of attempts) {
    const { settings } = await getQuizVersion(quizVersionId, tx);
    const deadlineAt = deadlineOf(settings, await allowanceOf(tx, enrolmentId, quizId), startedAt);
    await tx.attempt.update({ where: { id }, data: { deadlineAt } });
  }
}

/** Attempts whose time is up, and those whose result nothing has followed from yet: what a lost job left behind. */
export async function listLeftBehind(): Promise<{ overdue: string[]; unconcluded: string[] }> {
  const now = clock.now();
  const overdue = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM attempt
    WHERE submitted_at IS NULL AND deadline_at IS NOT NULL
      AND deadline_at + grace_seconds * interval '1 second' < ${now}::timestamptz`;
  const unconcluded = await db.attempt.findMany({ where: { isOutcomeDue: true }, select: { id: true } });
  return { overdue: overdue.map(({ id }) => id), unconcluded: unconcluded.map(({ id }) => id) };
}
