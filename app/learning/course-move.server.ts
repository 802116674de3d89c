import type { Transaction } from "#app/platform/db.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Learners under way: enrolled on one of these versions of a course and not done with it. */
const underWayOn = (courseVersionIds: string[]) => ({
  completedAt: null,
  courseVersionId: { in: courseVersionIds },
});

export async function countUnderWay(courseVersionIds: string[]): Promise<number> {
  return db.enrolment.count({ where: underWayOn(courseVersionIds) });
}

/** Of how many learners of a course, on whatever version, nothing was begun, the course is under way or completed. */
export async function countLearners(
  courseId: string,
): Promise<{ waiting: number; underWay: number; completed: number }> {
  const [all, waiting, completed] = await Promise.all([
    db.enrolment.count({ where: { courseId } }),
    db.enrolment.count({ where: { courseId, startedAt: null, completedAt: null } }),
    db.enrolment.count({ where: { courseId, completedAt: { not: null } } }),
  ]);
  return { waiting, underWay: all - waiting - completed, completed };
}

/** How many learners each of these versions of a course has, those who have completed it among them. */
export async function countLearnersOn(courseVersionIds: string[]): Promise<Map<string, number>> {
  const rows = await db.enrolment.groupBy({
    by: ["courseVersionId"],
    where: { courseVersionId: { in: courseVersionIds } },
    _count: true,
  });
  return new Map(rows.map(({ courseVersionId, _count }) => [courseVersionId, _count]));
}

/**
 * Moves the learners under way on some versions of a course to another version of it, and forgets their progress in
 * `restartedIds` (activities). Who has completed the course stays. Serializable callers only: a learner may be
 * completing the course at this moment. The caller has checked that the actor may.
 */
export async function moveLearners(
  tx: Transaction,
  { fromVersionIds, toVersionId, restartedIds }: CourseMove,
): Promise<{ enrolmentId: string; userId: string }[]> {
  const enrolments = await tx.enrolment.findMany({
    where: underWayOn(fromVersionIds),
    select: { id: true, userId: true },
  });
  const ids = enrolments.map(({ id }) => id);
  await tx.enrolment.updateMany({ where: { id: { in: ids } }, data: { courseVersionId: toVersionId } });
  await tx.activityProgress.deleteMany({
    where: { enrolmentId: { in: ids }, activityId: { in: restartedIds } },
  });
  return enrolments.map(({ id, userId }) => ({ enrolmentId: id, userId }));
}

export type CourseMove = { fromVersionIds: string[]; toVersionId: string; restartedIds: string[] };
