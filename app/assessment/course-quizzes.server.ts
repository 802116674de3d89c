import type { QuizSettings } from "#app/library/quiz-format.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { ensureCourseBank } from "./bank.server.ts";
import { contentHashes } from "./content-hash.server.ts";
import { type FolderQuestion, importQuestions, noLongerInFolder } from "./course-bank.server.ts";
import { addQuizVersion } from "./quiz-version.server.ts";

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
  const known = await tx.quiz.findMany({ where: { courseId } });
  for (const [index, { slug, settings, keys }] of quizzes.entries()) {
    const folderHash = hashes[index] as string;
    const earlier = known.find((quiz) => quiz.slug === slug);
    const quizVersionId =
      earlier?.folderHash === folderHash && earlier.currentVersionId !== null
        ? earlier.currentVersionId
        : await writeQuiz(
            tx,
            { id: earlier?.id ?? null, courseId, slug, folderHash },
            settings,
            keys,
            questionIds,
          );
    await tx.courseQuiz.create({ data: { courseVersionId: versionId, slug, quizVersionId } });
  }
  const slugs = quizzes.map(({ slug }) => slug);
  await tx.quiz.updateMany({
    where: { courseId, isFromFolder: true, slug: { notIn: slugs } },
    data: { folderHash: noLongerInFolder },
  });
  if (folder.previousVersionId) await keepOwnQuizzes(tx, folder.previousVersionId, versionId);
}

async function writeQuiz(
  tx: Transaction,
  {
    id,
    courseId,
    slug,
    folderHash,
  }: { id: string | null; courseId: string; slug: string; folderHash: string },
  settings: QuizSettings,
  keys: string[],
  questionIds: ReadonlyMap<string, string>,
): Promise<string> {
  const quizId = id ?? newId();
  await tx.quiz.upsert({
    where: { id: quizId },
    update: { folderHash, isFromFolder: true },
    create: { id: quizId, courseId, slug, folderHash, isFromFolder: true },
  });
  const content = { settings, questionIds: keys.map((key) => questionIds.get(key) as string) };
  return addQuizVersion(tx, quizId, content, null);
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
