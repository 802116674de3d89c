import { markCompleted } from "#app/learning/progress.server.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { noteOutcome } from "../quiz-outcome.server.ts";
import { getQuiz } from "../stored-quiz.server.ts";

/**
 * Draws the conclusions of a submitted attempt in the caller's serializable transaction: what the learner's attempts at
 * the quiz have come to and, when that is a pass, that its activity is completed; an assignment may be complete as soon
 * as it is handed in, and never with nothing in it. An activity once completed stays so.
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
  const activity = structure.course.outline.find((candidate) => quizOf(candidate) === attempt.quiz.slug);
  // The version that she is on now may not ask this quiz any more.
  if (!activity) return null;
  const quiz = await getQuiz(courseVersionId, attempt.quiz.slug, tx);
  const outcome = await noteOutcome(tx, { enrolmentId, activityId: activity.id, quiz });
  const isHandedIn = activity.kind === "assignment" && (await holdsAnswer(tx, attemptId));
  const isDone =
    activity.kind === "assignment"
      ? isHandedIn && (activity.complete === "submitted" || outcome?.isPassed)
      : outcome?.isPassed;
  if (!isDone) return null;
  await markCompleted(tx, enrolmentId, activity.id);
  return enrolmentId;
}

async function holdsAnswer(tx: Transaction, attemptId: string): Promise<boolean> {
  const items = await tx.attemptItem.findMany({ where: { attemptId }, select: { response: true } });
  return items.some(({ response }) => response !== null);
}
