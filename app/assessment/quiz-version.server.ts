import type { QuizSettings } from "#app/library/quiz-format.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

/** What a version of a quiz consists of; with `settings.draw` it has no questions of its own. */
export type QuizContent = { settings: QuizSettings; questionIds: string[] };

export type QuizChange = QuizContent & { quizId: string };

/**
 * Writes the next version of each quiz and makes it the current one; which learners take it say `moveQuiz` and the rows
 * of CourseQuiz. Returns the versions' ids. `authorId` is null for an import. Serializable callers only: versions are
 * counted.
 */
export async function addQuizVersions(
  tx: Transaction,
  changes: QuizChange[],
  authorId: string | null,
): Promise<string[]> {
  const rows = await tx.quizVersion.groupBy({
    by: ["quizId"],
    where: { quizId: { in: changes.map(({ quizId }) => quizId) } },
    _max: { number: true },
  });
  const last = new Map(rows.map(({ quizId, _max }) => [quizId, _max.number ?? 0]));
  const versions = changes.map((change) => ({ ...change, id: newId() }));
  const createdAt = clock.now();
  await tx.quizVersion.createMany({
    data: versions.map(({ id, quizId, settings }) => ({
      id,
      quizId,
      number: (last.get(quizId) ?? 0) + 1,
      settings,
      createdAt,
      createdById: authorId,
    })),
  });
  await tx.quizItem.createMany({
    data: versions.flatMap(({ id, settings, questionIds }) =>
      (settings.draw ? [] : questionIds).map((questionId, index) => ({
        quizVersionId: id,
        position: index + 1,
        questionId,
      })),
    ),
  });
  const ids = versions.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE quiz SET current_version_id = version.id FROM quiz_version version
    WHERE version.id = ANY(${ids}) AND quiz.id = version.quiz_id`;
  return ids;
}

/** The same for one quiz. */
export async function addQuizVersion(
  tx: Transaction,
  quizId: string,
  content: QuizContent,
  authorId: string | null,
): Promise<string> {
  const [id] = await addQuizVersions(tx, [{ quizId, ...content }], authorId);
  return id as string;
}

/** Lets learners on every version of the course that has the quiz take its current version from now on. */
export async function moveQuiz(tx: Transaction, quizId: string): Promise<void> {
  const { currentVersionId } = await tx.quiz.findUniqueOrThrow({ where: { id: quizId } });
  if (currentVersionId === null) return;
  await tx.courseQuiz.updateMany({
    where: { quizVersion: { quizId } },
    data: { quizVersionId: currentVersionId },
  });
}

/** Gives a version of a course the quizzes of another one, but those it has already. */
export async function copyQuizzes(
  tx: Transaction,
  fromVersionId: string,
  toVersionId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO course_quiz (course_version_id, slug, quiz_version_id)
    SELECT ${toVersionId}, slug, quiz_version_id FROM course_quiz WHERE course_version_id = ${fromVersionId}
    ON CONFLICT DO NOTHING`;
}

/** Gives a version of a course the current versions of these quizzes, but those it has already. */
export async function placeCurrentQuizzes(
  tx: Transaction,
  courseId: string,
  courseVersionId: string,
  slugs: string[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO course_quiz (course_version_id, slug, quiz_version_id)
    SELECT ${courseVersionId}, slug, current_version_id FROM quiz
    WHERE course_id = ${courseId} AND slug = ANY(${slugs}) AND current_version_id IS NOT NULL
    ON CONFLICT DO NOTHING`;
}
