import { recordOutcome } from "#app/learning/progress.server.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { allowanceOf } from "./allowance.server.ts";
import { attemptsAllowed } from "./availability.ts";
import { type MarkedAttempt, type Outcome, outcomeOf } from "./outcome.ts";
import type { StoredQuiz } from "./stored-quiz.server.ts";

/** What a learner's attempts at a quiz come to, by the quiz's present scoring; null before one is marked wholly. */
export async function quizOutcome(
  client: Transaction,
  enrolmentId: string,
  quiz: Pick<StoredQuiz, "id" | "settings">,
): Promise<Outcome | null> {
  const attempts = await client.attempt.findMany({
    where: { enrolmentId, quizId: quiz.id, submittedAt: { not: null }, isPassed: { not: null } },
    select: { number: true, points: true, maxPoints: true, criticalMissed: true, isPassed: true },
  });
  return outcomeOf(quiz.settings, attempts.map(markedAttempt));
}

export function markedAttempt(attempt: {
  number: number;
  points: number | null;
  maxPoints: number | null;
  criticalMissed: number | null;
  isPassed: boolean | null;
}): MarkedAttempt {
  const { number, points, maxPoints, criticalMissed, isPassed } = attempt;
  return {
    number,
    percent: maxPoints ? (100 * (points ?? 0)) / maxPoints : 0,
    criticalMissed: criticalMissed ?? 0,
    isPassed: Boolean(isPassed),
  };
}

/** Works out what a learner's attempts at a quiz have come to and leaves it with her progress. */
export async function noteOutcome(
  tx: Transaction,
  { enrolmentId, activityId, quiz }: { enrolmentId: string; activityId: string; quiz: StoredQuiz },
): Promise<Outcome | null> {
  const outcome = await quizOutcome(tx, enrolmentId, quiz);
  if (!outcome) return null;
  const allowed = attemptsAllowed(quiz.settings, await allowanceOf(tx, enrolmentId, quiz.id));
  const taken = await tx.attempt.count({
    where: { enrolmentId, quizId: quiz.id, submittedAt: { not: null } },
  });
  await recordOutcome(tx, enrolmentId, activityId, {
    bestPercent: outcome.percent,
    criticalMissed: outcome.criticalMissed,
    attemptsLeft: allowed === null ? null : Math.max(0, allowed - taken),
  });
  return outcome;
}

/** `noteOutcome` for these quizzes wherever the outline of the learner's version of the course has them. */
export async function noteOutcomes(
  tx: Transaction,
  enrolment: { id: string; courseVersionId: string },
  quizzes: StoredQuiz[],
): Promise<void> {
  const { structure } = await getCourseVersion(enrolment.courseVersionId, tx);
  for (const activity of structure.course.outline) {
    const quiz = activity.kind === "quiz" && quizzes.find(({ slug }) => slug === activity.quiz);
    if (quiz) await noteOutcome(tx, { enrolmentId: enrolment.id, activityId: activity.id, quiz });
  }
}
