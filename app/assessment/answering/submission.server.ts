import type { Response } from "#app/library/question-format.ts";
import { clock } from "#app/platform/clock.ts";
import { inTurn, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import { openGradingTasks } from "../grading-task.server.ts";
import { getQuestionVersions, type StoredQuestion } from "../stored-question.server.ts";
import { getQuizVersion } from "../stored-quiz.server.ts";
import { scoreOfItems } from "./attempt-score.ts";
import { fractionOf } from "./fraction.ts";

type LockedAttempt = {
  id: string;
  quizVersionId: string;
  submittedAt: Date | null;
  deadlineAt: Date | null;
  graceSeconds: number;
  isPassed: boolean | null;
};

type Graded = { position: number; stored: StoredQuestion; fraction: number | null };

/**
 * Ends an attempt with what was saved and grades it, all items in one statement. Submitting again changes nothing. What
 * a person has to grade leaves the result open. At the deadline (`by`) only when answers can no longer come in; an
 * attempt whose deadline was moved on stays open. What follows from the result is due then: the caller concludes it.
 */
export async function submitAttemptById(
  attemptId: string,
  by: "learner" | "deadline",
): Promise<{ isPassed: boolean }> {
  return inTurn(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId);
    const now = clock.now();
    if (attempt.submittedAt || (by === "deadline" && !isOver(attempt, now))) {
      return { isPassed: Boolean(attempt.isPassed) };
    }
    const graded = await gradeItems(tx, attempt);
    const score = await resultOf(attempt, graded, tx);
    const { deadlineAt } = attempt;
    await tx.attempt.update({
      where: { id: attemptId },
      data: {
        // A worker may come later than the deadline; what depends on the end of an attempt does not.
        submittedAt: deadlineAt && deadlineAt < now ? deadlineAt : now,
        ...score,
        gradedAt: score.isPassed === null ? null : now,
        isOutcomeDue: true,
      },
    });
    if (score.isPassed === null) await openGradingTasks(tx, attemptId);
    return { isPassed: Boolean(score.isPassed) };
  });
}

/** Whether no answer can come in any more, not even a late one that was given in time. */
export function isOver(
  { deadlineAt, graceSeconds }: Pick<LockedAttempt, "deadlineAt" | "graceSeconds">,
  now = clock.now(),
): boolean {
  return deadlineAt !== null && deadlineAt.getTime() + graceSeconds * 1000 < now.getTime();
}

/** No answer is taken in meanwhile: store_answer waits for this lock, and then finds the attempt submitted. */
async function lockAttempt(tx: Transaction, attemptId: string): Promise<LockedAttempt> {
  const [attempt] = await tx.$queryRaw<LockedAttempt[]>`
    SELECT id, quiz_version_id AS "quizVersionId", submitted_at AS "submittedAt", deadline_at AS "deadlineAt",
           grace_seconds AS "graceSeconds", is_passed AS "isPassed"
    FROM attempt WHERE id = ${attemptId} FOR UPDATE`;
  if (!attempt) throw new NotFoundError();
  return attempt;
}

async function gradeItems(tx: Transaction, { id: attemptId }: LockedAttempt): Promise<Graded[]> {
  const items = await tx.attemptItem.findMany({
    where: { attemptId },
    select: { position: true, questionVersionId: true, response: true },
  });
  const versions = await getQuestionVersions(
    items.map(({ questionVersionId }) => questionVersionId),
    tx,
  );
  const graded = items.map(({ position, response }, index) => {
    const stored = versions[index] as StoredQuestion;
    return { position, stored, fraction: fractionOf(stored.question, response as Response | null) };
  });
  const rows = graded.map(({ position, stored, fraction }) => ({
    position,
    fraction,
    points: fraction === null ? null : fraction * stored.question.points,
    is_correct: fraction === null ? null : fraction >= 1 - 1e-9,
  }));
  await tx.$executeRaw`
    UPDATE attempt_item SET fraction = graded.fraction, points = graded.points, is_correct = graded.is_correct
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS graded (position integer, fraction float8, points float8, is_correct boolean)
    WHERE attempt_id = ${attemptId} AND attempt_item.position = graded.position`;
  return graded;
}

async function resultOf({ quizVersionId }: LockedAttempt, graded: Graded[], tx: Transaction) {
  const { settings } = await getQuizVersion(quizVersionId, tx);
  const items = graded.map(({ stored, fraction }) => ({
    question: stored.question,
    fraction: fraction ?? 0,
  }));
  const score = scoreOfItems(items, settings);
  const isWaiting = graded.some(({ fraction }) => fraction === null);
  return isWaiting
    ? { points: null, maxPoints: score.maxPoints, criticalMissed: null, isPassed: null }
    : score;
}
