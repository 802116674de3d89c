import { activitiesOf, type PackageStructure } from "#app/library/package-structure.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import type { ActivityValues } from "./run-record.ts";
import { scorm12Result, scorm2004Result, type TimelessResult } from "./scorm-result.ts";

/** Longer values are never a status, a score or an id. */
const longestRead = 4000;

/** Works out the results of the given activities of an attempt at a SCORM package from the values it has stored. */
export async function resultsOf(
  tx: Transaction,
  attemptId: string,
  structure: PackageStructure,
  activities: string[],
): Promise<Map<string, TimelessResult>> {
  const results = new Map<string, TimelessResult>();
  for (const activity of activities) {
    const result = resultOf(structure, activity, await valuesOf(tx, attemptId, activity));
    if (result) results.set(activity, result);
  }
  return results;
}

/** Null when the package has no such activity to launch. */
function resultOf(
  structure: PackageStructure,
  activityId: string,
  values: ActivityValues,
): TimelessResult | null {
  if (structure.standard !== "scorm-1.2" && structure.standard !== "scorm-2004") return null;
  const activity = activitiesOf(structure.root).find(({ id, launch }) => id === activityId && launch);
  if (!activity) return null;
  return structure.standard === "scorm-1.2"
    ? scorm12Result(activity, values)
    : scorm2004Result(activity, values);
}

async function valuesOf(tx: Transaction, attemptId: string, activity: string): Promise<ActivityValues> {
  const rows = await tx.$queryRaw<{ element: string; value: string }[]>`
    SELECT element, value FROM run_value
    WHERE attempt_id = ${attemptId} AND activity = ${activity} AND length(value) <= ${longestRead}`;
  return Object.fromEntries(rows.map(({ element, value }) => [element, value]));
}
