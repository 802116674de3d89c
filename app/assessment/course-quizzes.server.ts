import type { QuizSettings } from "#app/library/quiz-format.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { ensureCourseBank } from "./bank.server.ts";
import { contentHashes } from "./content-hash.server.ts";
import { type FolderQuestion, importQuestions, noLongerInFolder } from "./course-bank.server.ts";
import { addQuizVersions } from "./quiz-version.server.ts";

/** A quiz of a course's folder; `keys` of its questions, none where they are drawn. */
export type FolderQuiz = { slug: string; settings: QuizSettings; keys: string[] };

export type FolderQuizzes = {
  courseId: string;
  /** The version that was made of the folder. */
  versionId: string;
  /** The version before it, from which the quizzes made in the browser are taken over. */
  previousVersionId: string | null;
  /** Of the course's bank. */
  title: string;
  questions: FolderQuestion[];
  quizzes: FolderQuiz[];
};

/**
 * Brings the questions and quizzes of a course's folder into the tables, for the version of the course that was made of
 * it. A quiz that a trainer has changed in the browser stands until the folder changes it. Serializable callers only.
 */
export async function importQuizzes(tx: Transaction, folder: FolderQuizzes): Promise<void> {
  const { courseId, versionId, quizzes } = folder;
  const bank = await ensureCourseBank(tx, courseId, folder.title);
  const questionIds = await importQuestions(tx, bank.id, folder.questions);
  const hashes = await contentHashes(
    tx,
    quizzes.map(({ settings, keys }) => [settings, keys]),
  );
  const known = new Map((await tx.quiz.findMany({ where: { courseId } })).map((quiz) => [quiz.slug, quiz]));
  const placed = quizzes.map((quiz, index) => ({ ...quiz, folderHash: hashes[index] as string }));
  const changed = placed
    .filter(({ slug, folderHash }) => known.get(slug)?.folderHash !== folderHash)
    .map((quiz) => ({ ...quiz, id: known.get(quiz.slug)?.id ?? newId() }));
  await tx.quiz.createMany({
    data: changed
      .filter(({ slug }) => !known.has(slug))
      .map(({ id, slug, folderHash }) => ({ id, courseId, slug, folderHash, isFromFolder: true })),
  });
  for (const { id, slug, folderHash } of changed) {
    if (known.has(slug)) await tx.quiz.update({ where: { id }, data: { folderHash, isFromFolder: true } });
  }
  await addQuizVersions(
    tx,
    changed.map(({ id, settings, keys }) => ({
      quizId: id,
      settings,
      questionIds: keys.map((key) => questionIds.get(key) as string),
    })),
    null,
  );
  const slugs = quizzes.map(({ slug }) => slug);
  await tx.$executeRaw`
    INSERT INTO course_quiz (course_version_id, slug, quiz_version_id)
    SELECT ${versionId}, slug, current_version_id FROM quiz WHERE course_id = ${courseId} AND slug = ANY(${slugs})`;
  await tx.quiz.updateMany({
    where: { courseId, isFromFolder: true, slug: { notIn: slugs } },
    data: { folderHash: noLongerInFolder },
  });
  if (folder.previousVersionId) await keepOwnQuizzes(tx, folder.previousVersionId, versionId);
}

/** Quizzes made in the browser stay with the course. */
async function keepOwnQuizzes(tx: Transaction, fromVersionId: string, toVersionId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO course_quiz (course_version_id, slug, quiz_version_id)
    SELECT ${toVersionId}, kept.slug, kept.quiz_version_id
    FROM course_quiz kept
    JOIN quiz_version version ON version.id = kept.quiz_version_id
    JOIN quiz ON quiz.id = version.quiz_id
    WHERE kept.course_version_id = ${fromVersionId} AND NOT quiz.is_from_folder
    ON CONFLICT DO NOTHING`;
}
