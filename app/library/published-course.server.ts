import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { baseOf, type Language, readingOrder } from "#app/platform/languages.ts";

import { courseStructure, type CourseStructure, type CourseText } from "./course-format.ts";
import type { LessonPage } from "./lesson-pages.ts";
import { remembered } from "./remembered.ts";
import { safePages } from "./safe-pages.server.ts";

export type PublishedCourse = {
  versionId: string;
  courseId: string;
  slug: string;
  number: number;
  label: string;
  structure: CourseStructure;
};

// Published versions never change, so every process may keep them for as long as it lives.
const versions = new Map<string, Promise<PublishedCourse>>();
const texts = new Map<string, Promise<{ text: CourseText; isFallback: boolean }>>();
const lessons = new Map<string, Promise<{ pages: LessonPage[]; isFallback: boolean }>>();

/**
 * A version of a course. Throws NotFoundError. Inside a transaction give it as `client`: a second connection could be
 * one too many when all are in use.
 */
export function getCourseVersion(versionId: string, client: Transaction = db): Promise<PublishedCourse> {
  return remembered(versions, versionId, async () => {
    const version = await client.courseVersion.findUnique({
      where: { id: versionId },
      include: { course: true },
    });
    if (!version) throw new NotFoundError();
    return {
      versionId,
      courseId: version.courseId,
      slug: version.course.slug,
      number: version.number,
      label: version.label,
      structure: courseStructure.parse(version.structure),
    };
  });
}

/** A version of a course by its number, as an address gives it. Throws NotFoundError. */
export async function getNumberedVersion(courseId: string, number: string): Promise<PublishedCourse> {
  if (!/^\d{1,6}$/.test(number)) throw new NotFoundError();
  const row = await db.courseVersion.findUnique({
    where: { courseId_number: { courseId, number: Number(number) } },
    select: { id: true },
  });
  if (!row) throw new NotFoundError();
  return getCourseVersion(row.id);
}

/** The versions that are called so, the latest first: an import may bring another folder under the same label. */
export async function labelledVersions(
  wanted: { courseId: string; label: string }[],
): Promise<{ id: string; courseId: string; label: string }[]> {
  return db.courseVersion.findMany({
    where: { OR: wanted },
    orderBy: { number: "desc" },
    select: { id: true, courseId: true, label: true },
  });
}

/** The version that new learners get. Throws NotFoundError. */
export async function getCurrentCourse(slug: string): Promise<PublishedCourse> {
  const course = await findCurrentCourse(slug);
  if (!course) throw new NotFoundError();
  return course;
}

/** The same, or null where it is not published. */
export async function findCurrentCourse(slug: string): Promise<PublishedCourse | null> {
  const course = await db.course.findUnique({ where: { slug }, select: { currentVersionId: true } });
  return course?.currentVersionId ? getCourseVersion(course.currentVersionId) : null;
}

/** Every course that has been published, by address; with `isArchived` only those that are (or are not) archived. */
export async function listCurrentCourses({ isArchived }: { isArchived?: boolean } = {}): Promise<
  PublishedCourse[]
> {
  const courses = await db.course.findMany({
    where: {
      currentVersionId: { not: null },
      ...(isArchived !== undefined && { archivedAt: isArchived ? { not: null } : null }),
    },
    orderBy: { slug: "asc" },
    select: { currentVersionId: true },
  });
  return Promise.all(courses.map(({ currentVersionId }) => getCourseVersion(currentVersionId as string)));
}

/**
 * Titles and survey texts. Where the language is missing, the one it is based on stands in, and for want of that English
 * (`isFallback`).
 */
export function getCourseText(versionId: string, language: Language, client: Transaction = db) {
  return remembered(texts, `${versionId} ${language}`, async () => {
    const rows = await client.courseText.findMany({
      where: { courseVersionId: versionId, language: { in: readingOrder(language) } },
    });
    const { row, isFallback } = bestRow(rows, language);
    return { text: row.text as CourseText, isFallback };
  });
}

/** The pages of a lesson, with the same languages standing in. */
export function getLessonPages(versionId: string, lesson: string, language: Language) {
  return remembered(lessons, `${versionId} ${lesson} ${language}`, async () => {
    const rows = await db.lessonText.findMany({
      where: { courseVersionId: versionId, lesson, language: { in: readingOrder(language) } },
    });
    const { row, isFallback } = bestRow(rows, language);
    return { pages: safePages(row.pages as LessonPage[]), isFallback };
  });
}

function bestRow<Row extends { language: string }>(rows: Row[], language: Language) {
  const order = readingOrder(language);
  const row = order.map((tag) => rows.find((candidate) => candidate.language === tag)).find(Boolean);
  if (!row) throw new NotFoundError();
  return { row, isFallback: row.language !== language && row.language !== baseOf(language) };
}
