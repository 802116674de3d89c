import { type Activity, isTracked } from "./activity.ts";
import { isRuledTo } from "./conditions.ts";

/**
 * Check Activity Process (SCORM 2004 SN UP.5): disabled by a rule, or no attempt is left. A limit holds up new attempts
 * only (UP.1): not one that goes on, not a suspended one. `view` is the activity as its rules are to see it.
 */
export function isBarred(activity: Activity, view: Activity, isGoingOn = activity.isActive): boolean {
  if (isRuledTo(view, "disabled")) return true;
  const { attemptLimit, attemptCount, isSuspended } = activity;
  if (!isTracked(activity) || isGoingOn || isSuspended || attemptLimit === null) return false;
  return attemptCount > 0 && attemptCount >= attemptLimit;
}
