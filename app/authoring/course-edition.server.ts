import type { CourseStructure, CourseText } from "#app/library/course-format.ts";
import { requireUnarchived } from "#app/library/course-standing.server.ts";
import { getCourseVersion, type PublishedCourse } from "#app/library/published-course.server.ts";
import type { Transaction } from "#app/platform/db.server.ts";

/** Whether a form was sent before: its publication is the id of the version that it makes. */
export async function isPublished(tx: Transaction, versionId: string): Promise<boolean> {
  return (await tx.courseVersion.findUnique({ where: { id: versionId }, select: { id: true } })) !== null;
}

/** The version that a new one is made from. Throws ConflictError while the course is archived. */
export async function currentVersion(tx: Transaction, courseId: string): Promise<PublishedCourse> {
  await requireUnarchived(tx, courseId);
  const { currentVersionId } = await tx.course.findUniqueOrThrow({ where: { id: courseId } });
  return getCourseVersion(currentVersionId as string);
}

/** Ids of a course's versions but one. */
export async function otherVersions(tx: Transaction, courseId: string, versionId: string): Promise<string[]> {
  const rows = await tx.courseVersion.findMany({
    where: { courseId, id: { not: versionId } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export function withOutline(
  structure: CourseStructure,
  outline: CourseStructure["course"]["outline"],
): CourseStructure {
  return { ...structure, course: { ...structure.course, outline } };
}

export function withTitle(text: CourseText, id: string, title: string): CourseText {
  return { ...text, activities: { ...text.activities, [id]: { title } } };
}
