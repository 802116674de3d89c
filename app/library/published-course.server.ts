import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { courseStructure, type CourseStructure, type CourseText } from "./course-format.ts";
import type { LessonPage } from "./lesson-pages.ts";
import { remembered } from "./remembered.ts";

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

/** The version that new learners get. Throws NotFoundError. */
export async function getCurrentCourse(slug: string): Promise<PublishedCourse> {
  const course = await db.course.findUnique({ where: { slug }, select: { currentVersionId: true } });
  if (!course?.currentVersionId) throw new NotFoundError();
  return getCourseVersion(course.currentVersionId);
}

/** Every course that has been published, by address. */
export async function listCurrentCourses(): Promise<PublishedCourse[]> {
  const courses = await db.course.findMany({
    where: { currentVersionId: { not: null } },
    orderBy: { slug: "asc" },
    select: { currentVersionId: true },
  });
  return Promise.all(courses.map(({ currentVersionId }) => getCourseVersion(currentVersionId as string)));
}

/** Titles, questions and survey texts; English stands in (`isFallback`) where the language is missing. */
export function getCourseText(versionId: string, language: Language, client: Transaction = db) {
  return remembered(texts, `${versionId} ${language}`, async () => {
    const rows = await client.courseText.findMany({
      where: { courseVersionId: versionId, language: { in: [language, "en"] } },
    });
    const row = rows.find((candidate) => candidate.language === language) ?? rows[0];
    if (!row) throw new NotFoundError();
    return { text: row.text as CourseText, isFallback: row.language !== language };
  });
}

/** The pages of a lesson; English stands in (`isFallback`) where the language is missing. */
export function getLessonPages(versionId: string, lesson: string, language: Language) {
  return remembered(lessons, `${versionId} ${lesson} ${language}`, async () => {
    const rows = await db.lessonText.findMany({
      where: { courseVersionId: versionId, lesson, language: { in: [language, "en"] } },
    });
    const row = rows.find((candidate) => candidate.language === language) ?? rows[0];
    if (!row) throw new NotFoundError();
    return { pages: row.pages as LessonPage[], isFallback: row.language !== language };
  });
}
