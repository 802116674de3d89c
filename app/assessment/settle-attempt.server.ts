import type { Question } from "#app/library/question-format.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { type AttemptScore, regradedScore } from "./regrade-effect.ts";
import { getQuestionVersions } from "./stored-question.server.ts";
import { getQuizVersion } from "./stored-quiz.server.ts";

/** The result of graded items: the share of each question's points, and whether every critical one is wholly right. */
export function scoreOfItems(
  items: { question: Pick<Question, "points" | "critical">; fraction: number }[],
  settings: { passMark: number; criticalMustBeRight: boolean },
): AttemptScore {
  const points = items.reduce((sum, { question, fraction }) => sum + question.points * fraction, 0);
  const maxPoints = items.reduce((sum, { question }) => sum + question.points, 0);
  const percent = maxPoints > 0 ? (100 * points) / maxPoints : 0;
  const criticalMissed = items.filter(({ question, fraction }) => question.critical && !isWhole(fraction)).length;
  return {
    points,
    maxPoints,
    criticalMissed,
    isPassed: percent >= settings.passMark - 1e-9 && (!settings.criticalMustBeRight || criticalMissed === 0),
  };
}

/** Whether an answer is right as a whole; the allowance is for sums that binary numbers cannot hold. */
export function isWhole(fraction: number): boolean {
  return fraction >= 1 - 1e-9;
}

/**
 * Works out the result of a submitted attempt from what its items were graded, in the transaction that graded them; null
 * while one waits for a person. A pass once given stays, unless `takesPassAway`. What follows from the result is due
 * then: after the commit the caller concludes the attempt.
 */
export async function settleAttempt(
  tx: Transaction,
  attemptId: string,
  { takesPassAway = false }: { takesPassAway?: boolean } = {},
): Promise<{ before: AttemptScore | null; after: AttemptScore } | null> {
  const attempt = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { items: { omit: { response: true, presentation: true } } },
  });
  if (attempt.items.some(({ fraction }) => fraction === null)) return null;
  const { settings } = await getQuizVersion(attempt.quizVersionId, tx);
  const stored = await getQuestionVersions(
    attempt.items.map(({ gradedVersionId, questionVersionId }) => gradedVersionId ?? questionVersionId),
    tx,
  );
  const score = scoreOfItems(
    attempt.items.map(({ fraction }, index) => ({
      question: stored[index]?.question as Question,
      fraction: fraction as number,
    })),
    settings,
  );
  const before = attempt.gradedAt ? scoreIn(attempt) : null;
  const after = before ? regradedScore(before, score, { takesPassAway }) : score;
  await tx.attempt.update({
    where: { id: attemptId },
    data: { ...after, gradedAt: attempt.gradedAt ?? clock.now(), isOutcomeDue: true },
  });
  return { before, after };
}

/** The result as an attempt's row holds it. */
export function scoreIn(row: {
  points: number | null;
  maxPoints: number | null;
  criticalMissed: number | null;
  isPassed: boolean | null;
}): AttemptScore {
  return {
    points: row.points ?? 0,
    maxPoints: row.maxPoints ?? 0,
    criticalMissed: row.criticalMissed ?? 0,
    isPassed: Boolean(row.isPassed),
  };
}
