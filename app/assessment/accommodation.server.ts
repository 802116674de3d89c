import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, getCourseVersion } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";

import { accommodationForm, type AccommodationForm } from "./accommodation-form.ts";
import { type Allowance, noAllowance } from "./attempt-deadline.ts";
import { moveDeadlines } from "./answering/closing.server.ts";
import { noteOutcomes } from "./quiz-outcome.server.ts";
import { listQuizzes } from "./stored-quiz.server.ts";

/**
 * What a learner's accommodations look like to those who teach her: one entry for all quizzes and one for each quiz of
 * her version of the course. Throws like `requireTeaching`, and NotFoundError when she is not in the course.
 */
export async function accommodationsPage(
  actor: Actor,
  courseSlug: string,
  enrolmentId: string,
  language: Language,
) {
  const course = await requireTeaching(actor, courseSlug);
  const enrolment = await db.enrolment.findFirst({
    where: { id: enrolmentId, courseId: course.courseId },
    select: {
      courseVersionId: true,
      user: { select: { name: true, email: true } },
      accommodations: true,
    },
  });
  if (!enrolment) throw new NotFoundError();
  const { text } = await getCourseText(course.versionId, language);
  const quizzes = await takenQuizzes(enrolment.courseVersionId, language);
  const givenFor = (quizId: string | null) =>
    enrolment.accommodations.find((row) => row.quizId === quizId) ?? noAllowance;
  return {
    slug: course.slug,
    courseTitle: text.course.title,
    enrolmentId,
    name: enrolment.user.name || enrolment.user.email,
    entries: [
      { quiz: "", title: null, settings: null, given: shown(givenFor(null)) },
      ...quizzes.map(({ quiz, title }) => ({
        quiz: quiz.slug,
        title,
        settings: {
          attempts: quiz.settings.attempts ?? null,
          timeLimitMinutes: quiz.settings.timeLimitMinutes ?? null,
          opensAt: quiz.settings.opensAt ?? null,
          closesAt: quiz.settings.closesAt ?? null,
        },
        given: shown(givenFor(quiz.id)),
      })),
    ],
  };
}

/** Without what only the table needs. */
function shown({ extraPercent, extraMinutes, extraAttempts, opensAt, closesAt }: Allowance): Allowance {
  return { extraPercent, extraMinutes, extraAttempts, opensAt, closesAt };
}

/** The quizzes of a version of a course that learners take as activities, in order, with their titles. */
async function takenQuizzes(courseVersionId: string, language: Language) {
  const [{ structure }, { text }, quizzes] = await Promise.all([
    getCourseVersion(courseVersionId),
    getCourseText(courseVersionId, language),
    listQuizzes(courseVersionId),
  ]);
  return structure.course.outline.flatMap((activity) => {
    const quiz = quizzes.find(({ slug }) => slug === quizOf(activity));
    return quiz ? [{ quiz, title: text.activities[activity.id]?.title ?? activity.id }] : [];
  });
}

/**
 * Sets what a learner is given at one quiz or at all; what is left empty takes it back. It reaches an attempt under way,
 * whose deadline is worked out from it. With a further attempt she gets a mail. Throws like `accommodationsPage`, and
 * NotFoundError when her version of the course has no such quiz.
 */
export async function setAccommodation(
  actor: Actor,
  courseSlug: string,
  enrolmentId: string,
  { quiz: quizSlug, ...given }: AccommodationForm,
): Promise<void> {
  const course = await requireTeaching(actor, courseSlug);
  const mailId = await serializable(async (tx) => {
    const enrolment = await tx.enrolment.findFirst({ where: { id: enrolmentId, courseId: course.courseId } });
    if (!enrolment) throw new NotFoundError();
    const quizzes = await listQuizzes(enrolment.courseVersionId, tx);
    const quiz = quizSlug === "" ? null : quizzes.find(({ slug }) => slug === quizSlug);
    if (quiz === undefined) throw new NotFoundError();
    const gained = await writeAccommodation(tx, enrolmentId, quiz?.id ?? null, given);
    await noteOutcomes(tx, enrolment, quiz ? [quiz] : quizzes);
    await moveDeadlines(tx, quiz ? { enrolmentId, quizId: quiz.id } : { enrolmentId });
    await recordAudit(tx, actor, "enrolment.accommodated", `user:${enrolment.userId}`, {
      course: course.slug,
      quiz: quiz?.slug ?? null,
      extraPercent: given.extraPercent,
      extraMinutes: given.extraMinutes,
      extraAttempts: given.extraAttempts,
      opensAt: given.opensAt?.toISOString() ?? null,
      closesAt: given.closesAt?.toISOString() ?? null,
    });
    if (gained <= 0) return null;
    return requestMail(tx, {
      recipientId: enrolment.userId,
      template: "attempt",
      data: { courseSlug: course.slug },
      dedupeKey: `attempt:${newId()}`,
    });
  });
  if (mailId) await dispatchMail(mailId);
}

/** Takes the form; what is wrong in it, or null when it is saved. Throws like `setAccommodation`. */
export async function submitAccommodation(
  actor: Actor,
  courseSlug: string,
  enrolmentId: string,
  fields: Fields,
): Promise<{ errors: FormErrors; typed: Record<string, string> } | null> {
  await requireTeaching(actor, courseSlug);
  const { values, errors, typed } = parseFields(fields, accommodationForm);
  if (errors) return { errors, typed };
  await setAccommodation(actor, courseSlug, enrolmentId, values);
  return null;
}

/** Returns by how many the extra attempts have changed. */
async function writeAccommodation(
  tx: Transaction,
  enrolmentId: string,
  quizId: string | null,
  given: Allowance,
): Promise<number> {
  const earlier = await tx.accommodation.findFirst({ where: { enrolmentId, quizId } });
  const { extraPercent, extraMinutes, extraAttempts, opensAt, closesAt } = given;
  const data = { extraPercent, extraMinutes, extraAttempts, opensAt, closesAt, changedAt: clock.now() };
  const isNothing = !extraPercent && !extraMinutes && !extraAttempts && !opensAt && !closesAt;
  if (earlier && isNothing) await tx.accommodation.delete({ where: { id: earlier.id } });
  else if (earlier) await tx.accommodation.update({ where: { id: earlier.id }, data });
  else if (!isNothing) await tx.accommodation.create({ data: { id: newId(), enrolmentId, quizId, ...data } });
  return extraAttempts - (earlier?.extraAttempts ?? 0);
}
