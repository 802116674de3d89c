import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { chooseQuestions } from "./choose-questions.ts";
import { questionsOfCourse } from "./course-questions.server.ts";
import { checkAnswer, inlineQuestion, inlineQuestions } from "./inline-check.server.ts";
import { quizHeading } from "./quiz-pages.server.ts";
import { type PooledQuestion, questionsOfQuiz } from "./quiz-questions.server.ts";
import type { AnswerFields } from "./response.ts";
import { getQuiz, getQuizVersion, type StoredQuiz } from "./stored-quiz.server.ts";

/**
 * A question of a quiz as learners see it, for its trainers; `position` counts from 1. `place` is the activity of the
 * quiz, or the quiz itself when it has no place in the outline. Of a test that draws its questions, one of the tests that
 * could be drawn is shown. Leaves no trace; throws NotFoundError, and like `requireTeaching`.
 */
export async function previewQuiz(
  actor: Actor,
  courseSlug: string,
  place: string,
  position: number,
  language: Language,
) {
  const course = await requireTeaching(actor, courseSlug);
  const quiz = await quizAt(course, place);
  const questions = await previewedQuestions(quiz);
  const stored = questions[position - 1];
  if (!stored) throw new NotFoundError();
  const { text } = await getCourseText(course.versionId, language);
  return {
    slug: course.slug,
    courseTitle: text.course.title,
    place,
    title: (await quizHeading(actor, courseSlug, quiz.slug, language)).title,
    passMark: quiz.settings.passMark,
    drawCount: quiz.settings.draw?.count ?? null,
    position,
    total: questions.length,
    attempts: quiz.settings.attempts ?? null,
    hasCritical: quiz.settings.criticalMustBeRight,
    isCritical: stored.question.critical,
    question: inlineQuestion(stored, language),
  };
}

/** An assignment as learners see it before they begin. Like `previewQuiz`. */
export async function previewAssignment(actor: Actor, courseSlug: string, place: string, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const quiz = await quizAt(course, place);
  if (quiz.settings.mode !== "assignment") throw new NotFoundError();
  const { title, courseTitle } = await quizHeading(actor, courseSlug, quiz.slug, language);
  const task = (await questionsOfQuiz(quiz)).map((stored) => inlineQuestion(stored, language).asked);
  return { slug: course.slug, courseTitle, title, task };
}

async function quizAt(course: PublishedCourse, place: string): Promise<StoredQuiz> {
  const activity = course.structure.course.outline.find(({ id }) => id === place);
  const slug = activity && quizOf(activity);
  if (slug) return getQuiz(course.versionId, slug);
  if (activity) throw new NotFoundError();
  const key = { courseId: course.courseId, slug: place };
  const row = await db.quiz.findUnique({ where: { courseId_slug: key } });
  if (!row?.currentVersionId) throw new NotFoundError();
  return getQuizVersion(row.currentVersionId);
}

/** The same draw at each look, so that going from one question to the next stays in one test. */
async function previewedQuestions(quiz: StoredQuiz): Promise<PooledQuestion[]> {
  const questions = await questionsOfQuiz(quiz);
  return quiz.settings.draw ? chooseQuestions(questions, quiz.settings, 1) : questions;
}

/** The questions inside a page of a lesson, for its trainers. Throws like `requireTeaching`. */
export async function previewQuestions(actor: Actor, courseSlug: string, ids: string[], language: Language) {
  return inlineQuestions(await requireTeaching(actor, courseSlug), ids, language);
}

/**
 * Feedback on a trainer's answer to any question of her course, or of the quiz at a place as of `previewQuiz`. Nothing is
 * stored; throws like `previewQuiz`.
 */
export async function previewAnswer(
  actor: Actor,
  courseSlug: string,
  fields: AnswerFields,
  language: Language,
  place?: string,
) {
  const course = await requireTeaching(actor, courseSlug);
  const id = String(fields.question);
  const questions = place
    ? await questionsOfQuiz(await quizAt(course, place))
    : await questionsOfCourse(course.versionId);
  return { id, given: fields, ...(await checkAnswer(course, id, fields, language, questions)) };
}
