import { minutes } from "#app/platform/clock.ts";

import { isoDurationSeconds, timespanSeconds } from "./duration.ts";

/** What a record tells about time. `value` only where it is a session time. */
export type TimedRecord = {
  seq: number;
  at: Date;
  kind: string;
  element: string | null;
  value: string | null;
};

export const sessionTimeElements = ["cmi.core.session_time", "cmi.session_time"];

/** Longer silence counts as this long: nobody can tell whether the learner was still there. */
const longestGap = minutes(5);

/**
 * Seconds that one launch spent at one activity, and those of them after the activity was last begun anew. Each time
 * the activity ran counts as the package reported it, or, when it reported nothing, as the time between its records by
 * the browser's clock. `records` in order of `seq`.
 */
export function timeSpent(
  records: TimedRecord[],
  resetSeq: number,
): { seconds: number; currentSeconds: number } {
  let seconds = 0;
  let currentSeconds = 0;
  for (const session of sessionsOf(records)) {
    const spent = reportedSeconds(session) ?? seenSeconds(session);
    seconds += spent;
    if ((session[0]?.seq ?? 0) >= resetSeq) currentSeconds += spent;
  }
  return { seconds, currentSeconds };
}

function sessionsOf(records: TimedRecord[]): TimedRecord[][] {
  const sessions: TimedRecord[][] = [];
  for (const record of records) {
    const isNew = record.kind === "initialize" || record.kind === "reset";
    if (isNew || sessions.length === 0) sessions.push([]);
    sessions.at(-1)?.push(record);
  }
  return sessions;
}

/** The last value counts: a package that reports more than once reports the whole session each time. */
function reportedSeconds(session: TimedRecord[]): number | null {
  const reported = session.findLast(
    ({ kind, element }) => kind === "set" && sessionTimeElements.includes(element ?? ""),
  );
  if (!reported?.value) return null;
  const seconds = timespanSeconds(reported.value) ?? isoDurationSeconds(reported.value);
  return seconds === 0 ? null : seconds;
}

function seenSeconds(session: TimedRecord[]): number {
  let milliseconds = 0;
  for (const [index, { at }] of session.entries()) {
    const before = session[index - 1]?.at ?? at;
    milliseconds += Math.min(Math.max(0, at.getTime() - before.getTime()), longestGap);
  }
  return milliseconds / 1000;
}
