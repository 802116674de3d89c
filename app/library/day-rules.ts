import { certificateStepId } from "./certificate-step.ts";
import { type Day, isPast } from "./activity-days.ts";
import type { Activity } from "./course-format.ts";
import type { FaultSentence } from "./fault.ts";
import { requiredIn } from "./visible-outline.ts";

type Outline = Pick<Activity, "id" | "required" | "after" | "hidden" | "availableFrom" | "availableUntil">[];

/** A sentence about an activity of an outline, by its id. */
type AboutActivity = FaultSentence & { id: string };

/** The activities that are never open: they close before they, or something that they wait for, could open. */
export function neverOpenDays(outline: Outline): AboutActivity[] {
  return outline.flatMap((activity): AboutActivity[] => {
    const { id, availableFrom: from, availableUntil: until } = activity;
    if (until === undefined) return [];
    if (from !== undefined && from > until) {
      return [{ id, key: "faults.closesBeforeOpening", values: { id, from, until } }];
    }
    const opens = earliestDay(outline, id);
    if (opens === null || opens <= until) return [];
    return [{ id, key: "faults.closesBeforeAwaited", values: { id, until, opens } }];
  });
}

/**
 * The first day on which an activity can be open, with all that it waits for; null: any day. `known` holds what was found
 * for others: who waits for everything before would otherwise be followed on every way that there is.
 */
function earliestDay(outline: Outline, id: string, known = new Map<string, Day | null>()): Day | null {
  const found = known.get(id);
  if (found !== undefined) return found;
  // What waits for itself is another fault.
  known.set(id, null);
  const activity = outline.find((one) => one.id === id);
  const awaited = id === certificateStepId ? requiredIn(outline).map((one) => one.id) : activity?.after;
  const days = (awaited ?? []).map((other) => earliestDay(outline, other, known));
  const day = [activity?.availableFrom ?? null, ...days].reduce(
    (latest, one) => (one !== null && (latest === null || one > latest) ? one : latest),
    null,
  );
  known.set(id, day);
  return day;
}

/** Required activities that learners see and whose last day is past: who has not done them cannot complete the course any more. */
export function closedRequired(outline: Outline, now: Date): AboutActivity[] {
  return requiredIn(outline).flatMap(({ id, availableUntil: until }): AboutActivity[] =>
    until !== undefined && isPast(until, now)
      ? [{ id, key: "faults.requiredClosed", values: { id, until } }]
      : [],
  );
}
