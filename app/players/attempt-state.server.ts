import type { Transaction } from "#app/platform/db.server.ts";

import { rootRollup, type RootRollup } from "./outcome.ts";
import { type ActivityValues, ownElements } from "./run-elements.ts";
import type { TimelessResult } from "./scorm-result.ts";

/** Longer values are never a status, a score or an id. */
const longestRead = 4000;

/** What the result of an attempt is worked out from. */
export type AttemptState = {
  id: string;
  courseVersionId: string;
  activityId: string;
  packageName: string;
  packageVersionId: string;
  isClosed: boolean;
  completedAt: Date | null;
  /** Values of the activities asked for. */
  values: Map<string, ActivityValues>;
  /** Of every activity, as written last. */
  results: Map<string, TimelessResult>;
  root: RootRollup | null;
};

type ResultRow = TimelessResult & { activity: string };

/** Reads it in one round trip: it is asked for while other records of the attempt wait. */
export async function attemptState(
  tx: Transaction,
  attemptId: string,
  activities: string[],
): Promise<AttemptState> {
  const rows = await tx.$queryRaw<
    (Omit<AttemptState, "values" | "results" | "root"> & {
      values: Record<string, ActivityValues> | null;
      results: ResultRow[] | null;
      root: string | null;
    })[]
  >`
    SELECT run_attempt.id, course_version_id AS "courseVersionId", activity_id AS "activityId",
      package_name AS "packageName", package_version_id AS "packageVersionId",
      closed_at IS NOT NULL AS "isClosed", run_attempt.completed_at AS "completedAt",
      (SELECT json_object_agg(activity, elements) FROM (
        SELECT activity, json_object_agg(element, value) AS elements FROM run_value
        WHERE attempt_id = ${attemptId} AND activity = ANY (${activities}) AND length(value) <= ${longestRead}
        GROUP BY activity) AS given) AS values,
      (SELECT json_agg(run_activity) FROM run_activity WHERE attempt_id = run_attempt.id) AS results,
      (SELECT value FROM run_value
       WHERE attempt_id = run_attempt.id AND activity = '' AND element = ${ownElements.root}) AS root
    FROM run_attempt JOIN enrolment ON enrolment.id = enrolment_id
    WHERE run_attempt.id = ${attemptId}`;
  const [row] = rows;
  if (!row) throw new Error("there is no such attempt");
  return {
    ...row,
    values: new Map(Object.entries(row.values ?? {})),
    results: new Map((row.results ?? []).map((result) => [result.activity, timeless(result)])),
    root: rootIn(row.root),
  };
}

function timeless({ completion, success, scaled, raw, min, max }: ResultRow): TimelessResult {
  return { completion, success, scaled, raw, min, max };
}

function rootIn(value: string | null): RootRollup | null {
  try {
    return value === null ? null : rootRollup.parse(JSON.parse(value));
  } catch {
    return null;
  }
}

export type WorkedOut = {
  whole: TimelessResult;
  /** Of activities whose result may be another. */
  changed: Map<string, TimelessResult>;
  isNewlyMet: boolean;
};

/**
 * Writes results of activities, with the time they took, and of the whole attempt. That completion is due stays written
 * until `completeAttemptIn`, so that a crash in between is made good by the next record of any kind.
 */
export async function writeResults(
  tx: Transaction,
  attemptId: string,
  { whole, changed, isNewlyMet }: WorkedOut,
): Promise<{ isCompletionDue: boolean }> {
  const rows = [...changed].map(([activity, result]) => ({ activity, ...result }));
  const written = await tx.$queryRaw<{ isCompletionDue: boolean }[]>`
    WITH written AS (
      INSERT INTO run_activity (attempt_id, activity, completion, success, scaled, raw, min, max, seconds)
      SELECT ${attemptId}, given.*, coalesce((
        SELECT floor(sum(current_seconds) + 0.5) FROM run_time
        WHERE attempt_id = ${attemptId} AND run_time.activity = given.activity), 0)
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given
        (activity text, completion text, success text, scaled float8, raw float8, min float8, max float8)
      ON CONFLICT (attempt_id, activity) DO UPDATE
      SET completion = excluded.completion, success = excluded.success, scaled = excluded.scaled,
        raw = excluded.raw, min = excluded.min, max = excluded.max, seconds = excluded.seconds
    )
    UPDATE run_attempt
    SET completion = ${whole.completion}, success = ${whole.success}, scaled = ${whole.scaled},
      raw = ${whole.raw}, min = ${whole.min}, max = ${whole.max},
      is_completion_due = is_completion_due OR ${isNewlyMet}
    WHERE id = ${attemptId}
    RETURNING is_completion_due AS "isCompletionDue"`;
  return { isCompletionDue: written[0]?.isCompletionDue ?? false };
}
