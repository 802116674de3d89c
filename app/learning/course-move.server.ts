import { versionChanges } from "#app/library/carry-over.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { completeMoved } from "./jobs.ts";

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

/** How many learners each of these versions of a course has; with `isCompleted` only those who have completed it. */
export async function countLearnersOn(
  courseVersionIds: string[],
  { isCompleted = false }: { isCompleted?: boolean } = {},
): Promise<Map<string, number>> {
  const rows = await db.enrolment.groupBy({
    by: ["courseVersionId"],
    where: {
      courseVersionId: { in: courseVersionIds },
      ...(isCompleted && { completedAt: { not: null } }),
    },
    _count: true,
  });
  return new Map(rows.map(({ courseVersionId, _count }) => [courseVersionId, _count]));
}

/** The outline of a version and the packages behind it, for `versionChanges`. */
export async function versionContent(tx: Transaction, courseVersionId: string) {
  const [{ structure }, packages] = [
    await getCourseVersion(courseVersionId, tx),
    await tx.coursePackage.findMany({ where: { courseVersionId } }),
  ];
  return {
    outline: structure.course.outline,
    packages: new Map(packages.map(({ name, packageVersionId }) => [name, packageVersionId])),
  };
}

export type CourseMove = {
  fromVersionIds: string[];
  toVersionId: string;
  /** Only these enrolments; all where it is not given. */
  enrolmentIds?: string[];
};

export type MovedLearner = { enrolmentId: string; userId: string; restartedIds: string[] };

/**
 * Moves the learners under way on some versions of a course to another version of it. Progress in activities that are
 * the same goes with them; what begins anew for each (`versionChanges`) is forgotten and returned. Who has completed the
 * course stays. Serializable callers only: a learner may be completing the course at this moment. The caller has checked
 * that the actor may.
 */
export async function moveLearners(
  tx: Transaction,
  { fromVersionIds, toVersionId, enrolmentIds }: CourseMove,
): Promise<MovedLearner[]> {
  const enrolments = await tx.enrolment.findMany({
    where: { ...underWayOn(fromVersionIds), ...(enrolmentIds && { id: { in: enrolmentIds } }) },
    select: { id: true, userId: true, courseVersionId: true },
  });
  const after = await versionContent(tx, toVersionId);
  const moved: MovedLearner[] = [];
  for (const from of new Set(enrolments.map(({ courseVersionId }) => courseVersionId))) {
    const { restarted } = versionChanges(await versionContent(tx, from), after);
    const group = enrolments.filter(({ courseVersionId }) => courseVersionId === from);
    await tx.activityProgress.deleteMany({
      where: { enrolmentId: { in: group.map(({ id }) => id) }, activityId: { in: restarted } },
    });
    moved.push(...group.map(({ id, userId }) => ({ enrolmentId: id, userId, restartedIds: restarted })));
  }
  await tx.enrolment.updateMany({
    where: { id: { in: moved.map(({ enrolmentId }) => enrolmentId) } },
    data: { courseVersionId: toVersionId },
  });
  return moved;
}

/**
 * Asks for the completion of courses in which moved learners have nothing left to do, after the commit of the move. What a
 * crash leaves undone here, `sweep-version-moves` finds.
 */
export async function dispatchCompletion(courseVersionId: string): Promise<void> {
  await enqueue(completeMoved, { courseVersionId }, courseVersionId);
}
