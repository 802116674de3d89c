import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { storeFile } from "#app/platform/storage.server.ts";

import { carryOver, type CurrentCourse } from "./carry-over.ts";
import type { CourseFolder } from "./course-folder.server.ts";
import { courseStructure, type CourseText } from "./course-format.ts";
import { mediaKey } from "./media.server.ts";
import { storeFolderPackage } from "./package-intake.server.ts";

/** The version of a course that a folder is or has become. */
export type FolderVersion = { slug: string; label: string; number: number; isNew: boolean };

export type NewFolderVersion = FolderVersion & {
  isNew: true;
  courseId: string;
  versionId: string;
  previousVersionId: string | null;
};

/** What of a folder is kept outside the database, by its content. */
export type StoredFiles = { media: MediaRow[]; packages: Map<string, string> };

/** Stores a folder's media and packages. Repeating it changes nothing. */
export async function storeFolderFiles(course: CourseFolder): Promise<StoredFiles> {
  return { media: await storeMedia(course), packages: await storePackages(course) };
}

/** The current version, when it comes from a folder with this hash: trainers' changes are noted behind a "+". */
export async function unchangedVersion(
  tx: Pick<Transaction, "course">,
  slug: string,
  contentHash: string,
): Promise<(FolderVersion & { isNew: false }) | null> {
  const course = await tx.course.findUnique({ where: { slug }, select: { currentVersion: true } });
  const version = course?.currentVersion;
  if (!version || version.contentHash.split("+")[0] !== contentHash) return null;
  return { slug, label: version.label, number: version.number, isNew: false };
}

/**
 * Writes a folder that has changed as a new version of its course, its quizzes apart, with what trainers have added in
 * the browser. Serializable callers only: two processes that start together must not both add the same version.
 */
export async function addFolderVersion(
  tx: Transaction,
  { structure, texts, lessons, contentHash }: CourseFolder,
  { media, packages }: StoredFiles,
): Promise<(FolderVersion & { isNew: false }) | NewFolderVersion> {
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
  const previousVersionId = course.currentVersionId;
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
  return {
    slug,
    label,
    number,
    isNew: true,
    courseId: course.id,
    versionId: courseVersionId,
    previousVersionId,
  };
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
