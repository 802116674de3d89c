import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { isUsedUp, pathOf } from "#app/learning/path.ts";
import { progressOf, recordOutcome } from "#app/learning/progress.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, getCourseVersion } from "#app/library/published-course.server.ts";
import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";

import { getQuiz, type StoredQuiz } from "./stored-quiz.server.ts";

/** How many attempts a learner has in all: those of the quiz and those granted to her; null without a limit. */
export async function attemptsAllowed(
  client: Transaction,
  enrolmentId: string,
  { id: quizId, settings: { attempts } }: Pick<StoredQuiz, "id" | "settings">,
): Promise<number | null> {
  if (!attempts) return null;
  return attempts + (await client.grantedAttempt.count({ where: { enrolmentId, quizId } }));
}

/** Works out what a learner's attempts at a quiz have come to and leaves it with her progress. */
export async function noteOutcome(
  tx: Transaction,
  { enrolmentId, activityId, quiz }: { enrolmentId: string; activityId: string; quiz: StoredQuiz },
): Promise<void> {
  const attempts = await tx.attempt.findMany({
    where: { enrolmentId, quizId: quiz.id, submittedAt: { not: null } },
    select: { points: true, maxPoints: true, criticalMissed: true },
  });
  const [best] = attempts
    .map(({ points, maxPoints, criticalMissed }) => ({
      percent: maxPoints ? (100 * (points ?? 0)) / maxPoints : 0,
      criticalMissed: criticalMissed ?? 0,
    }))
    .sort((a, b) => b.percent - a.percent || a.criticalMissed - b.criticalMissed);
  if (!best) return;
  const allowed = await attemptsAllowed(tx, enrolmentId, quiz);
  await recordOutcome(tx, enrolmentId, activityId, {
    bestPercent: best.percent,
    criticalMissed: best.criticalMissed,
    attemptsLeft: allowed === null ? null : Math.max(0, allowed - attempts.length),
  });
}

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
  return found.flat().sort((a, b) => a.name.localeCompare(b.name));
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
    if (step?.activity.kind !== "quiz") throw new NotFoundError();
    const quiz = await getQuiz(enrolment.courseVersionId, step.activity.quiz, tx);
    if (!isUsedUp(step)) throw new ConflictError("teach.attemptLeft");
    const id = newId();
    await tx.grantedAttempt.create({
      data: { id, enrolmentId, quizId: quiz.id, grantedAt: clock.now() },
    });
    await noteOutcome(tx, { enrolmentId, activityId, quiz });
    await recordAudit(tx, actor, "enrolment.attemptGranted", `user:${enrolment.userId}`, {
      course: course.slug,
    });
    return requestMail(tx, {
      recipientId: enrolment.userId,
      template: "attempt",
      data: { courseSlug: course.slug },
      dedupeKey: `attempt:${id}`,
    });
  });
  await dispatchMail(mailId);
}
