import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { isUsedUp, pathOf } from "#app/learning/path.ts";
import { progressOf } from "#app/learning/progress.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, getCourseVersion } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";
import { compareIn } from "#app/platform/locale.ts";

import { noteOutcome } from "./quiz-outcome.server.ts";
import { getQuiz } from "./stored-quiz.server.ts";

export type UsedUpLearner = {
  enrolmentId: string;
  activityId: string;
  name: string;
  quizTitle: string;
  bestPercent: number;
};

/** Learners of a course who have used all attempts at a quiz they need. Throws like `requireTeaching`. */
export async function listUsedUp(
  actor: Actor,
  courseSlug: string,
  language: Language,
): Promise<UsedUpLearner[]> {
  const { courseId } = await requireTeaching(actor, courseSlug);
  const rows = await db.activityProgress.findMany({
    where: { enrolment: { courseId }, completedAt: null, outcome: { path: ["attemptsLeft"], equals: 0 } },
    select: {
      activityId: true,
      enrolment: {
        select: { id: true, courseVersionId: true, user: { select: { name: true, email: true } } },
      },
    },
  });
  const found = await Promise.all(
    rows.map(async ({ activityId, enrolment: { id, courseVersionId, user } }) => {
      const [{ structure }, { text }] = await Promise.all([
        getCourseVersion(courseVersionId),
        getCourseText(courseVersionId, language),
      ]);
      const step = pathOf(structure, await progressOf(id)).find(({ activity }) => activity.id === activityId);
      if (!step || !isUsedUp(step)) return [];
      return {
        enrolmentId: id,
        activityId,
        name: user.name || user.email,
        quizTitle: text.activities[activityId]?.title ?? activityId,
        bestPercent: step.outcome?.bestPercent ?? 0,
      };
    }),
  );
  const compare = compareIn(language);
  return found.flat().sort((a, b) => compare(a.name, b.name));
}

/**
 * Grants one more attempt to a learner who has none left, and writes to her. Throws like `requireTeaching`,
 * NotFoundError when she is not in the course, ConflictError when she has an attempt left or has passed. Serializable:
 * a second click must not grant a second attempt.
 */
export async function grantAttempt(
  actor: Actor,
  courseSlug: string,
  { enrolmentId, activityId }: { enrolmentId: string; activityId: string },
): Promise<void> {
  const course = await requireTeaching(actor, courseSlug);
  const mailId = await serializable(async (tx) => {
    const enrolment = await tx.enrolment.findFirst({ where: { id: enrolmentId, courseId: course.courseId } });
    if (!enrolment) throw new NotFoundError();
    const { structure } = await getCourseVersion(enrolment.courseVersionId);
    const step = pathOf(structure, await progressOf(enrolmentId, tx)).find(
      ({ activity }) => activity.id === activityId,
    );
    const quizSlug = step && quizOf(step.activity);
    if (!quizSlug) throw new NotFoundError();
    const quiz = await getQuiz(enrolment.courseVersionId, quizSlug, tx);
    if (!isUsedUp(step)) throw new ConflictError("teach.attemptLeft");
    const { id, extraAttempts } = await tx.accommodation.upsert({
      where: { enrolmentId_quizId: { enrolmentId, quizId: quiz.id } },
      update: { extraAttempts: { increment: 1 }, changedAt: clock.now() },
      create: { id: newId(), enrolmentId, quizId: quiz.id, extraAttempts: 1, changedAt: clock.now() },
    });
    await noteOutcome(tx, { enrolmentId, activityId, quiz });
    await recordAudit(tx, actor, "enrolment.attemptGranted", `user:${enrolment.userId}`, {
      course: course.slug,
    });
    return requestMail(tx, {
      recipientId: enrolment.userId,
      template: "attempt",
      data: { courseSlug: course.slug },
      dedupeKey: `attempt:${id}:${extraAttempts}`,
    });
  });
  await dispatchMail(mailId);
}
