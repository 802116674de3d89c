import { basename } from "node:path";

import { clock } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { storeFile } from "#app/platform/storage.server.ts";

import { carryOver, type CurrentCourse } from "./carry-over.ts";
import { type CourseFolder, courseFoldersIn, folderHash, readCourseFolder } from "./course-folder.server.ts";
import { courseStructure, type CourseText } from "./course-format.ts";
import { faultLine } from "./fault.ts";
import { storeFolderPackage } from "./package-intake.server.ts";

export type ImportReport = { slug: string; label: string; number: number; isNew: boolean };

/** Imports every course folder inside `directory`. Throws an Error that lists the faults of the first bad one. */
export async function importCourses(directory: string): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const folder of courseFoldersIn(directory)) reports.push(await importCourse(folder));
  return reports;
}

/**
 * Imports one course folder. A folder whose files have changed becomes a new version, on which new learners begin and
 * which keeps what trainers have added in the browser; an unchanged one changes nothing, however often it is imported.
 * Throws an Error that lists every fault.
 */
export async function importCourse(folder: string): Promise<ImportReport> {
  const unchanged = await unchangedVersion(db, basename(folder), folderHash(folder));
  if (unchanged) return unchanged;
  const { course, faults } = await readCourseFolder(folder);
  if (!course) {
    throw new Error(
      `The course in ${folder} has faults:\n${faults.map((fault) => `  ${faultLine(fault)}`).join("\n")}`,
    );
  }
  const media = await storeMedia(course);
  const packages = await storePackages(course);
  // Serializable: two processes that start together must not both add the same version.
  return serializable((tx) => writeVersion(tx, course, media, packages));
}

/** The current version, when it comes from a folder with this hash: trainers' changes are noted behind a "+". */
async function unchangedVersion(
  tx: Pick<Transaction, "course">,
  slug: string,
  contentHash: string,
): Promise<ImportReport | null> {
  const course = await tx.course.findUnique({ where: { slug }, select: { currentVersion: true } });
  const version = course?.currentVersion;
  if (!version || version.contentHash.split("+")[0] !== contentHash) return null;
  return { slug, label: version.label, number: version.number, isNew: false };
}

async function writeVersion(
  tx: Transaction,
  { structure, texts, lessons, contentHash }: CourseFolder,
  media: MediaRow[],
  packages: Map<string, string>,
): Promise<ImportReport> {
  const { id: slug, version: label, outline } = structure.course;
  const unchanged = await unchangedVersion(tx, slug, contentHash);
  if (unchanged) return unchanged;
  const course = await tx.course.upsert({
    where: { slug },
    update: {},
    create: { id: newId(), slug, createdAt: clock.now() },
    include: { versions: { orderBy: { number: "desc" }, take: 1 } },
  });
  const current = course.currentVersionId ? await currentCourse(tx, course.currentVersionId) : null;
  const carried = carryOver(current, { outline, packageNames: [...packages.keys()] });
  const courseVersionId = newId();
  const number = (course.versions[0]?.number ?? 0) + 1;
  await tx.courseVersion.create({
    data: {
      id: courseVersionId,
      courseId: course.id,
      number,
      label,
      contentHash,
      structure: { ...structure, course: { ...structure.course, outline: carried.outline } },
      importedAt: clock.now(),
    },
  });
  await tx.courseText.createMany({
    data: [...texts].map(([language, text]) => ({
      courseVersionId,
      language,
      text: { ...text, activities: { ...text.activities, ...carried.titles(language) } },
    })),
  });
  await tx.lessonText.createMany({
    data: [...lessons].flatMap(([language, byLesson]) =>
      [...byLesson].map(([lesson, pages]) => ({ courseVersionId, language, lesson, pages })),
    ),
  });
  await tx.courseMedia.createMany({ data: media.map((row) => ({ courseVersionId, ...row })) });
  await tx.coursePackage.createMany({
    data: [...packages, ...carried.packages].map(([name, packageVersionId]) => ({
      courseVersionId,
      name,
      packageVersionId,
    })),
  });
  await tx.course.update({ where: { id: course.id }, data: { currentVersionId: courseVersionId } });
  return { slug, label, number, isNew: true };
}

async function currentCourse(tx: Transaction, courseVersionId: string): Promise<CurrentCourse> {
  const version = await tx.courseVersion.findUniqueOrThrow({
    where: { id: courseVersionId },
    include: { texts: true, packages: true },
  });
  return {
    structure: courseStructure.parse(version.structure),
    texts: new Map(version.texts.map(({ language, text }) => [language, text as CourseText])),
    packages: new Map(version.packages.map(({ name, packageVersionId }) => [name, packageVersionId])),
  };
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

/** Package versions by the course's names. */
async function storePackages({ structure, packages }: CourseFolder): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (const { name, path, fileName } of packages) {
    const outcome = await storeFolderPackage(`${structure.course.id}/${name}`, path, fileName);
    if ("refusal" in outcome) {
      const { key, values } = outcome.refusal;
      throw new Error(`The package ${path} was changed meanwhile: ${i18nFor("en").t(key, values)}`);
    }
    stored.set(name, outcome.packageVersionId);
  }
  return stored;
}

/** Where the file store keeps a medium. */
export function mediaKey(sha256: string): string {
  return `media/${sha256}`;
}
