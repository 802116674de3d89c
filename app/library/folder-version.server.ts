import { createReadStream } from "node:fs";

import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { storeStream } from "#app/platform/storage.server.ts";

import { carryOver, type CurrentCourse } from "./carry-over.ts";
import { type CourseFile, insertCourseFiles, storeCourseFiles } from "./course-files.server.ts";
import type { CourseFolder } from "./course-folder.server.ts";
import { courseStructure, type CourseText } from "./course-format.ts";
import { mediaKey } from "./media-key.ts";
import { storeFolderPackage } from "./package-intake.server.ts";

/** The version of a course that a folder is or has become. */
export type FolderVersion = {
  slug: string;
  label: string;
  number: number;
  isNew: boolean;
  /** The folder was not taken over: the course is edited in the browser now. */
  isEditedHere?: boolean;
};

export type NewFolderVersion = FolderVersion & {
  isNew: true;
  courseId: string;
  versionId: string;
  previousVersionId: string | null;
};

/** What of a folder is kept outside the database, by its content; `files` is all of it, as it came. */
export type StoredFiles = { files: CourseFile[]; media: MediaRow[]; packages: Map<string, string> };

/**
 * Stores what a folder consists of. `known` are versions of packages, by name, that are stored already. Repeating it
 * changes nothing.
 */
