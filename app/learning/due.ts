import { type Day, dueDay, isPast } from "#app/library/activity-days.ts";
import { clock } from "#app/platform/clock.ts";

import type { PathStep } from "./path.ts";

/** By which day something should be done. Nothing is blocked when it is past. */
export type Due = { day: Day; isOverdue: boolean };

/** Null for what is done, and for what has no such day. */
export function dueOf(
  { activity, state }: Pick<PathStep, "activity" | "state">,
  enrolledAt: Date,
  now = clock.now(),
): Due | null {
  const day = state === "done" ? null : dueDay(activity, enrolledAt);
  return day === null ? null : { day, isOverdue: isPast(day, now) };
}

/** Of all that is not done, what should be done first. */
export function earliestDue(steps: PathStep[], enrolledAt: Date): (Due & { step: PathStep }) | null {
  const due = steps.flatMap((step) => {
    const found = dueOf(step, enrolledAt);
    return found ? [{ ...found, step }] : [];
  });
  return due.sort((a, b) => a.day.localeCompare(b.day))[0] ?? null;
}
