import { type Actor, isAdministrator } from "#app/identity/actor.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import { poolOf } from "./quiz-questions.server.ts";
import { getQuizVersion, type StoredQuiz } from "./stored-quiz.server.ts";

export type QuestionUse = { courseSlug: string; quizSlug: string; how: "listed" | "drawn" };

/** Every version of a quiz that learners on some version of a course take. */
async function quizzesInUse(client: Transaction): Promise<StoredQuiz[]> {
  const rows = await client.courseQuiz.findMany({
    distinct: ["quizVersionId"],
    select: { quizVersionId: true },
  });
  return Promise.all(rows.map(({ quizVersionId }) => getQuizVersion(quizVersionId, client)));
}

/** Questions that were asked, that a quiz of a course lists, or that one may draw. */
export async function usedQuestions(client: Transaction = db): Promise<Prisma.BankQuestionWhereInput> {
  const pools = (await quizzesInUse(client)).flatMap(({ courseId, settings }) =>
    settings.draw ? [poolOf(courseId, settings.draw)] : [],
  );
  return {
    OR: [
      { versions: { some: { askedIn: { some: {} } } } },
      { quizItems: { some: { quizVersion: { courses: { some: {} } } } } },
      ...pools,
    ],
  };
}

/** Which of these questions are used. */
export async function whichAreUsed(client: Transaction, questionIds: string[]): Promise<Set<string>> {
  if (questionIds.length === 0) return new Set();
  const rows = await client.bankQuestion.findMany({
    where: { AND: [{ id: { in: questionIds } }, await usedQuestions(client)] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Quizzes that list a question or may draw it, and in how many attempts it was asked. */
export async function usesOfQuestion(
  questionId: string,
  client: Transaction = db,
): Promise<{ uses: QuestionUse[]; attempts: number }> {
  const quizzes = await quizzesInUse(client);
  const attempts = await client.attemptItem.count({ where: { questionVersion: { questionId } } });
  const slugs = new Map(
    (
      await client.course.findMany({
        where: { id: { in: quizzes.map(({ courseId }) => courseId) } },
        select: { id: true, slug: true },
      })
    ).map(({ id, slug }) => [id, slug]),
  );
  const uses = new Map<string, QuestionUse>();
  for (const quiz of quizzes) {
    const how = await howUsed(quiz, questionId, client);
    const courseSlug = slugs.get(quiz.courseId);
    if (how && courseSlug) uses.set(quiz.id, { courseSlug, quizSlug: quiz.slug, how });
  }
  return { uses: [...uses.values()], attempts };
}

/** The quizzes of courses that the actor teaches in which a question was asked. */
export function quizzesThatAsked(actor: Actor, questionId: string): Promise<Omit<QuestionUse, "how">[]> {
  return db.quiz
    .findMany({
      where: {
        attempts: { some: { items: { some: { questionVersion: { questionId } } } } },
        ...(isAdministrator(actor) ? {} : { course: { trainers: { some: { userId: actor.id } } } }),
      },
      orderBy: [{ course: { slug: "asc" } }, { slug: "asc" }],
      select: { slug: true, course: { select: { slug: true } } },
    })
    .then((rows) => rows.map(({ slug, course }) => ({ courseSlug: course.slug, quizSlug: slug })));
}

async function howUsed(
  { courseId, settings, questionIds }: StoredQuiz,
  questionId: string,
  client: Transaction,
): Promise<QuestionUse["how"] | null> {
  if (!settings.draw) return questionIds.includes(questionId) ? "listed" : null;
  const drawn = await client.bankQuestion.count({
    where: { AND: [{ id: questionId }, poolOf(courseId, settings.draw)] },
  });
  return drawn > 0 ? "drawn" : null;
}
