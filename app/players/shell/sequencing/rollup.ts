import { type Activity, isLeaf, isTracked, pathTo } from "./activity.ts";
import { combined, isRuledTo, truthOf } from "./conditions.ts";
import { trackingForParent, type Truth } from "./tracking.ts";

type Rule = Activity["rollupRules"]["rules"][number];
type Action = "satisfied" | "notSatisfied" | "completed" | "incomplete";

/**
 * Overall Rollup Process (SCORM 2004 SN RB.1.5) from an activity up to the root. `refresh` gives a cluster back what its
 * objective maps read, before its parent looks at it.
 */
export function rollUp(
  activity: Activity,
  {
    rollUpProgressMeasure,
    refresh,
  }: Record<"rollUpProgressMeasure" | "refresh", (cluster: Activity) => void>,
) {
  for (const cluster of pathTo(activity).reverse()) {
    if (isLeaf(cluster)) continue;
    rollUpMeasure(cluster);
    rollUpProgressMeasure(cluster);
    rollUpObjective(cluster);
    rollUpProgress(cluster);
    refresh(cluster);
  }
}

/** RB.1.1 a: every tracked child counts with its weight, also while its measure is not known. */
function rollUpMeasure(cluster: Activity) {
  const children = cluster.getAvailableChildren().filter(isTracked);
  const weightOf = (child: Activity) => child.sequencingControls.objectiveMeasureWeight;
  const weight = children.reduce((sum, child) => sum + weightOf(child), 0);
  const known = children.filter((child) => trackingForParent(child).measure !== null);
  cluster.objectiveMeasureStatus = known.length > 0 && weight > 0;
  if (!cluster.objectiveMeasureStatus) return;
  cluster.objectiveNormalizedMeasure =
    known.reduce((sum, child) => sum + child.objectiveNormalizedMeasure * weightOf(child), 0) / weight;
}

/** RB.1.2: by the measure alone when the objective is satisfied by measure, else by rules. */
function rollUpObjective(cluster: Activity) {
  const { primaryObjective, objectiveMeasureStatus, objectiveNormalizedMeasure } = cluster;
  if (primaryObjective?.satisfiedByMeasure) {
    const isReady = !cluster.isActive || cluster.rollupConsiderations.measureSatisfactionIfActive;
    const isPassed = objectiveNormalizedMeasure >= (primaryObjective.minNormalizedMeasure ?? 1);
    setSatisfied(cluster, objectiveMeasureStatus && isReady ? isPassed : null);
  } else if (hasRules(cluster, ["satisfied", "notSatisfied"])) {
    if (isRolledUpTo(cluster, "notSatisfied")) setSatisfied(cluster, false);
    if (isRolledUpTo(cluster, "satisfied")) setSatisfied(cluster, true);
  } else {
    const isSatisfied = defaultTruth(cluster, ["satisfied", "notSatisfied"]);
    if (isSatisfied !== null) setSatisfied(cluster, isSatisfied);
  }
}

/** RB.1.3: by the progress measure alone when the activity is completed by measure, else by rules. */
function rollUpProgress(cluster: Activity) {
  if (cluster.completedByMeasure) {
    const isReached = cluster.attemptCompletionAmount >= cluster.minProgressMeasure;
    setCompleted(cluster, cluster.attemptCompletionAmountStatus ? isReached : null);
  } else if (hasRules(cluster, ["completed", "incomplete"])) {
    if (isRolledUpTo(cluster, "incomplete")) setCompleted(cluster, false);
    if (isRolledUpTo(cluster, "completed")) setCompleted(cluster, true);
  } else {
    const isCompleted = defaultTruth(cluster, ["completed", "incomplete"]);
    if (isCompleted !== null) setCompleted(cluster, isCompleted);
  }
}

function hasRules(cluster: Activity, actions: Action[]): boolean {
  return cluster.rollupRules.rules.some(({ action }) => actions.some((one) => one === String(action)));
}

/** RB.1.4: whether a rule with this action applies. A rule for all children applies when none of them counts. */
function isRolledUpTo(cluster: Activity, action: Action): boolean {
  const children = countedChildren(cluster, action);
  return cluster.rollupRules.rules
    .filter((rule) => String(rule.action) === action)
    .some((rule) => isMet(rule, children));
}

function isMet(rule: Rule, children: Activity[]): boolean {
  const truths = children.map((child) =>
    combined(
      rule.conditions.map((condition) => truthOf(condition, trackingForParent(child))),
      rule.conditionCombination,
    ),
  );
  const count = truths.filter((truth) => truth === true).length;
  switch (String(rule.consideration)) {
    case "any":
      return count > 0;
    case "none":
      return truths.every((truth) => truth === false);
    case "atLeastCount":
      return children.length > 0 && count >= rule.minimumCount;
    case "atLeastPercent":
      return children.length > 0 && count * 100 >= rule.minimumPercent * children.length;
    default:
      return count === truths.length;
  }
}

/** RB.1.2 b and RB.1.3 b without rules: true when all that count are, false when all are known. */
function defaultTruth(cluster: Activity, [positive, negative]: [Action, Action]): Truth {
  const truthsFor = (action: Action) =>
    countedChildren(cluster, action).map((child) => {
      const { isSatisfied, isCompleted } = trackingForParent(child);
      return positive === "satisfied" ? isSatisfied : isCompleted;
    });
  if (truthsFor(positive).every((truth) => truth === true)) return true;
  return truthsFor(negative).includes(null) ? null : false;
}

/**
 * RB.1.4.2: the children that count for this action. For "ifNotSuspended" the book also leaves out what was never
 * attempted; ADL's own run-time environment, against which its cases were made, does not.
 */
function countedChildren(cluster: Activity, action: Action): Activity[] {
  return cluster.getAvailableChildren().filter((child) => isTracked(child) && countsFor(child, action));
}

function countsFor(child: Activity, action: Action): boolean {
  const { rollupObjectiveSatisfied, rollupProgressCompletion } = child.sequencingControls;
  const isObjective = action === "satisfied" || action === "notSatisfied";
  if (!(isObjective ? rollupObjectiveSatisfied : rollupProgressCompletion)) return false;
  switch (requirement(child, action)) {
    case "ifNotSuspended":
      return !child.isSuspended;
    case "ifAttempted":
      return child.attemptCount > 0;
    case "ifNotSkipped":
      return !isRuledTo(child, "skip");
    default:
      return true;
  }
}

function requirement(child: Activity, action: Action): string {
  const considerations = child.rollupConsiderations;
  return {
    satisfied: considerations.requiredForSatisfied,
    notSatisfied: considerations.requiredForNotSatisfied,
    completed: considerations.requiredForCompleted,
    incomplete: considerations.requiredForIncomplete,
  }[action];
}

function setSatisfied(cluster: Activity, isSatisfied: Truth) {
  if (isSatisfied !== null) {
    cluster.objectiveSatisfiedStatus = isSatisfied;
    return;
  }
  cluster.setPrimaryObjectiveState(
    false,
    cluster.objectiveMeasureStatus,
    cluster.objectiveNormalizedMeasure,
    cluster.progressMeasure,
    cluster.progressMeasureStatus,
    cluster.completionStatus,
    false,
  );
  cluster.successStatus = "unknown" as Activity["successStatus"];
}

function setCompleted(cluster: Activity, isCompleted: Truth) {
  const status = isCompleted === null ? "unknown" : isCompleted ? "completed" : "incomplete";
  cluster.completionStatus = status as Activity["completionStatus"];
}
