import type { Actor } from "#app/identity/actor.ts";
import { type CourseStanding, standingColumns, standingOf } from "#app/library/course-standing.server.ts";
import { getCourseVersion, type PublishedCourse } from "#app/library/published-course.server.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";

export type LearnerEnrolment = {
  id: string;
  userId: string;
  /** The version she began on. */
  course: PublishedCourse;
  enrolledAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  standing: CourseStanding;
};

/**
 * What a course that is not offered is for its learner: "ending" (she has begun it and goes on to its end), "unpublished"
 * (she has not, and may not now) or "archived" (what she has begun can be opened, and nothing new begun). Null for one
 * that is offered.
 */
export type ClosedCourse = "ending" | "unpublished" | "archived" | null;

export function closedFor({
  standing,
  startedAt,
}: Pick<LearnerEnrolment, "standing" | "startedAt">): ClosedCourse {
  if (standing === "offered") return null;
  return standing === "unpublished" && startedAt ? "ending" : standing;
}

/** Whether its learner may begin something new in it. */
export function isGoingOn(closed: ClosedCourse): boolean {
  return closed === null || closed === "ending";
}

/** Throws ConflictError with the reason when a learner may begin nothing new in a course. */
export function requireGoingOn(enrolment: LearnerEnrolment): void {
  const closed = closedFor(enrolment);
  if (closed === "archived") throw new ConflictError("learn.closedArchived");
  if (closed === "unpublished") throw new ConflictError("learn.closedUnpublished");
}

/** The actor's own enrolment in a course. Throws NotFoundError when she is not enrolled. */
export async function enrolmentOf(
  actor: Actor,
  courseSlug: string,
  client: Transaction = db,
): Promise<LearnerEnrolment> {
  const row = await client.enrolment.findFirst({
    where: { userId: actor.id, course: { slug: courseSlug } },
    select: {
      id: true,
      userId: true,
      courseVersionId: true,
      enrolledAt: true,
      startedAt: true,
      completedAt: true,
      course: { select: standingColumns },
    },
  });
  if (!row) throw new NotFoundError("learn.notEnrolled");
  const { courseVersionId, course, ...enrolment } = row;
  return {
    ...enrolment,
    standing: standingOf(course),
    course: await getCourseVersion(courseVersionId, client),
  };
}
