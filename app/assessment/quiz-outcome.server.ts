import { recordOutcome } from "#app/learning/progress.server.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
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

/**
 * Works out what a learner's attempts at a quiz have come to and leaves it with her progress. An assignment notes also
 * that a person has still to grade it.
 */
export async function noteOutcome(
  tx: Transaction,
  { enrolmentId, activityId, quiz }: { enrolmentId: string; activityId: string; quiz: StoredQuiz },
): Promise<Outcome | null> {
  const outcome = await quizOutcome(tx, enrolmentId, quiz);
  const isWaiting = quiz.settings.mode === "assignment" && (await waitsForPerson(tx, enrolmentId, quiz.id));
  if (!outcome && !isWaiting) return null;
  const allowed = attemptsAllowed(quiz.settings, await allowanceOf(tx, enrolmentId, quiz.id));
  const taken = await tx.attempt.count({
    where: { enrolmentId, quizId: quiz.id, submittedAt: { not: null } },
  });
  await recordOutcome(tx, enrolmentId, activityId, {
    bestPercent: outcome?.percent ?? null,
    criticalMissed: outcome?.criticalMissed ?? 0,
    attemptsLeft: allowed === null ? null : Math.max(0, allowed - taken),
    ...(isWaiting && { isWaiting }),
  });
  return outcome;
}

async function waitsForPerson(tx: Transaction, enrolmentId: string, quizId: string): Promise<boolean> {
  const where = { enrolmentId, quizId, submittedAt: { not: null }, isPassed: null };
  return (await tx.attempt.count({ where })) > 0;
}

/** `noteOutcome` for these quizzes wherever the outline of the learner's version of the course has them. */
export async function noteOutcomes(
  tx: Transaction,
  enrolment: { id: string; courseVersionId: string },
  quizzes: StoredQuiz[],
): Promise<void> {
  const { structure } = await getCourseVersion(enrolment.courseVersionId, tx);
  for (const activity of structure.course.outline) {
    const quiz = quizzes.find(({ slug }) => slug === quizOf(activity));
    if (quiz) await noteOutcome(tx, { enrolmentId: enrolment.id, activityId: activity.id, quiz });
  }
}
