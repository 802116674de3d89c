import type { Activity } from "#app/library/course-format.ts";
import { newlyNever } from "#app/library/never-opening.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { newlyClosed } from "./outline-days.ts";
import { neverOpeningKeys } from "./outline-rules.ts";

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
  const changed = withHidden(outline, id, isHidden);
  if (visibleOutline(changed).length === 0) return { key: "outline.lastVisible", ids: [] };
  const never = newlyNever(outline, changed);
  const waiting = never.flatMap((one) => (one.reason === "hidden" ? [one] : []));
  if (waiting.length > 0) {
    return isHidden
      ? { key: "outline.hiddenAwaited", ids: waiting.map((one) => one.id) }
      : { key: "outline.waitsForHidden", ids: waiting.map(({ hidden }) => hidden) };
  }
  if (isHidden) return never.length > 0 ? { key: "outline.certificateAwaited", ids: [] } : null;
  const fault = never.find((one) => one.id === id) ?? never[0];
  if (fault) return { key: neverOpeningKeys[fault.reason], ids: [] };
  const closed = newlyClosed(outline, changed);
  return closed.length > 0 ? { key: "outline.shownTooLate", ids: closed } : null;
}
