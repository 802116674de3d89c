import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { quizSettings, type QuizSettings } from "#app/library/quiz-format.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";
import { titleIn } from "#app/library/titles.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { defaultLanguage } from "#app/platform/languages.ts";
import type { Quiz } from "#prisma/generated/client.ts";

import { moveDeadlines } from "./answering/closing.server.ts";
import { quizSettingsForm } from "./quiz-settings-form.ts";
import { addQuizVersion, moveQuiz, type QuizContent } from "./quiz-version.server.ts";
import { getQuizVersion, type StoredQuiz } from "./stored-quiz.server.ts";

/** Titles of a quiz by language. */
export type QuizTitles = Record<string, string>;

export type TaughtQuiz = { course: PublishedCourse; row: Quiz; quiz: StoredQuiz };

/** A quiz of a course that the actor teaches, as it is now. Throws like `requireTeaching`, and NotFoundError. */
export async function requireTaughtQuiz(actor: Actor, courseSlug: string, slug: string): Promise<TaughtQuiz> {
  const course = await requireTeaching(actor, courseSlug);
  const row = await db.quiz.findUnique({ where: { courseId_slug: { courseId: course.courseId, slug } } });
  if (!row?.currentVersionId) throw new NotFoundError();
  return { course, row, quiz: await getQuizVersion(row.currentVersionId) };
}

/** The same for a quiz that has a quiz's pages: the one behind an assignment has others. */
export async function requireOrdinaryQuiz(actor: Actor, courseSlug: string, slug: string) {
  const taught = await requireTaughtQuiz(actor, courseSlug, slug);
  if (taught.quiz.settings.mode === "assignment") throw new NotFoundError();
  return taught;
}

/**
 * Makes a quiz that asks nothing yet and has no place in the course. Sending the same form twice makes one. Returns its
 * name. Throws like `requireTeaching`.
 */
export async function createQuiz(
  actor: Actor,
  courseSlug: string,
  { id, titles, mode }: { id: string; titles: QuizTitles; mode: "practice" | "test" },
): Promise<string> {
  const course = await requireTeaching(actor, courseSlug);
  return serializable(async (tx) => {
    const earlier = await tx.quiz.findFirst({ where: { id, courseId: course.courseId } });
    if (earlier) return earlier.slug;
    const settings = quizSettings.parse({ mode });
    return addQuizIn(tx, actor, course, { id, titles, settings }, async () => []);
  });
}

/**
 * Writes a quiz without a place in the course, under a name of its own that `questions` is given; returns the name. In a
 * serializable transaction of a caller that has seen that the actor teaches the course.
 */
export async function addQuizIn(
  tx: Transaction,
  actor: Actor,
  { courseId, slug: course, structure }: PublishedCourse,
  { id, titles, settings }: { id: string; titles: QuizTitles; settings: QuizSettings },
  questions: (name: string) => Promise<string[]>,
): Promise<string> {
  const known = await tx.quiz.findMany({ where: { courseId }, select: { slug: true } });
  const taken = new Set([
    certificateStepId,
    ...known.map(({ slug }) => slug),
    ...structure.course.outline.map((activity) => activity.id),
  ]);
  const english = titleIn(titles, defaultLanguage) ?? "";
  const fallback = settings.mode === "assignment" ? "assignment" : "quiz";
  const slug = freeSlug(
    slugOf(english, fallback),
    (candidate) => taken.has(candidate) || isReservedQuiz(candidate),
  );
  await tx.quiz.create({ data: { id, courseId, slug, isFromFolder: false, titles } });
  await addQuizVersion(tx, id, { settings, questionIds: await questions(slug) }, actor.id);
  await recordAudit(tx, actor, "quiz.created", `quiz:${id}`, { course, quiz: slug });
  return slug;
}

/**
 * Writes a new version of a quiz, which every learner takes from her next attempt on; who is under way in one keeps its
 * version, and has until the new closing if that is later. Nothing happens when nothing has changed. Throws like `requireTaughtQuiz`.
 */
