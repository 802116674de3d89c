import { type Actor, isAdministrator } from "#app/identity/actor.ts";
import { getCourseText, getCurrentCourse } from "#app/library/published-course.server.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import type { QuizTitles } from "./quiz-editor.server.ts";
import { poolOf } from "./quiz-questions.server.ts";
import { titleOf } from "./quiz-title.ts";
import { getQuizVersion, type StoredQuiz } from "./stored-quiz.server.ts";

export type QuestionUse = { quizId: string; how: "listed" | "drawn" };

export type NamedQuiz = { courseSlug: string; courseTitle: string; quizSlug: string; quizTitle: string };

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
  const uses = new Map<string, QuestionUse>();
  for (const quiz of quizzes) {
    const how = await howUsed(quiz, questionId, client);
    if (how) uses.set(quiz.id, { quizId: quiz.id, how });
  }
  return { uses: [...uses.values()], attempts };
}

/** The quizzes of courses that the actor teaches in which a question was asked. */
export async function quizzesThatAsked(
  actor: Actor,
  questionId: string,
  language: Language,
): Promise<NamedQuiz[]> {
  const rows = await db.quiz.findMany({
    where: {
      attempts: { some: { items: { some: { questionVersion: { questionId } } } } },
      ...(isAdministrator(actor) ? {} : { course: { trainers: { some: { userId: actor.id } } } }),
    },
    select: { id: true },
  });
  const named = await nameQuizzes(
    rows.map(({ id }) => id),
    language,
  );
  return [...named.values()];
}

/** What quizzes are called in their courses, by id. */
export async function nameQuizzes(ids: string[], language: Language): Promise<Map<string, NamedQuiz>> {
  const rows = await db.quiz.findMany({
    where: { id: { in: ids } },
    orderBy: [{ course: { slug: "asc" } }, { slug: "asc" }],
    select: { id: true, slug: true, titles: true, course: { select: { slug: true } } },
  });
  const named = await Promise.all(
    rows.map(async ({ id, slug, titles, course: { slug: courseSlug } }) => {
      const course = await getCurrentCourse(courseSlug);
      const { text } = await getCourseText(course.versionId, language);
      const quizTitle = titleOf(course, text.activities, slug, titles as QuizTitles, language);
      return [id, { courseSlug, courseTitle: text.course.title, quizSlug: slug, quizTitle }] as const;
    }),
  );
  return new Map(named);
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
