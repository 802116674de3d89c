import type { Activity } from "#app/library/course-format.ts";
import { waitingForHidden } from "#app/library/outline-circles.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

/** An outline in which learners see an activity or do not. */
export function withHidden(outline: Activity[], id: string, isHidden: boolean): Activity[] {
  return outline.map((activity) => {
    if (activity.id !== id) return activity;
    const { hidden: _hidden, ...plain } = activity;
    return { ...plain, ...(isHidden && { hidden: true }) } as Activity;
  });
}

/** Why an activity may not be hidden or shown, with the activities in question; null when it may. */
export function hidingFault(
  outline: Activity[],
  id: string,
  isHidden: boolean,
): { key: MessageKey; ids: string[] } | null {
  const after = withHidden(outline, id, isHidden);
  if (visibleOutline(after).length === 0) return { key: "outline.lastVisible", ids: [] };
  const waiting = waitingForHidden(after);
  const others = waiting.filter(({ hidden }) => hidden === id).map((one) => one.id);
  if (others.length > 0) return { key: "outline.hiddenAwaited", ids: others };
  const own = waiting.filter((one) => one.id === id).map(({ hidden }) => hidden);
  return own.length > 0 ? { key: "outline.waitsForHidden", ids: own } : null;
}
