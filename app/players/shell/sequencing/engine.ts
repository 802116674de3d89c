import type { Scorm2004API } from "../scorm-again-2004.ts";
import type { Activity } from "./activity.ts";
import type { TransferredValues } from "./transferred-values.ts";

type Service = NonNullable<ReturnType<Scorm2004API["getSequencingService"]>>;
type Process = NonNullable<ReturnType<Service["getOverallSequencingProcess"]>>;
type Rollup = Parts["rollupProcess"];
type Globals = ReturnType<Process["getGlobalObjectiveMap"]>;

/** scorm-again's names of requests, as far as they are made here. */
export type Request = "exit" | "exitAll" | "retry" | "retryAll" | "continue" | "previous";

export type Termination = {
  terminationRequest: Request;
  sequencingRequest: Request | null;
  exception: string | null;
  valid: boolean;
};

export type FlowAnswer = {
  identifiedActivity: Activity | null;
  deliverable: boolean;
  exception: string | null;
  endSequencingSession: boolean;
};

export type RequestAnswer = {
  deliveryRequest: string;
  targetActivity: Activity | null;
  exception: string | null;
  endSequencingSession: boolean;
};

type Validity = { valid: boolean; exception: string | null };

/** The parts of scorm-again's sequencing that are put right; most are private to its types. */
type Parts = {
  activityTree: {
    root: Activity | null;
    currentActivity: Activity | null;
    getActivity: (id: string) => Activity | null;
    getAllActivities: () => Activity[];
    setCurrentActivityWithoutActivation: (activity: Activity | null) => void;
  };
  sequencingProcess: {
    traversalService: {
      flowSubprocess: (from: Activity, direction: string) => FlowAnswer;
      findFirstDeliverableActivityResult: (cluster: Activity) => FlowAnswer;
      checkActivityProcess: (activity: Activity) => boolean;
      getActivityForEvaluation: (activity: Activity, target: Activity) => Activity;
      ensureSelectionAndRandomization: (cluster: Activity) => void;
    };
    flowHandler: { checkForwardOnlyViolation: () => string | null };
    choiceHandler: { handleChoice: (targetId: string, current: Activity | null) => RequestAnswer };
    validateNavigationRequest: (request: string, targetId: string | null) => Validity;
  };
  rollupProcess: {
    overallRollupProcess: (activity: Activity, globals?: Globals) => Activity[];
    processGlobalObjectiveMapping: (root: Activity, globals: Globals) => void;
    syncTerminatedActivityObjectives: (activity: Activity, globals: Globals) => unknown;
    syncFreshlyWrittenObjectivesToActiveAncestor: (
      activity: Activity,
      globals: Globals,
      written: unknown,
    ) => boolean;
    measureProcessor: { completionMeasureRollupProcess: (cluster: Activity) => void };
    globalObjectiveSynchronizer: {
      syncGlobalObjectivesReadPhase: (activity: Activity, globals: Globals) => boolean;
    };
  };
  terminationHandler: {
    endAttempt: (activity: Activity) => void;
    handleExit: (current: Activity) => Termination;
    handleExitAll: (root: Activity) => Termination;
    contentCommunicatedObjectiveStatus: (activity: Activity) => boolean;
    getCMIData: (() => TransferredValues | null) | null;
    _rteDataTransferService: { transferRteData: (activity: Activity) => void };
  };
  deliveryHandler: { initializeForDelivery: (activity: Activity) => void };
  deliveryValidator: { checkActivity: (view: Activity) => boolean };
  navigationValidityService: {
    validateChoicePath: (current: Activity | null, target: Activity) => Validity;
    validateForwardOnlyConstraints: (current: Activity) => Validity;
    validateJumpRequest: (targetId: string | null) => unknown;
  };
  navigationLookAhead: {
    invalidateCache: () => void;
    predictPreviousInternal: (current: Activity) => boolean;
  };
};

type ServiceParts = {
  getCMIDataForTransfer: () => TransferredValues;
  prepareNavigationRequest: (request: string, targetId?: string, exit?: string) => unknown;
  processNavigationRequest: (request: string, targetId?: string, exit?: string) => boolean;
};

export type Engine = Omit<Parts, "activityTree"> & {
  tree: Parts["activityTree"];
  rollupProcess: Rollup;
  globalObjectives: () => Globals;
  /** What the running SCO has set so far; null when none is. */
  reported: () => TransferredValues | null;
  service: ServiceParts;
};

export function engineOf(model: Scorm2004API): Engine {
  const service = model.getSequencingService();
  const process = service?.getOverallSequencingProcess();
  if (!service || !process) throw new Error("scorm-again has no activity tree");
  const { activityTree, ...parts } = process as unknown as Parts;
  return {
    ...parts,
    tree: activityTree,
    globalObjectives: () => process.getGlobalObjectiveMap(),
    reported: () => parts.terminationHandler.getCMIData?.() ?? null,
    service: service as unknown as ServiceParts,
  };
}
