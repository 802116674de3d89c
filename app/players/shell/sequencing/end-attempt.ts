import { type Activity, isLeaf, isTracked, pathTo } from "./activity.ts";
import { firstAction } from "./conditions.ts";
import type { Engine, Request, Termination } from "./engine.ts";

/** End Attempt Process (SCORM 2004 SN UP.4), with what its objective maps write and the rollup. */
export function endAttempt(engine: Engine, activity: Activity) {
  if (!activity.isActive) return;
  if (isLeaf(activity)) endLeaf(engine, activity);
  else activity.isSuspended = activity.children.some((child) => child.isSuspended);
  activity.isActive = false;
  activity.activityAttemptActive = false;
  publish(engine, activity);
  engine.navigationLookAhead.invalidateCache();
}

/** Without a word from the content it is completed and satisfied, unless the manifest says that content sets these. */
function endLeaf({ terminationHandler, reported }: Engine, activity: Activity) {
  const { completionSetByContent, objectiveSetByContent } = activity.sequencingControls;
  const hasSpoken = terminationHandler.contentCommunicatedObjectiveStatus(activity);
  const hasSpokenOfCompletion = reported()?.completion_status_was_set === true;
  terminationHandler._rteDataTransferService.transferRteData(activity);
  if (!isTracked(activity) || activity.isSuspended) return;
  if (!completionSetByContent && !activity.attemptProgressStatus && !hasSpokenOfCompletion) {
    activity.attemptProgressStatus = true;
    activity.completionStatus = "completed" as Activity["completionStatus"];
    activity.wasAutoCompleted = true;
  }
  const { primaryObjective } = activity;
  const isKnown = primaryObjective ? primaryObjective.progressStatus : activity.objectiveSatisfiedStatusKnown;
  if (objectiveSetByContent || isKnown || hasSpoken) return;
  if (primaryObjective) primaryObjective.progressStatus = true;
  activity.objectiveSatisfiedStatus = true;
  activity.wasAutoSatisfied = true;
}

/** Objective maps write (SM.7), others read, and the status goes up the tree; what was read wins over what was rolled up. */
function publish({ rollupProcess, globalObjectives, tree }: Engine, activity: Activity) {
  const globals = globalObjectives();
  const written = rollupProcess.syncTerminatedActivityObjectives(activity, globals);
  const ancestors = pathTo(activity.parent)
    .reverse()
    .filter(({ isActive }) => isActive);
  const readAgain = (ancestor: Activity) =>
    rollupProcess.syncFreshlyWrittenObjectivesToActiveAncestor(ancestor, globals, written);
  ancestors.forEach(readAgain);
  rollupProcess.processGlobalObjectiveMapping(tree.root ?? activity, globals);
  rollupProcess.overallRollupProcess(activity, globals);
  for (const ancestor of ancestors) {
    if (readAgain(ancestor)) rollupProcess.overallRollupProcess(ancestor, globals);
  }
}

/** Termination Request Process for Exit (TB.2.3 3) with exit rules (TB.2.1) and postconditions (TB.2.2). */
export function exit(engine: Engine, current: Activity): Termination {
  const { tree } = engine;
  endDescendants(engine, current);
  endAttempt(engine, current);
  const left = pathTo(current.parent).find(
    (activity) => firstAction(activity, activity.sequencingRules.exitConditionRules) !== null,
  );
  if (left) leaveTo(engine, left);
  for (;;) {
    const now = tree.currentActivity ?? current;
    const action = postcondition(now);
    if (action === "exitAll") return exitAll(engine, null);
    if (action === "retryAll") return exitAll(engine, "retryAll");
    if (action === "exitParent") {
      if (!now.parent) return { ...terminated("exit", null), exception: "TB.2.3-4", valid: false };
      leaveTo(engine, now.parent);
    } else {
      if (now === tree.root && action !== "retry") return exitAll(engine, null);
      return terminated("exit", action as Request | null);
    }
  }
}

/** Termination Request Process for Exit All (TB.2.3 4). scorm-again ends the session on this pair of requests. */
function exitAll({ terminationHandler, tree }: Engine, then: "retryAll" | null): Termination {
  const ended = terminationHandler.handleExitAll(tree.root as Activity);
  return then ? { ...ended, sequencingRequest: then } : ended;
}

function postcondition(activity: Activity): string | null {
  return activity.isSuspended ? null : firstAction(activity, activity.sequencingRules.postConditionRules);
}

function leaveTo(engine: Engine, cluster: Activity) {
  endDescendants(engine, cluster);
  endAttempt(engine, cluster);
  engine.tree.setCurrentActivityWithoutActivation(cluster);
}

/** Terminate Descendent Attempts Process (UP.3): from below. */
export function endDescendants(engine: Engine, cluster: Activity) {
  for (const child of cluster.children) {
    endDescendants(engine, child);
    endAttempt(engine, child);
  }
}

function terminated(terminationRequest: Request, sequencingRequest: Request | null): Termination {
  return { terminationRequest, sequencingRequest, exception: null, valid: true };
}
