import { isoDurationSeconds, timespanSeconds } from "./duration.ts";
import type { RunRecord } from "./run-record.ts";

const sessionTimeElements = ["cmi.core.session_time", "cmi.session_time"];

/**
 * Seconds of the session that a record reports; null when it reports none. A session of no time counts as not reported:
 * then the time between its records is taken (function run_clock_after).
 */
export function reportedSeconds({ kind, element, value }: RunRecord): number | null {
  if (kind !== "set" || !value || !sessionTimeElements.includes(element ?? "")) return null;
  return (timespanSeconds(value) ?? isoDurationSeconds(value)) || null;
}
