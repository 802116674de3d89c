import { type Activity, isLeaf, pathTo } from "./activity.ts";
import { choiceFlaw, navigationFlaw } from "./choice.ts";
import { isRuledTo } from "./conditions.ts";
import { endAttempt, endDescendants, exit } from "./end-attempt.ts";
import type { Engine, FlowAnswer, RequestAnswer } from "./engine.ts";
import { flow, type FlowResult, type Terrain } from "./flow.ts";
import { isBarred } from "./limits.ts";
import { canChoose, canGoBack } from "./navigation.ts";
import { rollUp } from "./rollup.ts";
import { withPrimaryObjective } from "./transferred-values.ts";

/**
 * Puts scorm-again's sequencing right where it departs from SCORM 2004 4th edition SN, as ADL's conformance cases found.
 * Each replaced function says what scorm-again does instead.
 */
export function correctSequencing(engine: Engine) {
  correctRollup(engine);
  correctTermination(engine);
  correctFlow(engine);
  correctChoice(engine);
  correctDelivery(engine);
}

/**
 * RB.1: scorm-again leaves children without a measure out, weakens the weight of those that are incomplete or were
 * attempted again, knows no "unknown" in rules, falls back to default rules where a package has its own, and does not
 * roll up a cluster whose own attempt ends.
 */
function correctRollup({ rollupProcess, globalObjectives }: Engine) {
  const { measureProcessor, globalObjectiveSynchronizer } = rollupProcess;
  rollupProcess.overallRollupProcess = (activity) => {
    rollUp(activity, {
      rollUpProgressMeasure: (cluster) => measureProcessor.completionMeasureRollupProcess(cluster),
      refresh: (cluster) =>
        void globalObjectiveSynchronizer.syncGlobalObjectivesReadPhase(cluster, globalObjectives()),
    });
    return [];
  };
}

/**
 * UP.4, TB.2.1 to TB.2.3: scorm-again makes an unknown completion "incomplete", treats what is not tracked as tracked,
 * looks at exit rules of the SCO itself and at postconditions of what is suspended, and cannot end a session at the root.
 */
function correctTermination(engine: Engine) {
  const { service, terminationHandler, tree } = engine;
  terminationHandler.endAttempt = (activity) => endAttempt(engine, activity);
  terminationHandler.handleExit = (current) => exit(engine, current);
  const getValues = service.getCMIDataForTransfer.bind(service);
  service.getCMIDataForTransfer = () => {
    const { primaryObjective, completedByMeasure, minProgressMeasure } = tree.currentActivity ?? {};
    return withPrimaryObjective(
      getValues(),
      primaryObjective
        ? {
            id: primaryObjective.id,
            completionThreshold: completedByMeasure ? (minProgressMeasure ?? 1) : null,
          }
        : null,
    );
  };
}

/** SB.2.1 to SB.2.3, UP.1, UP.5: scorm-again counts a running attempt against its limit, and forwardOnly at every level. */
function correctFlow(engine: Engine) {
  const { sequencingProcess, navigationValidityService, tree } = engine;
  const { traversalService, flowHandler } = sequencingProcess;
  traversalService.flowSubprocess = (from, direction) => {
    const result = flow(from, direction === "backward" ? "backward" : "forward", false, terrainFor(engine));
    if (result.isPastEnd && tree.root) endDescendants(engine, tree.root);
    return answer(result);
  };
  traversalService.findFirstDeliverableActivityResult = (cluster) => {
    if (!isLeaf(cluster)) return answer(flow(cluster, "forward", true, terrainFor(engine)));
    return answer({ activity: cluster, exception: null, isPastEnd: false });
  };
  traversalService.checkActivityProcess = (activity) =>
    !isBarred(activity, traversalService.getActivityForEvaluation(activity, activity));
  flowHandler.checkForwardOnlyViolation = () => null;
  navigationValidityService.validateForwardOnlyConstraints = ({ parent }) =>
    validity(parent?.sequencingControls.forwardOnly ? "NB.2.1-8" : null);
}

function terrainFor({ sequencingProcess }: Engine): Terrain {
  const { traversalService } = sequencingProcess;
  const viewOf = (activity: Activity) => traversalService.getActivityForEvaluation(activity, activity);
  return {
    childrenOf(cluster) {
      traversalService.ensureSelectionAndRandomization(cluster);
      return cluster.getAvailableChildren();
    },
    isSkipped: (activity) => isRuledTo(viewOf(activity), "skip"),
    isBarred: (activity) => isBarred(activity, viewOf(activity)),
  };
}

function answer({ activity, exception, isPastEnd }: FlowResult): FlowAnswer {
  return {
    identifiedActivity: activity,
    deliverable: activity !== null,
    exception,
    endSequencingSession: isPastEnd,
  };
}

/** NB.2.1, SB.2.9, SB.2.13: scorm-again has rules of its own for what may be chosen, and does not end what a jump leaves. */
function correctChoice(engine: Engine) {
  const { sequencingProcess, navigationValidityService, navigationLookAhead, tree } = engine;
  sequencingProcess.choiceHandler.handleChoice = (targetId, current) => choose(engine, targetId, current);
  sequencingProcess.validateNavigationRequest = (_request, targetId) =>
    validity(targetId !== null && canChoose(engine, targetId) ? null : "SB.2.9-6");
  navigationLookAhead.predictPreviousInternal = () => canGoBack(engine);
  navigationValidityService.validateChoicePath = (current, target) =>
    validity(navigationFlaw(current, target));
  navigationValidityService.validateJumpRequest = (targetId) => ({
    valid: targetId !== null && tree.getActivity(targetId) !== null,
    terminationRequest: tree.currentActivity?.isActive ? "exit" : null,
    sequencingRequest: "jump",
    targetActivityId: targetId,
    exception: null,
  });
}

function choose(engine: Engine, targetId: string, current: Activity | null): RequestAnswer {
  const { tree, sequencingProcess } = engine;
  const target = tree.getActivity(targetId);
  if (!target) return refused("SB.2.9-1");
  const terrain = terrainFor(engine);
  const flaw = choiceFlaw(current, target, {
    childrenOf: terrain.childrenOf,
    viewOf: (activity) => sequencingProcess.traversalService.getActivityForEvaluation(activity, target),
  });
  if (flaw) return refused(flaw);
  const found = isLeaf(target) ? target : flow(target, "forward", true, terrain).activity;
  if (!found) return refused("SB.2.9-9");
  return { deliveryRequest: "deliver", targetActivity: found, exception: null, endSequencingSession: false };
}

function refused(exception: string): RequestAnswer {
  return { deliveryRequest: "doNotDeliver", targetActivity: null, exception, endSequencingSession: false };
}

function validity(exception: string | null) {
  return { valid: exception === null, exception };
}

/** DB.1.1, DB.2: scorm-again asks no disabling rules of what is delivered, and makes its completion known beforehand. */
function correctDelivery({ deliveryValidator, deliveryHandler }: Engine) {
  deliveryValidator.checkActivity = (view) => !isBarred(view, view);
  deliveryHandler.initializeForDelivery = (activity) => {
    for (const step of pathTo(activity)) step.isAvailable = true;
  };
}
