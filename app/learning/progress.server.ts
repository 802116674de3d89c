import type { Activity } from "#app/library/course-format.ts";
import { clock } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import { type LearnerEnrolment, requireGoingOn } from "./enrolment.server.ts";
import { requireOpen } from "./open-step.ts";
import { pagesOf, pathOf, type PathStep, type ProgressRow, type QuizOutcome, secondsLeft } from "./path.ts";

/** All that is known of the activities of an enrolment; activities not begun have no row. */
export async function progressOf(enrolmentId: string, client: Transaction = db): Promise<ProgressRow[]> {
  const rows = await client.activityProgress.findMany({
    where: { enrolmentId },
    omit: { enrolmentId: true, seenAt: true },
  });
  return rows.map((row) => ({ ...row, outcome: row.outcome as QuizOutcome | null }));
}

/** Notes what the attempts at a quiz have come to. */
export async function recordOutcome(
  tx: Transaction,
  enrolmentId: string,
  activityId: string,
  outcome: QuizOutcome,
): Promise<void> {
  await tx.activityProgress.updateMany({ where: { enrolmentId, activityId }, data: { outcome } });
}

/**
 * An activity of the outline that the learner may do now (or has done). Throws NotFoundError when there is no such
 * activity of this kind, or of one of these, ConflictError when others come first, its days do not allow it, or the
 * course is not offered any more and she has not begun it.
 */
export async function requireOpenActivity<Kind extends Activity["kind"]>(
  enrolment: LearnerEnrolment,
  activityId: string,
  kind: Kind | readonly Kind[],
  client: Transaction = db,
): Promise<Extract<Activity, { kind: Kind }>> {
  return (await requireOpenStep(enrolment, activityId, kind, client)).activity;
}

/** The same with how far she has come in it. */
export async function requireOpenStep<Kind extends Activity["kind"]>(
  enrolment: LearnerEnrolment,
  activityId: string,
  kind: Kind | readonly Kind[],
  client: Transaction = db,
): Promise<PathStep & { activity: Extract<Activity, { kind: Kind }> }> {
  const steps = pathOf(enrolment.course.structure, await progressOf(enrolment.id, client));
  const kinds: readonly Activity["kind"][] = [kind].flat();
  const step = steps.find(({ activity }) => activity.id === activityId && kinds.includes(activity.kind));
  if (!step) throw new NotFoundError();
  requireOpen(step);
  if (step.state === "open") requireGoingOn(enrolment);
  return { ...step, activity: step.activity as Extract<Activity, { kind: Kind }> };
}

/** Notes that an activity, and with it the course, was begun. Repeating it changes nothing. */
export async function markStarted(tx: Transaction, enrolmentId: string, activityId: string): Promise<void> {
  await tx.activityProgress.createMany({
    data: { enrolmentId, activityId, startedAt: clock.now() },
    skipDuplicates: true,
  });
  await tx.enrolment.updateMany({
    where: { id: enrolmentId, startedAt: null },
    data: { startedAt: clock.now() },
  });
}

/** Notes that an activity is completed. The first time counts; repeating it changes nothing. */
export async function markCompleted(tx: Transaction, enrolmentId: string, activityId: string): Promise<void> {
  await markStarted(tx, enrolmentId, activityId);
  await tx.activityProgress.updateMany({
    where: { enrolmentId, activityId, completedAt: null },
    data: { completedAt: clock.now() },
  });
}

/** The opposite of `markCompleted`, when what completed it no longer holds. */
export async function markIncomplete(
  tx: Transaction,
  enrolmentId: string,
  activityId: string,
): Promise<void> {
  await tx.activityProgress.updateMany({ where: { enrolmentId, activityId }, data: { completedAt: null } });
}

/** Remembers the page of an open lesson that it is to be resumed at. */
export async function recordPosition(
  enrolment: LearnerEnrolment,
  activityId: string,
  pageId: string,
): Promise<void> {
  await markStarted(db, enrolment.id, activityId);
  await db.activityProgress.updateMany({
    where: { enrolmentId: enrolment.id, activityId },
    data: { position: pageId },
  });
}

/**
 * Notes that a page was read; with its last page the lesson is completed, if its minimum time has passed. `next` is the
 * page that follows, null after the last. Serializable callers only: two tabs may finish different pages at once.
 */
export async function recordPageRead(
  tx: Transaction,
  enrolment: LearnerEnrolment,
  activityId: string,
  pageId: string,
): Promise<{ next: string | null; isLessonComplete: boolean; secondsLeft: number }> {
  const activity = await requireOpenActivity(enrolment, activityId, "lesson", tx);
  const pages = pagesOf(enrolment.course.structure, activity);
  if (!pages.includes(pageId)) throw new NotFoundError();
  await markStarted(tx, enrolment.id, activityId);
  const key = { enrolmentId_activityId: { enrolmentId: enrolment.id, activityId } };
  const row = await tx.activityProgress.findUniqueOrThrow({ where: key });
  const pagesRead = [...new Set([...row.pagesRead, pageId])];
  const next = pages[pages.indexOf(pageId) + 1] ?? null;
  await tx.activityProgress.update({ where: key, data: { pagesRead, position: next ?? pageId } });
  const isRead = pages.every((page) => pagesRead.includes(page));
  const left = isRead && row.completedAt === null ? secondsLeft(activity, row) : 0;
  const isLessonComplete = isRead && left === 0;
  if (isLessonComplete) await markCompleted(tx, enrolment.id, activityId);
  return { next, isLessonComplete, secondsLeft: left };
}

/**
 * Notes that an activity is completed without telling when: both times are those of the enrolment, and up to 200 other
 * rows of the activity, picked by chance, are written anew with it in random order, so that neither PostgreSQL's number
 * of the writing transaction nor the place on disk tells who was last. For anonymous surveys, whose answers carry a day.
 */
export async function markCompletedUntimed(
  tx: Transaction,
  { id: enrolmentId, enrolledAt }: LearnerEnrolment,
  activityId: string,
): Promise<void> {
  const own = { enrolmentId, activityId, startedAt: enrolledAt, completedAt: enrolledAt };
  const others = await tx.$queryRaw<(typeof own)[]>`
    DELETE FROM activity_progress WHERE activity_id = ${activityId} AND enrolment_id IN (
      SELECT enrolment_id FROM activity_progress
      WHERE activity_id = ${activityId} AND enrolment_id <> ${enrolmentId} AND started_at = completed_at
      ORDER BY random() LIMIT 200)
    AND started_at = completed_at
    RETURNING enrolment_id AS "enrolmentId", activity_id AS "activityId", started_at AS "startedAt",
              completed_at AS "completedAt"`;
  const rows = [own, ...others].map((row) => ({ row, place: Math.random() }));
  await tx.activityProgress.createMany({
    data: rows.sort((a, b) => a.place - b.place).map(({ row }) => row),
    skipDuplicates: true,
  });
}
