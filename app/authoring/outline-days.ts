import type { Activity } from "#app/library/course-format.ts";
import { neverOpenDays } from "#app/library/day-rules.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";

/** Why days that a form gives an activity cannot stand; null when they can. `before` is the outline without the change. */
export function dayErrors(before: Activity[], edited: Activity[], id: string): FormErrors | null {
  const isChanged = (field: "required" | "availableFrom" | "availableUntil") => {
    const [old, now] = [before, edited].map((outline) => outline.find((one) => one.id === id)?.[field]);
    return old !== now;
  };
  const never = neverOpenDays(edited);
  const own = never.find((one) => one.id === id);
  if (own) {
    if (own.key === "faults.closesBeforeOpening") return { availableUntil: "outline.closesBeforeOpening" };
    return { [isChanged("availableUntil") ? "availableUntil" : "after"]: "outline.closesBeforeAwaited" };
  }
  if (newlyClosed(before, edited).length === 0) return null;
  if (isChanged("availableFrom")) return { availableFrom: "outline.closesOthers" };
  return isChanged("required") ? { required: "outline.countsTooLate" } : { after: "outline.closesOthers" };
}

/** The activities that close before they could open, and did not in the outline without the change. */
export function newlyClosed(before: Activity[], edited: Activity[]): string[] {
  const known = neverOpenDays(before).map(({ id }) => id);
  return neverOpenDays(edited).flatMap(({ id }) => (known.includes(id) ? [] : [id]));
}
