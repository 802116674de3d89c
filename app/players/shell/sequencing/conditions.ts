import type { Activity } from "./activity.ts";
import { type Tracking, trackingOf, type Truth } from "./tracking.ts";

type Condition = { condition: string; operator: string | null; parameters: Map<string, unknown> };
type Rule = Activity["sequencingRules"]["preConditionRules"][number];

/** The first rule that applies (SCORM 2004 SN UP.2): its action. */
export function firstAction(activity: Activity, rules: Rule[]): string | null {
  return rules.find((rule) => isMet(activity, rule))?.action ?? null;
}

/** Whether a precondition with this action applies. */
export function isRuledTo(activity: Activity, action: string): boolean {
  const rules = activity.sequencingRules.preConditionRules.filter((rule) => String(rule.action) === action);
  return firstAction(activity, rules) !== null;
}

function isMet(activity: Activity, rule: Rule): boolean {
  const truths = rule.conditions.map((condition) =>
    truthOf(condition, trackingOf(activity, condition.referencedObjective)),
  );
  return combined(truths, rule.conditionCombination) === true;
}

/** One condition in three-valued logic (UP.2.1, RB.1.4.1): "not" of what is unknown is unknown. */
export function truthOf(condition: Condition, tracking: Tracking): Truth {
  const truth = plainTruth(condition, tracking);
  return condition.operator === "not" && truth !== null ? !truth : truth;
}

function plainTruth({ condition, parameters }: Condition, tracking: Tracking): Truth {
  const threshold = Number(parameters.get("threshold") ?? 0);
  const { measure } = tracking;
  switch (condition) {
    case "satisfied":
      return tracking.isSatisfied;
    case "objectiveStatusKnown":
      return tracking.isSatisfied !== null;
    case "objectiveMeasureKnown":
      return measure !== null;
    case "objectiveMeasureGreaterThan":
      return measure === null ? null : measure > threshold;
    case "objectiveMeasureLessThan":
      return measure === null ? null : measure < threshold;
    case "completed":
      return tracking.isCompleted;
    case "activityProgressKnown":
    case "progressKnown":
      return tracking.isCompleted !== null;
    case "attempted":
      return tracking.isAttempted;
    case "attemptLimitExceeded":
      return tracking.isLimitReached;
    case "always":
      return true;
    default:
      // timeLimitExceeded and outsideAvailableTimeRange: SCORM leaves evaluating time limits to the LMS; this one does not.
      return false;
  }
}

/** Without any condition nothing is known. */
export function combined(truths: Truth[], combination: string | undefined): Truth {
  if (truths.length === 0) return null;
  const decisive = combination === "any";
  if (truths.includes(decisive)) return decisive;
  return truths.includes(null) ? null : !decisive;
}