export async function changeQuiz(
  actor: Actor,
  courseSlug: string,
  slug: string,
  change: (content: QuizContent) => QuizContent,
): Promise<void> {
  const { course, row } = await requireTaughtQuiz(actor, courseSlug, slug);
  // Serializable: of two trainers who save at once, the second builds on what the first has written.
  await serializable(async (tx) => {
    const before = await currentContent(tx, row.id);
    const { settings, questionIds } = change(before);
    const parsed = quizSettings.parse(settings);
    await requirePreTest(tx, course.courseId, slug, parsed);
    const after = { settings: parsed, questionIds };
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    await addQuizVersion(tx, row.id, after, actor.id);
    await moveQuiz(tx, row.id);
    await moveDeadlines(tx, { quizId: row.id });
    await recordAudit(tx, actor, "quiz.changed", `quiz:${row.id}`, { course: course.slug, quiz: slug });
  });
}

/** Takes the form of the settings; what is wrong in it, or null when they are saved. Throws like `changeQuiz`. */
export async function submitQuizSettings(
  actor: Actor,
  courseSlug: string,
  slug: string,
  fields: Fields,
): Promise<{ errors: FormErrors; typed: Record<string, string> } | null> {
  await requireOrdinaryQuiz(actor, courseSlug, slug);
  const { values, errors, typed } = parseFields(fields, quizSettingsForm);
  if (errors) return { errors, typed };
  await changeQuiz(actor, courseSlug, slug, ({ settings: { draw }, questionIds }) => ({
    settings: { ...values, ...(draw && { draw }) },
    questionIds,
  }));
  return null;
}

async function currentContent(tx: Transaction, quizId: string): Promise<QuizContent> {
  const { currentVersionId } = await tx.quiz.findUniqueOrThrow({ where: { id: quizId } });
  const { settings, questionIds } = await getQuizVersion(currentVersionId as string, tx);
  return { settings, questionIds };
}

/** A post-test follows another quiz of the course that is no post-test itself. */
async function requirePreTest(
  tx: Transaction,
  courseId: string,
  slug: string,
  { postTestOf }: QuizSettings,
): Promise<void> {
  if (postTestOf === undefined) return;
  const before = await tx.quiz.findUnique({ where: { courseId_slug: { courseId, slug: postTestOf } } });
  if (!before?.currentVersionId || postTestOf === slug) throw new ConflictError("quizzes.preTestWrong");
  const { settings } = await getQuizVersion(before.currentVersionId, tx);
  if (settings.postTestOf !== undefined) throw new ConflictError("quizzes.preTestWrong");
}

/** Renames a quiz that has no place in the course; one that has is named by its place. Throws like `requireTaughtQuiz`. */
export async function renameQuiz(actor: Actor, courseSlug: string, slug: string, titles: QuizTitles) {
  const { row } = await requireTaughtQuiz(actor, courseSlug, slug);
  await db.quiz.update({ where: { id: row.id }, data: { titles } });
}

/**
 * Takes a quiz away for good. Throws like `requireTaughtQuiz`, and ConflictError when somebody has begun it, somebody's
 * version of the course has it, or it comes from the course's folder: then it can only be withdrawn from the outline.
 */
export async function removeQuiz(actor: Actor, courseSlug: string, slug: string): Promise<void> {
  const { course, row } = await requireTaughtQuiz(actor, courseSlug, slug);
  await serializable(async (tx) => {
    if (!(await canRemove(tx, row, course))) throw new ConflictError("quizzes.cannotRemove");
    await tx.courseQuiz.deleteMany({ where: { quizVersion: { quizId: row.id } } });
    await tx.quiz.update({ where: { id: row.id }, data: { currentVersionId: null } });
    await tx.quiz.delete({ where: { id: row.id } });
    await recordAudit(tx, actor, "quiz.removed", `quiz:${row.id}`, { course: course.slug, quiz: slug });
  });
}

/** Whether nobody has had anything to do with a quiz, so that it may be taken away for good. */
export async function canRemove(
  client: Transaction,
  { id, slug, courseId, isFromFolder }: Pick<Quiz, "id" | "slug" | "courseId" | "isFromFolder">,
  { structure }: PublishedCourse,
): Promise<boolean> {
  if (isFromFolder || structure.course.outline.some((step) => quizOf(step) === slug)) {
    return false;
  }
  const [attempts, learners] = [
    await client.attempt.count({ where: { quizId: id } }),
    await client.enrolment.count({
      where: { courseId, courseVersion: { quizzes: { some: { quizVersion: { quizId: id } } } } },
    }),
  ];
  return attempts === 0 && learners === 0;
}

/** Addresses below /teach/:course/quizzes that are no quiz. */
export function isReservedQuiz(slug: string) {
  return slug === "new";
}
