import type { ScormActivity } from "#app/library/package-structure.ts";

import type { ActivitySettings } from "./scorm-again-2004.ts";

/** A package's activities as scorm-again wants them. */
export function activityTree(activity: ScormActivity): ActivitySettings {
  return {
    ...(activity.sequencing as Partial<ActivitySettings> | null),
    id: activity.id,
    title: activity.title,
    isVisible: activity.isVisible,
    children: activity.children.map(activityTree),
  };
}
