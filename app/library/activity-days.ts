import { localOfInstant } from "#app/platform/zoned-time.ts";

import type { Activity } from "./course-format.ts";

/** A day on the site's clocks, such as 2026-03-02; days are compared as they are written. */
export type Day = string;

/** That an activity cannot be done at a moment: it opens on a later day, or an earlier one was its last. */
export type OutsideDays = { kind: "notYet" | "closed"; day: Day };

type Window = Pick<Activity, "availableFrom" | "availableUntil">;

function dayOf(instant: Date): Day {
  return localOfInstant(instant).slice(0, 10);
}

/** Null while an activity is open as far as its days go. */
export function outsideDays(
  { availableFrom: from, availableUntil: until }: Window,
  now: Date,
): OutsideDays | null {
  if (from === undefined && until === undefined) return null;
  const today = dayOf(now);
  if (from !== undefined && today < from) return { kind: "notYet", day: from };
  return until !== undefined && today > until ? { kind: "closed", day: until } : null;
}

/** The day by which somebody should have done an activity; null for one without such a day. */
export function dueDay({ dueAfterDays }: Pick<Activity, "dueAfterDays">, enrolledAt: Date): Day | null {
  if (dueAfterDays === undefined) return null;
  const day = new Date(`${dayOf(enrolledAt)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + dueAfterDays);
  return day.toISOString().slice(0, 10);
}

/** The day itself is still in time. */
export function isPast(day: Day, now: Date): boolean {
  return dayOf(now) > day;
}
