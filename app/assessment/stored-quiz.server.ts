import { quizSettings, type QuizSettings } from "#app/library/quiz-format.ts";
import { remembered } from "#app/library/remembered.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

/** One version of a quiz. */
export type StoredQuiz = {
  /** Of the quiz, whatever its version. */
  id: string;
  versionId: string;
  number: number;
  courseId: string;
  slug: string;
  settings: QuizSettings;
  /** What it asks, in order, unless its questions are drawn. */
  questionIds: string[];
};

// Versions never change, so every process may keep them for as long as it lives.
const versions = new Map<string, Promise<StoredQuiz>>();

/** A version of a quiz. Throws NotFoundError. */
export function getQuizVersion(versionId: string, client: Transaction = db): Promise<StoredQuiz> {
  return remembered(versions, versionId, async () => {
    const row = await client.quizVersion.findUnique({
      where: { id: versionId },
      include: { quiz: true, items: { orderBy: { position: "asc" } } },
    });
    if (!row) throw new NotFoundError();
    return {
      id: row.quizId,
      versionId,
      number: row.number,
      courseId: row.quiz.courseId,
      slug: row.quiz.slug,
      settings: quizSettings.parse(row.settings),
      questionIds: row.items.map(({ questionId }) => questionId),
    };
  });
}

/** The quiz that learners on a version of a course take now under a name; null when there is none. */
export async function findQuiz(
  courseVersionId: string,
  slug: string,
  client: Transaction = db,
): Promise<StoredQuiz | null> {
  const row = await client.courseQuiz.findUnique({
    where: { courseVersionId_slug: { courseVersionId, slug } },
  });
  return row && getQuizVersion(row.quizVersionId, client);
}

/** The same. Throws NotFoundError. */
export async function getQuiz(courseVersionId: string, slug: string, client: Transaction = db) {
  const quiz = await findQuiz(courseVersionId, slug, client);
  if (!quiz) throw new NotFoundError();
  return quiz;
}

/** Every quiz of a version of a course, by name. */
export async function listQuizzes(courseVersionId: string, client: Transaction = db): Promise<StoredQuiz[]> {
  const rows = await client.courseQuiz.findMany({ where: { courseVersionId }, orderBy: { slug: "asc" } });
  const quizzes: StoredQuiz[] = [];
  for (const { quizVersionId } of rows) quizzes.push(await getQuizVersion(quizVersionId, client));
  return quizzes;
}
