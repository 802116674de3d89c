import type { Actor } from "#app/identity/actor.ts";
import type { Quiz } from "#app/library/course-format.ts";
import type { Question } from "#app/library/question-format.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { drawQuestions } from "./draw.ts";
import { checkAnswer, inlineQuestions } from "./inline-check.server.ts";
import type { AnswerFields } from "./response.ts";

/**
 * A question of a quiz as learners see it, for its trainers; `position` counts from 1. Of a test that draws its
 * questions, one of the tests that could be drawn is shown. Leaves no trace; throws NotFoundError, and like
 * `requireTeaching`.
 */
export async function previewQuiz(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  position: number,
  language: Language,
) {
  const course = await requireTeaching(actor, courseSlug);
  const activity = course.structure.course.outline.find(({ id }) => id === activityId);
  const quiz = activity?.kind === "quiz" ? course.structure.quizzes[activity.quiz] : undefined;
  const questions = quiz ? questionsOf(course, quiz) : [];
  const question = questions[position - 1];
  if (!quiz || !question) throw new NotFoundError();
  const { text } = await getCourseText(course.versionId, language);
  const [shown] = await inlineQuestions(course, [question.id], language, questions);
  if (!shown) throw new NotFoundError();
  return {
    slug: course.slug,
    courseTitle: text.course.title,
    activityId,
    title: text.activities[activityId]?.title ?? activityId,
    passMark: quiz.passMark,
    drawCount: quiz.draw?.count ?? null,
    position,
    total: questions.length,
    attempts: quiz.attempts ?? null,
    hasCritical: quiz.criticalMustBeRight,
    isCritical: question.critical,
    question: shown,
  };
}

/** The same draw at each look, so that going from one question to the next stays in one test. */
function questionsOf({ structure }: PublishedCourse, quiz: Quiz): Question[] {
  if (!quiz.draw) return quiz.questions;
  return drawQuestions(
    quiz.draw.from.flatMap((id) => structure.quizzes[id]?.questions ?? []),
    quiz.draw,
    1,
  );
}

/** The questions inside a page of a lesson, for its trainers. Throws like `requireTeaching`. */
export async function previewQuestions(actor: Actor, courseSlug: string, ids: string[], language: Language) {
  return inlineQuestions(await requireTeaching(actor, courseSlug), ids, language);
}

/** Feedback on a trainer's answer to any question of her course. Nothing is stored; throws like `previewQuiz`. */
export async function previewAnswer(
  actor: Actor,
  courseSlug: string,
  fields: AnswerFields,
  language: Language,
) {
  const course = await requireTeaching(actor, courseSlug);
  const id = String(fields.question);
  return { id, given: fields, ...(await checkAnswer(course, id, fields, language, everyQuestion(course))) };
}

function everyQuestion({ structure }: PublishedCourse) {
  return Object.values(structure.quizzes).flatMap((quiz) => quiz.questions);
}
