import { createHash } from "node:crypto";

import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { withDerived } from "#app/platform/derived-languages.ts";
import { isDerivedLanguage, type Language } from "#app/platform/languages.ts";

import { nextLabel } from "./course-label.ts";
import type { CourseStructure, CourseText } from "./course-format.ts";
import type { PublishedCourse } from "./published-course.server.ts";

/** What a version written in the browser says otherwise than the one before it. */
export type CourseChange = {
  /** Chosen by the caller, so that a repeated request is recognised. */
  versionId: string;
  structure: CourseStructure;
  /** By the languages the course is written in; derived ones follow. */
  text: (text: CourseText, language: Language) => CourseText;
  /** Package versions by the name that the outline uses; the others stay. */
  packages: Record<string, string>;
};

/**
 * Writes a new version of a course and makes it the current one; lessons, media and everything that is not changed
 * are those of `base`. Serializable callers only: versions are counted. Throws ConflictError while the course has a
 * draft, which could not be published any more.
 */
export async function addCourseVersion(
  tx: Transaction,
  base: PublishedCourse,
  change: CourseChange,
): Promise<void> {
  const { versionId } = change;
  const draft = await tx.courseDraft.findUnique({ where: { courseId: base.courseId } });
  if (draft) throw new ConflictError("drafts.openDraft");
  const label = nextLabel(base.structure.course.version);
  const structure = { ...change.structure, course: { ...change.structure.course, version: label } };
  const texts = await tx.courseText.findMany({ where: { courseVersionId: base.versionId } });
  const changed = textRows(
    texts.map(({ language, text }) => ({ language: language as Language, text: text as CourseText })),
    change.text,
  );
  const { contentHash } = await tx.courseVersion.findUniqueOrThrow({ where: { id: base.versionId } });
  const last = await tx.courseVersion.aggregate({
    where: { courseId: base.courseId },
    _max: { number: true },
  });
  await tx.courseVersion.create({
    data: {
      id: versionId,
      courseId: base.courseId,
      number: (last._max.number ?? 0) + 1,
      label,
      contentHash: derivedHash(contentHash, [structure, changed, change.packages]),
      structure,
      importedAt: clock.now(),
    },
  });
  await tx.courseText.createMany({ data: changed.map((row) => ({ courseVersionId: versionId, ...row })) });
  await tx.$executeRaw`
    INSERT INTO lesson_text (course_version_id, lesson, language, pages)
    SELECT ${versionId}, lesson, language, pages FROM lesson_text WHERE course_version_id = ${base.versionId}`;
  await tx.$executeRaw`
    INSERT INTO course_media (course_version_id, path, sha256, content_type, bytes)
    SELECT ${versionId}, path, sha256, content_type, bytes FROM course_media
    WHERE course_version_id = ${base.versionId}`;
  await tx.$executeRaw`
    INSERT INTO course_file (course_version_id, path, sha256, bytes)
    SELECT ${versionId}, path, sha256, bytes FROM course_file WHERE course_version_id = ${base.versionId}`;
  const kept = await tx.coursePackage.findMany({ where: { courseVersionId: base.versionId } });
  const packages = {
    ...Object.fromEntries(kept.map((row) => [row.name, row.packageVersionId])),
    ...change.packages,
  };
  await writePackages(tx, versionId, packages);
  await tx.course.update({ where: { id: base.courseId }, data: { currentVersionId: versionId } });
}

export type NewCourse = {
  versionId: string;
  courseId: string;
  trainerId: string | null;
  structure: CourseStructure;
  texts: Map<Language, CourseText>;
  packages: Record<string, string>;
};

/** Writes a course with its first version. Throws the database's error when the address is taken. */
export async function addCourse(tx: Transaction, course: NewCourse): Promise<void> {
  const { courseId, versionId, structure, trainerId } = course;
  await tx.course.create({ data: { id: courseId, slug: structure.course.id, createdAt: clock.now() } });
  await tx.courseVersion.create({
    data: {
      id: versionId,
      courseId,
      number: 1,
      label: structure.course.version,
      contentHash: derivedHash("", [structure, [...course.texts], course.packages]),
      structure,
      importedAt: clock.now(),
    },
  });
  const texts = textRows(
    [...course.texts].map(([language, text]) => ({ language, text })),
    (text) => text,
  );
  await tx.courseText.createMany({ data: texts.map((row) => ({ courseVersionId: versionId, ...row })) });
  await writePackages(tx, versionId, course.packages);
  await tx.course.update({ where: { id: courseId }, data: { currentVersionId: versionId } });
  if (trainerId) await tx.courseTrainer.create({ data: { courseId, userId: trainerId } });
}

/** Uploaded packages belong to the first course they are used in. */
async function writePackages(tx: Transaction, courseVersionId: string, packages: Record<string, string>) {
  await tx.coursePackage.createMany({
    data: Object.entries(packages).map(([name, packageVersionId]) => ({
      courseVersionId,
      name,
      packageVersionId,
    })),
  });
  const { courseId } = await tx.courseVersion.findUniqueOrThrow({ where: { id: courseVersionId } });
  await tx.package.updateMany({
    where: { courseId: null, origin: null, versions: { some: { id: { in: Object.values(packages) } } } },
    data: { courseId },
  });
}

/** Every language with its text; derived languages are made anew from what they are derived from. */
function textRows(
  rows: { language: Language; text: CourseText }[],
  change: (text: CourseText, language: Language) => CourseText,
) {
  const written = rows.flatMap(({ language, text }) =>
    isDerivedLanguage(language) ? [] : [[language, change(text, language)] as const],
  );
  return [...withDerived(written)].map(([language, text]) => ({ language, text }));
}

/**
 * The hash of the folder that a version comes from, then "+" and a hash of what was changed in the browser: an import
 * recognises a folder that has not changed since.
 */
function derivedHash(base: string, parts: unknown[]): string {
  const change = createHash("sha256").update(base).update(JSON.stringify(parts)).digest("hex");
  return `${base.split("+")[0] ?? ""}+${change}`;
}
