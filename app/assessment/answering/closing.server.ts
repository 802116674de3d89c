import { clock, seconds } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { allowancesOf } from "../allowance.server.ts";
import { closingUnderWay, deadlineOf } from "../attempt-deadline.ts";
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
 * Works out the deadlines of open attempts anew, in the serializable transaction that changed what a learner is given or
 * when the quiz closes, so that extra time and a later closing reach attempts under way.
 */
export async function moveDeadlines(
  tx: Transaction,
  where: { enrolmentId?: string; quizId?: string },
): Promise<void> {
  const attempts = await tx.attempt.findMany({
    where: { ...where, submittedAt: null },
    select: {
      id: true,
      enrolmentId: true,
      quizId: true,
      quizVersionId: true,
      startedAt: true,
      quiz: { select: { currentVersionId: true } },
    },
  });
  const allowances = await allowancesOf(
    tx,
    attempts.map(({ enrolmentId }) => enrolmentId),
  );
  const moved = [];
  for (const { id, enrolmentId, quizId, quizVersionId, startedAt, quiz } of attempts) {
    const { settings } = await getQuizVersion(quizVersionId, tx);
    const { settings: current } = await getQuizVersion(quiz.currentVersionId ?? quizVersionId, tx);
    const closesAt = closingUnderWay(settings.closesAt, current.closesAt);
    const deadline = deadlineOf({ ...settings, closesAt }, allowances(enrolmentId, quizId), startedAt);
    moved.push({ id, deadline });
  }
  await tx.$executeRaw`
    UPDATE attempt SET deadline_at = moved.deadline
    FROM json_to_recordset(${JSON.stringify(moved)}::json) AS moved (id text, deadline timestamptz)
    WHERE attempt.id = moved.id AND attempt.deadline_at IS DISTINCT FROM moved.deadline`;
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
