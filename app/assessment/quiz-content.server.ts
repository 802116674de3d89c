import { db, type Transaction } from "#app/platform/db.server.ts";

import type { PooledQuestion } from "./quiz-questions.server.ts";
import { questionsOfQuiz } from "./quiz-questions.server.ts";
import { getQuizVersion, type StoredQuiz } from "./stored-quiz.server.ts";

/**
 * A quiz with what it asks. A post-test that says nothing of its own asks by the blueprint of its pre-test as that is
 * now, so that both stay alike.
 */
export async function withBlueprint(quiz: StoredQuiz, client: Transaction = db): Promise<StoredQuiz> {
  const before = await preTestOf(quiz, client);
  if (!before || quiz.settings.draw || quiz.questionIds.length > 0) return quiz;
  const { draw } = before.settings;
  return {
    ...quiz,
    settings: { ...quiz.settings, ...(draw && { draw }) },
    questionIds: before.questionIds,
  };
}

/** The quiz that this one is the post-test of, in its current version; null when it is none. */
export async function preTestOf(
  { courseId, settings: { postTestOf } }: Pick<StoredQuiz, "courseId" | "settings">,
  client: Transaction = db,
): Promise<StoredQuiz | null> {
  if (postTestOf === undefined) return null;
  const row = await client.quiz.findUnique({
    where: { courseId_slug: { courseId, slug: postTestOf } },
    select: { currentVersionId: true },
  });
  return row?.currentVersionId ? getQuizVersion(row.currentVersionId, client) : null;
}

/** Whether another quiz of the course, in its current version, draws after this one. */
export async function hasPostTest(
  { courseId, slug, settings }: Pick<StoredQuiz, "courseId" | "slug" | "settings">,
  client: Transaction = db,
): Promise<boolean> {
  if (!settings.draw) return false;
  const postTest = await client.quiz.findFirst({
    where: { courseId, currentVersion: { settings: { path: ["postTestOf"], equals: slug } } },
    select: { id: true },
  });
  return postTest !== null;
}

/** Ids of the questions that a learner was asked in a quiz, in any attempt. */
export async function askedBefore(
  client: Transaction,
  enrolmentId: string,
  quizId: string,
): Promise<ReadonlySet<string>> {
  const items = await client.attemptItem.findMany({
    where: { attempt: { enrolmentId, quizId } },
    select: { questionVersion: { select: { questionId: true } } },
  });
  return new Set(items.map(({ questionVersion }) => questionVersion.questionId));
}

/** Questions of a quiz and how many of them an attempt asks. */
export async function questionCountOf(quiz: StoredQuiz, client: Transaction = db): Promise<number> {
  const whole = await withBlueprint(quiz, client);
  if (whole.settings.draw) return whole.settings.draw.count;
  const questions: PooledQuestion[] = await questionsOfQuiz(whole, client);
  return questions.filter(({ isRetired }) => !isRetired).length;
}
