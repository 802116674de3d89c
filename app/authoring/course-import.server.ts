import { basename } from "node:path";

import { importQuizzes } from "#app/assessment/course-quizzes.server.ts";
import { type CourseFolder, courseFoldersIn, readCourseFolder } from "#app/library/course-folder.server.ts";
import { courseHash } from "#app/library/course-hash.server.ts";
import { faultLine } from "#app/library/fault-line.server.ts";
import { jurisdictionFolderIn } from "#app/library/jurisdiction-folder.server.ts";
import { importJurisdictionNotes } from "#app/library/jurisdiction-notes.server.ts";
import {
  addFolderVersion,
  type FolderVersion,
  storeFolderFiles,
  type StoredFiles,
  unchangedVersion,
} from "#app/library/folder-version.server.ts";
import { minutes } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { defaultLanguage } from "#app/platform/languages.ts";

import { questionsOfFolder, quizzesOfFolder } from "./folder-quizzes.ts";

/**
 * Imports every course folder inside `directory`, and the notes on jurisdictions beside them. Throws an Error that lists
 * the faults of the first bad one.
 */
export async function importCourses(directory: string): Promise<FolderVersion[]> {
  const notes = jurisdictionFolderIn(directory);
  if (notes) await importJurisdictionNotes(notes);
  const reports: FolderVersion[] = [];
  for (const folder of courseFoldersIn(directory)) reports.push(await importCourse(folder));
  return reports;
}

/**
 * Imports one course folder. A folder whose files have changed becomes a new version, on which new learners begin and
 * which keeps what trainers have added in the browser; its questions go into the course's bank. An unchanged one
 * changes nothing, however often it is imported, nor does one whose course is edited in the browser (`isEditedHere`).
 * Throws an Error that lists every fault.
 */
export async function importCourse(folder: string): Promise<FolderVersion> {
  const unchanged = await unchangedVersion(db, basename(folder), courseHash(folder));
  if (unchanged) return unchanged;
  const { course, faults } = await readCourseFolder(folder);
  if (!course) {
    throw new Error(
      `The course in ${folder} has faults:\n${faults.map((fault) => `  ${faultLine(fault)}`).join("\n")}`,
    );
  }
  const files = await storeFolderFiles(folder, course);
  // Serializable: two processes that start together must not both add the same version. A bank may hold thousands of
  // questions.
  return serializable((tx) => writeCourse(tx, course, files), minutes(1));
}

async function writeCourse(
  tx: Parameters<typeof addFolderVersion>[0],
  course: CourseFolder,
  files: StoredFiles,
): Promise<FolderVersion> {
  const written = await addFolderVersion(tx, course, files);
  if (!written.isNew) return written;
  const { courseId, versionId, previousVersionId, ...report } = written;
  await importQuizzes(tx, {
    courseId,
    versionId,
    previousVersionId,
    title: course.texts.get(defaultLanguage)?.course.title ?? report.slug,
    questions: questionsOfFolder(course, files.media),
    quizzes: quizzesOfFolder(course),
  });
  return report;
}
