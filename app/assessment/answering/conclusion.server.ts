import { markCompleted } from "#app/learning/progress.server.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { noteOutcome } from "../quiz-outcome.server.ts";
import { getQuiz } from "../stored-quiz.server.ts";

/**
 * Draws the conclusions of a submitted attempt in the caller's serializable transaction: what the learner's attempts at
 * the quiz have come to and, when that is a pass, that its activity is completed. An activity once completed stays so.
 * Returns the enrolment whose course may be complete now; null when nothing was due.
 */
export async function concludeAttemptIn(tx: Transaction, attemptId: string): Promise<string | null> {
  const attempt = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      isOutcomeDue: true,
      enrolmentId: true,
      quiz: { select: { slug: true } },
      enrolment: { select: { courseVersionId: true } },
    },
  });
  if (!attempt.isOutcomeDue) return null;
  const { enrolmentId } = attempt;
  const { courseVersionId } = attempt.enrolment;
  await tx.attempt.update({ where: { id: attemptId }, data: { isOutcomeDue: false } });
  const { structure } = await getCourseVersion(courseVersionId, tx);
  const activity = structure.course.outline.find(
    (candidate) => candidate.kind === "quiz" && candidate.quiz === attempt.quiz.slug,
  );
  // The version that she is on now may not ask this quiz any more.
  if (!activity) return null;
  const quiz = await getQuiz(courseVersionId, attempt.quiz.slug, tx);
  const outcome = await noteOutcome(tx, { enrolmentId, activityId: activity.id, quiz });
  if (!outcome?.isPassed) return null;
  await markCompleted(tx, enrolmentId, activity.id);
  return enrolmentId;
}
