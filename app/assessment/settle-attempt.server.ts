import type { Question } from "#app/library/question-format.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { type AttemptScore, scoreOfItems } from "./answering/attempt-score.ts";
import { regradedScore } from "./regrade-effect.ts";
import { getQuestionVersions } from "./stored-question.server.ts";
import { getQuizVersion } from "./stored-quiz.server.ts";

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
