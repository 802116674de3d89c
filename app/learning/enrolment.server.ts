import type { Actor } from "#app/identity/actor.ts";
import { getCourseVersion, type PublishedCourse } from "#app/library/published-course.server.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

export type LearnerEnrolment = {
  id: string;
  userId: string;
  /** The version she began on. */
  course: PublishedCourse;
  enrolledAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
};

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
    },
  });
  if (!row) throw new NotFoundError("learn.notEnrolled");
  const { courseVersionId, ...enrolment } = row;
  return { ...enrolment, course: await getCourseVersion(courseVersionId, client) };
}
