import type { Activity } from "#app/library/course-format.ts";
import { neverOpenDays } from "#app/library/day-rules.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";

/** Why days that a form gives an activity cannot stand; null when they can. `before` is the outline without the change. */
export function dayErrors(before: Activity[], edited: Activity[], id: string): FormErrors | null {
  const isChanged = (day: "availableFrom" | "availableUntil") => {
    const [old, now] = [before, edited].map((outline) => outline.find((one) => one.id === id)?.[day]);
    return old !== now;
  };
  const never = neverOpenDays(edited);
  const own = never.find((one) => one.id === id);
  if (own) {
    if (own.key === "faults.closesBeforeOpening") return { availableUntil: "outline.closesBeforeOpening" };
    return { [isChanged("availableUntil") ? "availableUntil" : "after"]: "outline.closesBeforeAwaited" };
  }
  const known = neverOpenDays(before).map((one) => one.id);
  if (never.every((one) => known.includes(one.id))) return null;
  return { [isChanged("availableFrom") ? "availableFrom" : "after"]: "outline.closesOthers" };
}
