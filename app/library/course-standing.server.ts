import { db, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

/**
 * Whether people may begin a course. "unpublished": nobody new may, whoever has begun goes on. "archived": it has left
 * everybody's lists and is kept whole; what was begun can still be opened.
 */
export type CourseStanding = "offered" | "unpublished" | "archived";

/** The columns of a course that say it. */
export const standingColumns = { unpublishedAt: true, archivedAt: true } as const;

export function standingOf(course: { unpublishedAt: Date | null; archivedAt: Date | null }): CourseStanding {
  if (course.archivedAt) return "archived";
  return course.unpublishedAt ? "unpublished" : "offered";
}

export async function courseStanding(courseId: string, client: Transaction = db): Promise<CourseStanding> {
  return standingOf(
    await client.course.findUniqueOrThrow({ where: { id: courseId }, select: standingColumns }),
  );
}

/** Throws ConflictError with the reason when nobody may be enrolled in a course now. */
export async function requireOffered(client: Transaction, courseId: string): Promise<void> {
  const refusal = refusalOf(await courseStanding(courseId, client));
  if (refusal) throw new ConflictError(refusal);
}

/** Why nobody can be enrolled in a course; null when people can. */
export function refusalOf(standing: CourseStanding): MessageKey | null {
  if (standing === "offered") return null;
  return standing === "archived" ? "publishing.enrolArchived" : "publishing.enrolUnpublished";
}

/** Throws ConflictError while a course is archived: its next version would reach nobody. */
export async function requireUnarchived(client: Transaction, courseId: string): Promise<void> {
  if ((await courseStanding(courseId, client)) === "archived")
    throw new ConflictError("publishing.archivedFirst");
}

/** Writes it. The caller has checked that the actor may, and notes who did. */
export async function writeStanding(
  tx: Transaction,
  courseId: string,
  standing: { unpublishedAt?: Date | null; archivedAt?: Date | null },
): Promise<void> {
  await tx.course.update({ where: { id: courseId }, data: standing });
}