export async function storeFolderFiles(
  directory: string,
  course: CourseFolder,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<StoredFiles> {
  return {
    files: await storeCourseFiles(directory),
    media: await storeMedia(course),
    packages: await storePackages(course, known),
  };
}

/** Before the hash of a version that was published from a draft: no folder on disk is what it says. */
const draftMark = "draft:";

export type VersionOrigin = "draft" | "folder" | "change" | "package";

/**
 * What a version was made of, by its hash: a draft, a folder, a change that places a package or quiz into the version
 * before, or a package alone.
 */
export function versionOrigin(contentHash: string): VersionOrigin {
  const [base, change] = contentHash.split("+");
  if (change !== undefined) return base ? "change" : "package";
  return contentHash.startsWith(draftMark) ? "draft" : "folder";
}

/**
 * The current version, when a folder with this hash has nothing to add to it: it comes from that folder (trainers'
 * changes are noted behind a "+"), or its trainers edit the course in the browser.
 */
export async function unchangedVersion(
  tx: Pick<Transaction, "course">,
  slug: string,
  contentHash: string,
): Promise<(FolderVersion & { isNew: false }) | null> {
  const course = await tx.course.findUnique({
    where: { slug },
    select: { currentVersion: true, draft: { select: { courseId: true } } },
  });
  const version = course?.currentVersion;
  if (!version) return null;
  const [known = ""] = version.contentHash.split("+");
  // A folder that stands alone, as out of an archive, says nothing of the words that activities share.
  const isSame = known === contentHash || known.split("~")[0] === contentHash;
  const isEditedHere = version.contentHash.startsWith(draftMark) || course.draft !== null;
  if (!isSame && !isEditedHere) return null;
  return { slug, label: version.label, number: version.number, isNew: false, isEditedHere: !isSame };
}

/**
 * Writes a folder that has changed as a new version of its course, its quizzes apart, with what trainers have added in
 * the browser. Serializable callers only: two processes that start together must not both add the same version.
 */
export async function addFolderVersion(
  tx: Transaction,
  { structure, texts, lessons, contentHash }: CourseFolder,
  { files, media, packages }: StoredFiles,
): Promise<(FolderVersion & { isNew: false }) | NewFolderVersion> {
  const { id: slug, version: label, outline } = structure.course;
  const unchanged = await unchangedVersion(tx, slug, contentHash);
  if (unchanged) return unchanged;
  const course = await tx.course.upsert({
    where: { slug },
    update: {},
    create: { id: newId(), slug, createdAt: clock.now() },
  });
  const current = course.currentVersionId ? await currentCourse(tx, course.currentVersionId) : null;
  const carried = carryOver(current, { outline, packageNames: [...packages.keys()] });
  const versionId = newId();
  const previousVersionId = course.currentVersionId;
  const number = await writeFolderVersion(tx, {
    courseId: course.id,
    versionId,
    contentHash,
    structure: { ...structure, course: { ...structure.course, outline: carried.outline } },
    texts: new Map(
      [...texts].map(([language, text]) => [
        language,
        { ...text, activities: { ...text.activities, ...carried.titles(language) } },
      ]),
    ),
    lessons,
    files,
    media,
    packages: new Map([...packages, ...carried.packages]),
  });
  return { slug, label, number, isNew: true, courseId: course.id, versionId, previousVersionId };
}

/**
 * Writes a draft as the next version of its course, its quizzes apart. `versionId` is chosen by the caller, so that a
 * repeated request is recognised. Serializable callers only.
 */
export async function addDraftVersion(
  tx: Transaction,
  { courseId, versionId }: { courseId: string; versionId: string },
  { structure, texts, lessons, contentHash }: CourseFolder,
  stored: StoredFiles,
): Promise<void> {
  await writeFolderVersion(tx, {
    courseId,
    versionId,
    contentHash: draftMark + contentHash,
    structure,
    texts,
    lessons,
    ...stored,
  });
}

/**
 * Makes a course of a folder, its quizzes apart, which is edited in the browser from the beginning. `versionId` as for
 * `addDraftVersion`; `trainerId` teaches it. Serializable callers only.
 */
export async function addCourseOfFolder(
  tx: Transaction,
  { courseId, versionId, trainerId }: { courseId: string; versionId: string; trainerId: string | null },
  folder: CourseFolder,
  stored: StoredFiles,
): Promise<void> {
  const slug = folder.structure.course.id;
  await tx.course.create({ data: { id: courseId, slug, createdAt: clock.now() } });
  await addDraftVersion(tx, { courseId, versionId }, folder, stored);
  if (trainerId) await tx.courseTrainer.create({ data: { courseId, userId: trainerId } });
}

type WrittenVersion = Pick<CourseFolder, "structure" | "texts" | "lessons" | "contentHash"> &
  StoredFiles & { courseId: string; versionId: string };

/** Makes it the current version; returns its number. */
async function writeFolderVersion(tx: Transaction, version: WrittenVersion): Promise<number> {
  const { courseId, versionId: courseVersionId, structure, texts, lessons, contentHash } = version;
  const last = await tx.courseVersion.aggregate({ where: { courseId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  await tx.courseVersion.create({
    data: {
      id: courseVersionId,
      courseId,
      number,
      label: structure.course.version,
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
  await tx.courseMedia.createMany({ data: version.media.map((row) => ({ courseVersionId, ...row })) });
  await insertCourseFiles(tx, courseVersionId, version.files);
  await tx.coursePackage.createMany({
    data: [...version.packages].map(([name, packageVersionId]) => ({
      courseVersionId,
      name,
      packageVersionId,
    })),
  });
  await tx.course.update({ where: { id: courseId }, data: { currentVersionId: courseVersionId } });
  return number;
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
  for (const { file, ...medium } of media) {
    await storeStream(mediaKey(medium.sha256), createReadStream(file));
    rows.push(medium);
  }
  return rows;
}

/** Package versions by the course's names. */
async function storePackages(
  { structure, packages }: CourseFolder,
  known: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (const { name, path, fileName } of packages) {
    const version = known.get(name);
    if (version !== undefined) {
      stored.set(name, version);
      continue;
    }
    const outcome = await storeFolderPackage(`${structure.course.id}/${name}`, path, fileName);
    if ("refusal" in outcome) {
      const { key, values } = outcome.refusal;
      throw new Error(`The package ${path} was changed meanwhile: ${i18nFor("en").t(key, values)}`);
    }
    stored.set(name, outcome.packageVersionId);
  }
  return stored;
}
