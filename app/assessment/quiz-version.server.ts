import type { QuizSettings } from "#app/library/quiz-format.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

/** What a version of a quiz consists of; with `settings.draw` it has no questions of its own. */
export type QuizContent = { settings: QuizSettings; questionIds: string[] };

/**
 * Writes the next version of a quiz and makes it the current one; which learners take it say `moveQuiz` and the rows of
 * CourseQuiz. Returns its id. `authorId` is null for an import. Serializable callers only: versions are counted.
 */
export async function addQuizVersion(
  tx: Transaction,
  quizId: string,
  { settings, questionIds }: QuizContent,
  authorId: string | null,
): Promise<string> {
  const last = await tx.quizVersion.aggregate({ where: { quizId }, _max: { number: true } });
  const id = newId();
  await tx.quizVersion.create({
    data: {
      id,
      quizId,
      number: (last._max.number ?? 0) + 1,
      settings,
      createdAt: clock.now(),
      createdById: authorId,
      items: {
        create: (settings.draw ? [] : questionIds).map((questionId, index) => ({
          position: index + 1,
          questionId,
        })),
      },
    },
  });
  await tx.quiz.update({ where: { id: quizId }, data: { currentVersionId: id } });
  return id;
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
