import { activitiesOf } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";

import type { ActivityValues } from "./run-elements.ts";
import { scorm12Result, scorm2004Result, type TimelessResult } from "./scorm-result.ts";

/** Results of the given activities of a SCORM package, without those that cannot be launched. */
export function resultsOf(
  structure: PackageStructure,
  activityIds: string[],
  values: Map<string, ActivityValues>,
): Map<string, TimelessResult> {
  if (structure.standard !== "scorm-1.2" && structure.standard !== "scorm-2004") return new Map();
  const resultOf = structure.standard === "scorm-1.2" ? scorm12Result : scorm2004Result;
  const activities = activitiesOf(structure.root).filter(
    ({ id, launch }) => launch && activityIds.includes(id),
  );
  return new Map(
    activities.map((activity) => [activity.id, resultOf(activity, values.get(activity.id) ?? {})]),
  );
}
