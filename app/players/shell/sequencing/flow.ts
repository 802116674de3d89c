import { type Activity, isLeaf } from "./activity.ts";

export type Direction = "forward" | "backward";

/** What traversing the tree needs to know of it. */
export type Terrain = {
  /** In their order, after selection and randomization. */
  childrenOf: (cluster: Activity) => Activity[];
  isSkipped: (activity: Activity) => boolean;
  /** UP.5: disabled, or past a limit. */
  isBarred: (activity: Activity) => boolean;
};

export type FlowResult = {
  activity: Activity | null;
  /** SCORM 2004 SN exception code. */
  exception: string | null;
  /** Past the last activity: the sequencing session is over. */
  isPastEnd: boolean;
};

type Step =
  | { activity: Activity; direction: Direction; isReversed: boolean }
  | { activity: null; exception: string | null; isPastEnd: boolean };

/** Flow Subprocess (SCORM 2004 SN SB.2.3): the next activity to deliver, into `from` or past it. */
export function flow(from: Activity, direction: Direction, isInto: boolean, terrain: Terrain): FlowResult {
  return traverse(nextStep(from, direction, { isReversed: false, isInto, terrain }), terrain);
}

/** Flow Activity Traversal Subprocess (SB.2.2). */
function traverse(step: Step, terrain: Terrain): FlowResult {
  if (step.activity === null) return { ...step };
  const { activity, direction, isReversed } = step;
  if (activity.parent && !activity.parent.sequencingControls.flow) return stopped("SB.2.2-1");
  const goOn = (isInto: boolean) =>
    traverse(nextStep(activity, direction, { isReversed: isReversed && !isInto, isInto, terrain }), terrain);
  if (terrain.isSkipped(activity)) return goOn(false);
  if (terrain.isBarred(activity)) return stopped("SB.2.2-2");
  return isLeaf(activity) ? { activity, exception: null, isPastEnd: false } : goOn(true);
}

function stopped(exception: string): FlowResult {
  return { activity: null, exception, isPastEnd: false };
}

type Way = { isReversed: boolean; isInto: boolean; terrain: Terrain };

/**
 * Flow Tree Traversal Subprocess (SB.2.1). `isReversed`: a cluster that goes forward only was entered from behind, so
 * the way through it is forward; past its last child the way is backward again.
 */
function nextStep(activity: Activity, direction: Direction, way: Way): Step {
  const { isReversed, isInto, terrain } = way;
  if (isInto && !isLeaf(activity)) return intoCluster(activity, direction, terrain);
  const { parent } = activity;
  if (!parent) return pastRoot(direction);
  const siblings = terrain.childrenOf(parent);
  const place = siblings.indexOf(activity);
  const isLast = place === siblings.length - 1;
  if (direction === "forward" && isReversed && isLast) {
    return nextStep(parent, "backward", { isReversed: false, isInto: false, terrain });
  }
  if (direction === "backward" && parent.sequencingControls.forwardOnly) return noStep("SB.2.1-4");
  const next = siblings[direction === "forward" ? place + 1 : place - 1];
  if (next) return { activity: next, direction, isReversed };
  return nextStep(parent, direction, { isReversed: false, isInto: false, terrain });
}

function intoCluster(cluster: Activity, direction: Direction, terrain: Terrain): Step {
  const children = terrain.childrenOf(cluster);
  const isReversed = direction === "backward" && cluster.sequencingControls.forwardOnly;
  const isFromStart = direction === "forward" || isReversed;
  const child = isFromStart ? children[0] : children.at(-1);
  if (!child) return noStep("SB.2.1-2");
  return { activity: child, direction: isFromStart ? "forward" : "backward", isReversed };
}

function pastRoot(direction: Direction): Step {
  if (direction === "backward") return noStep("SB.2.1-3");
  return { activity: null, exception: null, isPastEnd: true };
}

function noStep(exception: string): Step {
  return { activity: null, exception, isPastEnd: false };
}
