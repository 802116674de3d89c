import type { LoggedRecord } from "#app/players/run-log-file.ts";

import { type Answer, isAsRecorded } from "./plan.ts";

/** A difference, or something that was not replayed. `seq` is null for what a launch as a whole was given. */
export type Finding = {
  launch: number;
  seq: number | null;
  activity: string;
  call: string;
  recorded: string;
  now: string;
};

/** What came of the records of a log. */
export type Account = {
  made: number;
  differences: Finding[];
  notReplayed: Finding[];
  /** How many records are not for replaying, by the reason. */
  listed: Record<string, number>;
};

export function emptyAccount(): Account {
  return { made: 0, differences: [], notReplayed: [], listed: {} };
}

export function noteAnswer(
  account: Account,
  launch: number,
  record: LoggedRecord,
  { recorded, now }: { recorded: Answer; now: Answer },
) {
  account.made += 1;
  if (isAsRecorded(recorded, now)) return;
  account.differences.push({ ...placeOf(launch, record), recorded: inWords(recorded), now: inWords(now) });
}

export function noteListed(account: Account, why: string) {
  account.listed[why] = (account.listed[why] ?? 0) + 1;
}

export function noteStuck(account: Account, launch: number, record: LoggedRecord, why: string) {
  account.notReplayed.push({ ...placeOf(launch, record), recorded: record.error ?? "", now: why });
}

function placeOf(launch: number, { seq, activity, kind, element, value }: LoggedRecord) {
  const given = kind === "set" || (kind === "refused" && value) ? ` = ${value ?? ""}` : "";
  return { launch, seq, activity, call: [kind, element].filter(Boolean).join(" ") + given };
}

function inWords({ value, error }: Answer): string {
  return error === "0" ? (value ?? "") : `error ${error}`;
}
