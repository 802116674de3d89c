import { blocksOf } from "../outline-order.ts";

/** What can be dragged in an outline. */
export type Dragged = { activity: string } | { section: string };

type Placed = { id: string; section?: string };

/**
 * The form that a drop sends: an activity takes the place of the one that it is dropped on, or the first in a section on
 * whose heading it is dropped; a section takes the place of a section, or of an activity outside of any.
 */
export function formOfDrop(
  steps: readonly Placed[],
  dragged: Dragged,
  target: Dragged,
): Record<string, string> | null {
  const [from, to] = [keyOf(dragged), keyOf(target)];
  if (from === to) return null;
  const step = "activity" in target ? steps.find(({ id }) => id === target.activity) : null;
  const section = "section" in target ? target.section : step?.section;
  if ("section" in dragged) {
    const place = blocksOf(steps).findIndex((block) =>
      block.some((one) => (section === undefined ? one === step : one.section === section)),
    );
    return { intent: "section", section: dragged.section, place: String(place) };
  }
  if ("section" in target) {
    return { intent: "into", activity: dragged.activity, section: target.section, end: "first" };
  }
  const place = steps.findIndex(({ id }) => id === target.activity);
  return { intent: "move", activity: dragged.activity, place: String(place) };
}

function keyOf(thing: Dragged): string {
  return "activity" in thing ? `activity ${thing.activity}` : `section ${thing.section}`;
}
