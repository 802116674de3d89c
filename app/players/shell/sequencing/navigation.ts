import { type Activity, isLeaf, pathTo } from "./activity.ts";
import { choiceFlaw, navigationFlaw } from "./choice.ts";
import { isRuledTo } from "./conditions.ts";
import type { Engine } from "./engine.ts";
import { flow, type Terrain } from "./flow.ts";
import { isBarred } from "./limits.ts";

/** Whether choosing an activity would lead to one that can be shown, as things stand now. */
export function canChoose(engine: Engine, id: string): boolean {
  const current = engine.tree.currentActivity;
  const target = engine.tree.getActivity(id);
  if (!target || navigationFlaw(current, target)) return false;
  const terrain = expectedTerrain(engine, target);
  const viewOf = (activity: Activity) => viewFor(engine, activity, target);
  if (choiceFlaw(current, target, { childrenOf: terrain.childrenOf, viewOf })) return false;
  const found = isLeaf(target) ? target : flow(target, "forward", true, terrain).activity;
  return found !== null && !pathTo(found).some(terrain.isBarred);
}

/** Whether the activity's cluster lets its children follow each other: what comes next may depend on how this one ends. */
export function canGoOn({ tree }: Engine): boolean {
  return tree.currentActivity?.parent?.sequencingControls.flow === true;
}

export function canGoBack(engine: Engine): boolean {
  const current = engine.tree.currentActivity;
  if (!current || !canGoOn(engine)) return false;
  const { activity } = flow(current, "backward", false, expectedTerrain(engine, current));
  return activity !== null && !pathTo(activity).some(expectedTerrain(engine, activity).isBarred);
}

/**
 * Whether the table of contents shows an activity: no rule hides it or a cluster that it is in. The package as a whole
 * is shown while choosing it leads somewhere.
 */
export function isListed(engine: Engine, id: string): boolean {
  const { root } = engine.tree;
  if (id === root?.id) return root.sequencingControls.choice && canChoose(engine, id);
  return !pathTo(engine.tree.getActivity(id)).some((step) => isRuledTo(step, "hiddenFromChoice"));
}

/** As it will be once the current activity has ended. */
function expectedTerrain(engine: Engine, target: Activity): Terrain {
  const viewOf = (activity: Activity) => viewFor(engine, activity, target);
  return {
    childrenOf: (cluster) => cluster.getAvailableChildren(),
    isSkipped: (activity) => isRuledTo(viewOf(activity), "skip"),
    isBarred: (activity) =>
      isBarred(activity, viewOf(activity), activity.isActive && activity !== engine.tree.currentActivity),
  };
}

function viewFor({ sequencingProcess }: Engine, activity: Activity, target: Activity): Activity {
  return sequencingProcess.traversalService.getActivityForEvaluation(activity, target);
}
