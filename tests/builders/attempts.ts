import { keyOf } from "#app/assessment/grading/key.ts";
import { attemptOf, openQuiz, saveResponse, startAttempt } from "#app/assessment/attempt.server.ts";
import { finishLessonPage, submitAttempt } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { pagesOf } from "#app/learning/path.ts";
import type { Question } from "#app/library/question-format.ts";

import { courseSlug, enrolledLearner, publishedCourse } from "./course.ts";

/** Reads every page of a lesson. */
export async function readLesson(actor: Actor, activityId: string) {
  const { structure } = await publishedCourse();
  const activity = structure.course.outline.find(({ id }) => id === activityId);
  if (!activity) throw new Error(`no activity ${activityId}`);
  for (const page of pagesOf(structure, activity))
    await finishLessonPage(actor, courseSlug, activityId, page);
}

/** Answers every question right, but the ones `isWrong` picks, which stay open. Not submitted. */
export async function answeredAttempt(
  actor: Actor,
  activityId: string,
  isWrong: (question: Question, index: number) => boolean = () => false,
): Promise<number> {
  const { number } = await startAttempt(actor, courseSlug, activityId);
  const open = await openQuiz(actor, courseSlug, activityId);
  const { items } = await attemptOf(open, number);
  for (const [index, item] of items.entries()) {
    const { question } = item.stored;
    if (isWrong(question, index)) continue;
    await saveResponse(actor, courseSlug, activityId, number, item.position, keyOf(question) ?? "");
  }
  return number;
}

/** Answers and submits. */
export async function attempt(
  actor: Actor,
  activityId: string,
  isWrong?: (question: Question, index: number) => boolean,
) {
  const number = await answeredAttempt(actor, activityId, isWrong);
  return { number, ...(await submitAttempt(actor, courseSlug, activityId, number)) };
}

/** A learner who has done everything but the final test. */
export async function learnerBeforeTest(given: Parameters<typeof enrolledLearner>[0] = {}): Promise<Actor> {
  const actor = await enrolledLearner(given);
  const { structure } = await publishedCourse();
  for (const activity of structure.course.outline) {
    if (activity.kind !== "lesson") continue;
    await readLesson(actor, activity.id);
    await attempt(actor, `${activity.id}-quiz`);
  }
  return actor;
}

/** A learner who has passed the final test; her certificate waits for a worker. */
export async function finishedLearner(given: Parameters<typeof enrolledLearner>[0] = {}): Promise<Actor> {
  const actor = await learnerBeforeTest(given);
  await attempt(actor, "final-test");
  return actor;
}
