import { clock } from "#app/platform/clock.ts";
import { serializable, type Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { storeFile } from "#app/platform/storage.server.ts";

import { type CourseFolder, courseFoldersIn, readCourseFolder } from "./course-folder.server.ts";
import { faultLine } from "./fault.ts";

export type ImportReport = { slug: string; label: string; number: number; isNew: boolean };

/** Imports every course folder inside `directory`. Throws an Error that lists the faults of the first bad one. */
export async function importCourses(directory: string): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const folder of courseFoldersIn(directory)) reports.push(await importCourse(folder));
  return reports;
}

/**
 * Imports one course folder. A folder whose files have changed becomes a new version, on which new learners begin;
 * an unchanged one changes nothing, however often it is imported. Throws an Error that lists every fault.
 */
export async function importCourse(folder: string): Promise<ImportReport> {
  const { course, faults } = readCourseFolder(folder);
  if (!course) {
    throw new Error(
      `The course in ${folder} has faults:\n${faults.map((fault) => `  ${faultLine(fault)}`).join("\n")}`,
    );
  }
  const media = await storeMedia(course);
  // Serializable: two processes that start together must not both add the same version.
  return serializable((tx) => writeVersion(tx, course, media));
}

async function writeVersion(
  tx: Transaction,
  { structure, texts, lessons, contentHash }: CourseFolder,
  media: MediaRow[],
): Promise<ImportReport> {
  const { id: slug, version: label } = structure.course;
  const course = await tx.course.upsert({
    where: { slug },
    update: {},
    create: { id: newId(), slug, createdAt: clock.now() },
    include: { currentVersion: true, versions: { orderBy: { number: "desc" }, take: 1 } },
  });
  if (course.currentVersion?.contentHash === contentHash) {
    return { slug, label, number: course.currentVersion.number, isNew: false };
  }
  const courseVersionId = newId();
  const number = (course.versions[0]?.number ?? 0) + 1;
  await tx.courseVersion.create({
    data: {
      id: courseVersionId,
      courseId: course.id,
      number,
      label,
      contentHash,
      structure,
      importedAt: clock.now(),
    },
  });
  await tx.courseText.createMany({
    data: [...texts].map(([language, text]) => ({ courseVersionId, language, text })),
  });
  await tx.lessonText.createMany({
    data: [...lessons].flatMap(([language, byLesson]) =>
      [...byLesson].map(([lesson, pages]) => ({ courseVersionId, language, lesson, pages })),
    ),
  });
  await tx.courseMedia.createMany({ data: media.map((row) => ({ courseVersionId, ...row })) });
  await tx.course.update({ where: { id: course.id }, data: { currentVersionId: courseVersionId } });
  return { slug, label, number, isNew: true };
}

type MediaRow = { path: string; sha256: string; contentType: string; bytes: number };

/** Media are kept by their content, so versions share what has not changed. */
async function storeMedia({ media }: CourseFolder): Promise<MediaRow[]> {
  const rows: MediaRow[] = [];
  for (const { bytes, ...medium } of media) {
    await storeFile(mediaKey(medium.sha256), bytes);
    rows.push({ ...medium, bytes: bytes.length });
  }
  return rows;
}

/** Where the file store keeps a medium. */
export function mediaKey(sha256: string): string {
  return `media/${sha256}`;
}
