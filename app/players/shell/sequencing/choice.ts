import { type Activity, commonAncestor, isWithin, pathBetween, pathTo } from "./activity.ts";
import { isRuledTo } from "./conditions.ts";
import type { Direction } from "./flow.ts";

/** What stands against choosing a target, as a SCORM 2004 SN exception code; null when nothing does. */
export type Flaw = string | null;

/**
 * Navigation Request Process for choice (NB.2.1 7): whether the current activity and its clusters may be left for the
 * target, before anything has ended.
 */
export function navigationFlaw(current: Activity | null, target: Activity): Flaw {
  if (target.parent && !target.parent.sequencingControls.choice) return "NB.2.1-10";
  if (!current) return null;
  const shared = commonAncestor(current, target);
  const left = pathTo(current).filter(
    (activity) => activity === current || !isWithin(shared ?? activity, activity),
  );
  return left.some(({ isActive, sequencingControls }) => isActive && !sequencingControls.choiceExit)
    ? "NB.2.1-8"
    : null;
}

/**
 * Choice Sequencing Request Process (SB.2.9) up to the flow into a chosen cluster. `viewOf` gives an activity as its
 * rules are to see it; `childrenOf` the children that are available.
 */
export function choiceFlaw(
  current: Activity | null,
  target: Activity,
  terrain: { viewOf: (activity: Activity) => Activity; childrenOf: (cluster: Activity) => Activity[] },
): Flaw {
  const { viewOf, childrenOf } = terrain;
  for (const step of pathTo(target)) {
    if (step.parent && !childrenOf(step.parent).includes(step)) return "SB.2.9-2";
    if (isRuledTo(viewOf(step), "hiddenFromChoice")) return "SB.2.9-3";
  }
  if (target.parent && !target.parent.sequencingControls.choice) return "SB.2.9-4";
  if (current === target) return null;
  if (current?.parent && current.parent === target.parent) return siblingFlaw(current, target, terrain);
  const root = pathTo(target)[0] as Activity;
  const shared = (current && commonAncestor(current, target)) ?? root;
  if (target === shared) return current ? exitFlaw(pathBetween(target, current), current) : null;
  if (current && current !== shared) {
    const flaw = leavingFlaw(current, shared, target, childrenOf);
    if (flaw) return flaw;
  }
  return entryFlaw(current, shared, target, viewOf);
}

function siblingFlaw(
  current: Activity,
  target: Activity,
  {
    viewOf,
    childrenOf,
  }: { viewOf: (activity: Activity) => Activity; childrenOf: (cluster: Activity) => Activity[] },
): Flaw {
  const siblings = childrenOf(current.parent as Activity);
  const [from, to] = [siblings.indexOf(current), siblings.indexOf(target)];
  if (to < from) return current.parent?.sequencingControls.forwardOnly ? "SB.2.4-2" : null;
  return siblings.slice(from, to).some((step) => isRuledTo(viewOf(step), "stopForwardTraversal"))
    ? "SB.2.4-1"
    : null;
}

/** Case "target is above the current activity": each that is left on the way up may be left. */
function exitFlaw(clusters: Activity[], current: Activity): Flaw {
  const left = [...clusters.slice(1), current];
  return left.some(({ sequencingControls }) => !sequencingControls.choiceExit) ? "SB.2.9-7" : null;
}

/** Case "target is in another branch": what is left, and how far constrainChoice lets go. */
function leavingFlaw(
  current: Activity,
  shared: Activity,
  target: Activity,
  childrenOf: (cluster: Activity) => Activity[],
): Flaw {
  const left = [current, ...pathBetween(shared, current).slice(1).reverse()];
  if (left.some(({ sequencingControls }) => !sequencingControls.choiceExit)) return "SB.2.9-7";
  const constrained = left.find(({ sequencingControls }) => sequencingControls.constrainChoice);
  if (!constrained) return null;
  const direction = isBefore(constrained, target) ? "forward" : "backward";
  const reachable = neighbour(constrained, direction, childrenOf);
  return isWithin(target, reachable) || target === constrained ? null : "SB.2.9-8";
}

/** What lies between the common ancestor and the target: rules that stop, clusters that are not to be activated. */
function entryFlaw(
  current: Activity | null,
  shared: Activity,
  target: Activity,
  viewOf: (activity: Activity) => Activity,
): Flaw {
  const isForward = !current || current === shared || isBefore(current, target);
  for (const step of pathBetween(shared, target)) {
    if (isForward && isRuledTo(viewOf(step), "stopForwardTraversal")) return "SB.2.4-1";
    if (!step.isActive && step !== shared && step.sequencingControls.preventActivation) return "SB.2.9-6";
  }
  return null;
}

/** Choice Flow Subprocess (SB.2.9.1, SB.2.9.2): the next available activity, or itself at the edge. */
function neighbour(
  activity: Activity,
  direction: Direction,
  childrenOf: (cluster: Activity) => Activity[],
): Activity {
  for (let step: Activity = activity; step.parent; step = step.parent) {
    const siblings = childrenOf(step.parent);
    const next = siblings[siblings.indexOf(step) + (direction === "forward" ? 1 : -1)];
    if (next) return next;
  }
  return activity;
}

/** In the order of the whole tree. */
function isBefore(one: Activity, other: Activity): boolean {
  const shared = commonAncestor(one, other);
  if (!shared) return false;
  const branchOf = (activity: Activity) => shared.children.findIndex((child) => isWithin(activity, child));
  return branchOf(one) < branchOf(other);
}
