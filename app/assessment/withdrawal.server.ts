import { markIncomplete } from "#app/learning/progress.server.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { outcomeOf } from "./outcome.ts";
import { getQuizVersion } from "./stored-quiz.server.ts";

/**
 * Opens the activity of a quiz again when the pass of an attempt was taken away and nothing else of the learner's passes,
 * in the caller's serializable transaction. A course once completed stays so.
 */
export async function withdrawCompletionIn(tx: Transaction, attemptId: string): Promise<void> {
  const { enrolmentId, quizId, quizVersionId, enrolment, quiz } = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { enrolment: true, quiz: true },
  });
  if (enrolment.completedAt) return;
  const graded = await tx.attempt.findMany({ where: { enrolmentId, quizId, gradedAt: { not: null } } });
  const { settings } = await getQuizVersion(quizVersionId, tx);
  const outcome = outcomeOf(
    settings,
    graded.map(({ number, points, maxPoints, criticalMissed, isPassed }) => ({
      number,
      percent: maxPoints ? (100 * (points ?? 0)) / maxPoints : 0,
      criticalMissed: criticalMissed ?? 0,
      isPassed: Boolean(isPassed),
    })),
  );
  if (outcome?.isPassed) return;
  const { structure } = await getCourseVersion(enrolment.courseVersionId, tx);
  const activity = structure.course.outline.find((one) => quizOf(one) === quiz.slug);
  // What was handed in stays handed in, whatever it was worth.
  if (activity?.kind === "assignment" && activity.complete === "submitted") return;
  if (activity) await markIncomplete(tx, enrolmentId, activity.id);
}
