import { openQuiz } from "#app/assessment/attempt.server.ts";
import { gradingPage } from "#app/assessment/grading-page.server.ts";
import { gradingQueue } from "#app/assessment/grading-queue.server.ts";
import type { MarkForm } from "#app/assessment/mark-form.ts";
import { addQuestionVersions } from "#app/assessment/question-version.server.ts";
import { giveMark } from "#app/certification/grading-steps.server.ts";
import { submitAttempt } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { question, type QuestionText, type Response } from "#app/library/question-format.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { type GivenQuestion, textOf } from "./questions.ts";
import { answerQuiz, courseWithQuiz, type GivenQuiz, learnerIn } from "./quizzes.ts";

/** Ten points by two criteria: what is said (0, 4, 8) and how (0, 2). */
export const essay = {
  id: "essay",
  type: "essay",
  points: 10,
  rubric: [
    { id: "what", levels: [0, 4, 8] },
    { id: "how", levels: [0, 2] },
  ],
} satisfies GivenQuestion;

export const single = {
  id: "single",
  type: "single",
  options: ["a", "b"],
  answer: "a",
} satisfies GivenQuestion;

/** A course whose quiz is an essay of ten points and a single choice of one; 50 percent pass. */
export function courseWithEssay(settings: GivenQuiz["settings"] = {}): Promise<PublishedCourse> {
  return courseWithQuiz({ settings: { shuffleQuestions: false, ...settings }, questions: [essay, single] });
}

/** Somebody who has submitted the quiz. */
export async function submittedBy(
  course: PublishedCourse,
  responses: Record<string, Response> = { essay: "What I would do first.", single: "a" },
  given: Parameters<typeof learnerIn>[1] = {},
) {
  const actor = await learnerIn(course, given);
  const number = await answerQuiz(actor, course, responses);
  await submitAttempt(actor, course.slug, "quiz", number);
  return { actor, number, attempt: await attemptRow(actor, course, number) };
}

/** The attempt as it is now. */
export async function attemptRow(actor: Actor, course: PublishedCourse, number = 1) {
  const { enrolment, quiz } = await openQuiz(actor, course.slug, "quiz");
  return db.attempt.findUniqueOrThrow({
    where: { enrolmentId_quizId_number: { enrolmentId: enrolment.id, quizId: quiz.id, number } },
    include: { items: { orderBy: { position: "asc" } } },
  });
}

export async function waitingTasks(grader: Actor, course: PublishedCourse) {
  const queue = await gradingQueue(grader, course.slug, { filter: "all", quizId: null }, "en");
  return queue.tasks;
}

/** Gives a mark on the essay through its page: places of levels. */
export async function grade(
  grader: Actor,
  course: PublishedCourse,
  taskId: string,
  [what, how]: [number, number],
  words: Partial<Pick<MarkForm, "comment" | "note">> = {},
) {
  const { todo, marksSeen } = await gradingPage(grader, course.slug, taskId, "en");
  const form = { levels: { what, how }, comment: "", note: "", task: todo, marksSeen, ...words };
  await giveMark(grader, course.slug, taskId, form);
}

/** Writes a version of a question of the course's bank that has another right answer. */
export async function withKey(course: PublishedCourse, given: GivenQuestion) {
  const { id: questionId } = await db.bankQuestion.findFirstOrThrow({
    where: { key: given.id, bank: { courseId: course.courseId } },
  });
  const content = question.parse(given);
  const texts = new Map<Language, QuestionText>([["en", textOf(content)]]);
  await serializable((tx) =>
    addQuestionVersions(tx, [{ questionId, content: { question: content, texts, media: [] } }], null),
  );
  const versions = await db.questionVersion.findMany({ where: { questionId }, orderBy: { number: "asc" } });
  return { questionId, versions: versions.map(({ id }) => id) };
}
