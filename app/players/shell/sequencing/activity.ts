import type { Scorm2004API } from "../scorm-again-2004.ts";

type Service = NonNullable<ReturnType<Scorm2004API["getSequencingService"]>>;

/** An activity of scorm-again's tree, with its definition and what is tracked of it. */
export type Activity = NonNullable<ReturnType<Service["getSequencingState"]>["rootActivity"]>;

export function isLeaf(activity: Activity): boolean {
  return activity.children.length === 0;
}

export function isTracked(activity: Activity): boolean {
  return activity.sequencingControls.tracked;
}

/** The root first, the activity itself last. */
export function pathTo(activity: Activity | null): Activity[] {
  return activity ? [...pathTo(activity.parent), activity] : [];
}

export function isWithin(activity: Activity, ancestor: Activity): boolean {
  return pathTo(activity).includes(ancestor);
}

/** The deepest activity that holds both; each counts as holding itself. */
export function commonAncestor(one: Activity, other: Activity): Activity | null {
  const path = pathTo(other);
  return (
    pathTo(one)
      .reverse()
      .find((activity) => path.includes(activity)) ?? null
  );
}

/** What is between an ancestor, which is included, and an activity below it, which is not. */
export function pathBetween(ancestor: Activity, activity: Activity): Activity[] {
  return pathTo(activity.parent).filter((step) => isWithin(step, ancestor));
}
