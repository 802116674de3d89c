import { type Activity, isLeaf, isTracked } from "./activity.ts";

/** True, false, or null: not known. */
export type Truth = boolean | null;

/** What sequencing knows of an activity or of one of its objectives (SCORM 2004 SN 4.2, tracking model). */
export type Tracking = {
  isSatisfied: Truth;
  measure: number | null;
  isCompleted: Truth;
  isAttempted: boolean;
  isLimitReached: boolean;
};

const nothing: Tracking = {
  isSatisfied: null,
  measure: null,
  isCompleted: null,
  isAttempted: false,
  isLimitReached: false,
};

/** For the activity's own rules; of one of its objectives when a rule names it. Nothing when it is not tracked. */
export function trackingOf(activity: Activity, objectiveId: string | null = null): Tracking {
  if (!isTracked(activity)) return nothing;
  const own = ownTracking(activity);
  const named = objectiveId === null ? null : activity.getObjectiveById(objectiveId);
  if (objectiveId === null || named?.isPrimary) return own;
  if (!named) return { ...own, isSatisfied: null, measure: null, isCompleted: null };
  const { objective } = named;
  const isKnown = objective.satisfiedStatusKnown || objective.progressStatus;
  return {
    ...own,
    isSatisfied: isKnown ? objective.satisfiedStatus : null,
    measure: objective.measureStatus ? objective.normalizedMeasure : null,
    isCompleted: completionTruth(objective.completionStatus),
  };
}

/** For the rollup of its parent: only what belongs to the parent's present attempt, unless the parent uses all. */
export function trackingForParent(activity: Activity): Tracking {
  const own = trackingOf(activity);
  const hasObjective = activity.objectiveInfoAvailableInCurrentParentAttempt;
  const hasProgress = activity.progressInfoAvailableInCurrentParentAttempt;
  return {
    ...own,
    isSatisfied: hasObjective ? own.isSatisfied : null,
    measure: hasObjective ? own.measure : null,
    isCompleted: hasProgress ? own.isCompleted : null,
    isAttempted: hasProgress && own.isAttempted,
  };
}

function ownTracking(activity: Activity): Tracking {
  return {
    isSatisfied: activity.objectiveSatisfiedStatusKnown ? activity.objectiveSatisfiedStatus : null,
    measure: activity.objectiveMeasureStatus ? activity.objectiveNormalizedMeasure : null,
    isCompleted: isCompleted(activity),
    isAttempted: activity.attemptCount > 0,
    isLimitReached: activity.attemptLimit !== null && activity.attemptCount >= activity.attemptLimit,
  };
}

/** adlcp:completionThreshold decides over a status that was read from a global objective. */
function isCompleted(activity: Activity): Truth {
  const isByMeasure = activity.completedByMeasure && isLeaf(activity);
  if (isByMeasure && activity.progressMeasureStatus) {
    return activity.progressMeasure >= activity.minProgressMeasure;
  }
  return isByMeasure && !activity.attemptProgressStatus ? null : completionTruth(activity.completionStatus);
}

function completionTruth(status: string): Truth {
  if (status === "completed") return true;
  return status === "incomplete" ? false : null;
}
