import type { Actor } from "#app/identity/actor.ts";
import type { Activity } from "#app/library/course-format.ts";
import { clock } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import { enrolmentOf, type LearnerEnrolment } from "./enrolment.server.ts";
import { secondsLeft } from "./path.ts";
import { markStarted } from "./progress.server.ts";

/**
 * How the time that a page has been open is told. "heard": a script says every few seconds that the page is still in
 * view, so a longer silence does not count. "whole": there is no script, and all the time since the page was opened does.
 */
export type TimeOpen = "heard" | "whole";

/** Between two signs of a page in view; browsers hold timers back, so somewhat more than the page's own pause. */
const longestSilence = 45;

/** Whether anything of an activity's time is kept: only where a minimum is asked for. */
function asksForTime(activity: Activity): boolean {
  return "minimumMinutes" in activity && activity.minimumMinutes !== undefined;
}

/** Notes that a page of an activity was opened: its time counts from here. Where no minimum is asked for, nothing is. */
export async function notePageOpened(enrolment: LearnerEnrolment, activity: Activity): Promise<void> {
  if (!asksForTime(activity)) return;
  await markStarted(db, enrolment.id, activity.id);
  await db.activityProgress.updateMany({
    where: { enrolmentId: enrolment.id, activityId: activity.id, completedAt: null },
    data: { seenAt: clock.now() },
  });
}

/**
 * Counts the time since the page was opened or last heard of. One statement, so that two windows together count no more
 * than the clock does. An activity that was not opened, or is completed, is left alone.
 */
export async function countTimeOpen(
  tx: Transaction,
  enrolment: LearnerEnrolment,
  activityId: string,
  time: TimeOpen,
): Promise<void> {
  const activity = enrolment.course.structure.course.outline.find(({ id }) => id === activityId);
  if (!activity || !asksForTime(activity)) return;
  const now = clock.now();
  const most = time === "heard" ? longestSilence : 365 * 24 * 3600;
  await tx.$executeRaw`
    UPDATE activity_progress
    SET seconds_spent = seconds_spent
          + LEAST(GREATEST(round(EXTRACT(EPOCH FROM ${now}::timestamptz - seen_at)), 0), ${most}::int)::int,
        seen_at = ${now}::timestamptz
    WHERE enrolment_id = ${enrolment.id} AND activity_id = ${activityId}
      AND seen_at IS NOT NULL AND completed_at IS NULL`;
}

/**
 * A page says that it is still in view; what of the minimum time is left. Throws NotFoundError for an activity that the
 * actor does not take.
 */
export async function hearOfPage(
  actor: Actor,
  courseSlug: string,
  activityId: string,
): Promise<{ secondsLeft: number }> {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const activity = enrolment.course.structure.course.outline.find(({ id }) => id === activityId);
  if (!activity) throw new NotFoundError();
  await countTimeOpen(db, enrolment, activityId, "heard");
  return { secondsLeft: await timeLeft(enrolment, activity) };
}

/** What of an activity's minimum time is left, in seconds; nothing once it is completed. */
export async function timeLeft(
  enrolment: LearnerEnrolment,
  activity: Activity,
  client: Transaction = db,
): Promise<number> {
  if (!asksForTime(activity)) return 0;
  const row = await client.activityProgress.findUnique({
    where: { enrolmentId_activityId: { enrolmentId: enrolment.id, activityId: activity.id } },
    select: { secondsSpent: true, completedAt: true },
  });
  return row?.completedAt ? 0 : secondsLeft(activity, row);
}
