import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import { db } from "#app/platform/db.server.ts";

import { dueOf } from "./due.ts";

export type EnrolmentRow = {
  id: string;
  learner: { id: string; name: string; email: string; isInvited: boolean };
  versionLabel: string;
  enrolledAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  requiredDone: number;
  requiredTotal: number;
  /** Activities that should have been done by now, and are not. */
  overdueIds: string[];
};

/** Everybody enrolled in a course the actor teaches, newest first. */
export async function listEnrolments(actor: Actor, courseSlug: string): Promise<EnrolmentRow[]> {
  const { courseId } = await requireTeaching(actor, courseSlug);
  const rows = await db.enrolment.findMany({
    where: { courseId },
    orderBy: [{ enrolledAt: "desc" }, { id: "asc" }],
    include: {
      user: { select: { id: true, name: true, email: true, passwordHash: true } },
      courseVersion: { select: { label: true } },
      progress: { where: { completedAt: { not: null } }, select: { activityId: true } },
    },
  });
  return Promise.all(
    rows.map(async ({ user, courseVersion, progress, courseVersionId, ...row }) => {
      const { structure } = await getCourseVersion(courseVersionId);
      const visible = visibleOutline(structure.course.outline);
      const required = visible.filter(({ required }) => required);
      const done = new Set(progress.map(({ activityId }) => activityId));
      return {
        id: row.id,
        learner: { id: user.id, name: user.name, email: user.email, isInvited: user.passwordHash === null },
        versionLabel: courseVersion.label,
        enrolledAt: row.enrolledAt,
        startedAt: row.startedAt,
        completedAt: row.completedAt,
        requiredDone: required.filter(({ id }) => done.has(id)).length,
        requiredTotal: required.length,
        overdueIds: visible.flatMap((activity) => {
          const state = done.has(activity.id) ? "done" : "open";
          return dueOf({ activity, state }, row.enrolledAt)?.isOverdue ? [activity.id] : [];
        }),
      };
    }),
  );
}
