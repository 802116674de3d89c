import { getCourseVersion } from "#app/library/published-course.server.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import type { Transaction } from "#app/platform/db.server.ts";

export type SessionLearner = {
  enrolmentId: string;
  userId: string;
  name: string;
  email: string;
  /** Her version of the course has the activity, and neither it nor the course is completed. */
  isUnderWay: boolean;
  /** She has completed the activity. */
  isDone: boolean;
  /** Her version has the activity and shows it. */
  hasActivity: boolean;
  /** She has not switched the mails about dates off. */
  wantsSessionMails: boolean;
};

/** Everybody enrolled in a course whose account is open, by name, as a live session of it concerns her. */
export async function listSessionLearners(
  tx: Transaction,
  { courseId, activityId }: { courseId: string; activityId: string },
): Promise<SessionLearner[]> {
  const enrolments = await tx.enrolment.findMany({
    where: { courseId, user: { deactivatedAt: null } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      userId: true,
      courseVersionId: true,
      completedAt: true,
      user: { select: { name: true, email: true, wantsSessionMails: true } },
      progress: { where: { activityId }, select: { completedAt: true } },
    },
  });
  const versions = new Set(enrolments.map(({ courseVersionId }) => courseVersionId));
  const having = new Set<string>();
  for (const versionId of versions) {
    const { structure } = await getCourseVersion(versionId, tx);
    const outline = visibleOutline(structure.course.outline);
    const isThere = outline.some(({ id, kind }) => id === activityId && kind === "session");
    if (isThere) having.add(versionId);
  }
  return enrolments.map(({ id, userId, courseVersionId, completedAt, user, progress }) => {
    const isDone = progress.some((row) => row.completedAt !== null);
    const hasActivity = having.has(courseVersionId);
    return {
      enrolmentId: id,
      userId,
      ...user,
      isUnderWay: hasActivity && completedAt === null && !isDone,
      // Who was moved to a version without it has nothing more to do with its dates.
      isDone: isDone || !hasActivity,
      hasActivity,
    };
  });
}
