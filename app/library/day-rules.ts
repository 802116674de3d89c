import { certificateStepId } from "./certificate-step.ts";
import { type Day, isPast } from "./activity-days.ts";
import type { Activity } from "./course-format.ts";
import type { FaultSentence } from "./fault.ts";

type Outline = Pick<Activity, "id" | "required" | "after" | "availableFrom" | "availableUntil">[];

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

/** The first day on which an activity can be open, with all that it waits for; null: any day. */
function earliestDay(outline: Outline, id: string, below: readonly string[] = []): Day | null {
  const activity = outline.find((one) => one.id === id);
  const awaited =
    id === certificateStepId
      ? outline.filter(({ required }) => required).map((one) => one.id)
      : activity?.after;
  const days = (awaited ?? [])
    .filter((other) => !below.includes(other))
    .map((other) => earliestDay(outline, other, [...below, id]));
  return [activity?.availableFrom ?? null, ...days].reduce(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
}

/** Required activities whose last day is past: who has not done them cannot complete the course any more. */
export function closedRequired(outline: Outline, now: Date): AboutActivity[] {
  return outline.flatMap(({ id, required, availableUntil: until }): AboutActivity[] =>
    required && until !== undefined && isPast(until, now)
      ? [{ id, key: "faults.requiredClosed", values: { id, until } }]
      : [],
  );
}
