import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import type { PackageStructure } from "#app/library/package-structure.ts";
import type { LoggedRecord, RunLogFile } from "#app/players/run-log-file.ts";
import { isAsRecorded, planOf } from "#scripts/packages-replay/plan.ts";
import { readRunLog, requireSamePackage } from "#scripts/packages-replay/read-log.ts";
import { resumedOtherwise } from "#scripts/packages-replay/resumed.ts";
import { visitsOf } from "#scripts/packages-replay/visits.ts";
import { scormActivity } from "#tests/builders/scorm-activity.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const workshop = scratchFolder("logs");

let lastSeq = 0;

function recordOf(given: Partial<LoggedRecord>): LoggedRecord {
  const at = "2026-11-25T04:00:00.000Z";
  lastSeq += 1;
  const empty = { element: null, value: null, error: null };
  return { seq: lastSeq, at, receivedAt: at, activity: "a", kind: "commit", ...empty, ...given };
}

function logOf(...records: LoggedRecord[]): RunLogFile {
  return {
    format: "sigurna-run-log",
    version: 1,
    package: { title: "Story", standard: "scorm-2004", fileName: "story.zip", version: 1 },
    attempt: 1,
    launches: [{ number: 1, mode: "normal", startedAt: "2026-11-25T04:00:00.000Z", records }],
  };
}

function packageOf(...ids: string[]): PackageStructure {
  const children = ids.map((id) => scormActivity({ id, launch: `${id}.html` }));
  const root = scormActivity({ id: "root", kind: null, launch: null, children });
  return {
    standard: "scorm-2004",
    edition: "4th",
    title: "Story",
    root,
    objectivesGlobalToSystem: true,
    sharedDataGlobalToSystem: true,
  } as PackageStructure;
}

function written(content: unknown): string {
  const path = join(workshop, "log.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

test.each<[string, unknown, string]>([
  ["that is no JSON", "{", "is no run-time log of Sigurna"],
  ["of something else", { name: "sigurna" }, "is no run-time log of Sigurna"],
  [
    "of a later version",
    { ...logOf(), version: 2 },
    "is a run-time log of version 2; this Sigurna reads version 1",
  ],
  ["that is damaged", { ...logOf(), attempt: "first" }, "is damaged: attempt: "],
])("a file %s is refused in a sentence", (_what, content, sentence) => {
  expect(() => readRunLog(written(content))).toThrow(sentence);
});

test("a log that was exported is read as it is", () => {
  const log = logOf(recordOf({ kind: "initialize" }));
  expect(readRunLog(written(log))).toEqual(log);
});

test.each<[string, RunLogFile, string]>([
  ["of another title", { ...logOf(), package: { ...logOf().package, title: "B" } }, "is of the package “B”"],
  [
    "of another standard",
    { ...logOf(), package: { ...logOf().package, standard: "h5p" } },
    "is of a package of h5p",
  ],
  ["with other activities", logOf(recordOf({ activity: "c" })), "names the activity “c”"],
])("a log %s is not one of the package", (_what, log, sentence) => {
  expect(() => requireSamePackage(log, packageOf("a", "b"))).toThrow(sentence);
});

test.each<[string, Partial<LoggedRecord>, string]>([
  ["a value that was set", { kind: "set", element: "cmi.location", value: "2" }, "SetValue cmi.location 2"],
  [
    "a refused value",
    { kind: "refused", element: "cmi.mode", value: "x", error: "404" },
    "SetValue cmi.mode x",
  ],
  [
    "an element that only is written",
    { kind: "refused", element: "cmi.exit", error: "405" },
    "GetValue cmi.exit",
  ],
  ["an empty value", { kind: "refused", element: "cmi.exit", error: "406" }, "SetValue cmi.exit "],
  ["an end too early", { kind: "refused", element: "Terminate", error: "112" }, "Terminate "],
  [
    "a call that could have been either",
    { kind: "refused", element: "cmi.nothing", error: "401" },
    "GetValue cmi.nothing, SetValue cmi.nothing ",
  ],
])("%s is called as it was", (_what, record, calls) => {
  const plan = planOf(recordOf(record), "scorm-2004", true);
  const told =
    plan.kind === "call" && plan.calls.map(({ name, given }) => [name, ...given].join(" ")).join(", ");
  expect(told).toBe(calls);
});

test.each<[string, Partial<LoggedRecord>]>([
  ["who the learner is", { kind: "get", element: "cmi.learner_name", value: "…" }],
  ["how long it took", { kind: "get", element: "cmi.total_time", value: "PT3S" }],
  ["a refused value of which the end was cut", { kind: "refused", value: "x".repeat(1000), error: "406" }],
  ["what the player keeps for itself", { kind: "set", activity: "", element: "sigurna.root", value: "{}" }],
])("%s is only listed", (_what, record) => {
  expect(planOf(recordOf(record), "scorm-2004", true).kind).toBe("listed");
});

test("an answer is as recorded also where a name was taken out or its end was cut", () => {
  const told = (value: string) => ({ value, error: "0" });
  expect(isAsRecorded(told("Hello … …!"), told("Hello Ana Primer!"))).toBe(true);
  expect(isAsRecorded(told("x".repeat(1000)), told("x".repeat(1001)))).toBe(true);
  expect(isAsRecorded(told("Hello …"), told("Good day Ana"))).toBe(false);
  expect(isAsRecorded(told("… and … met"), told("Ana and Mira met"))).toBe(true);
  expect(isAsRecorded(told("… and … met"), told("Ana met Mira"))).toBe(false);
  expect(isAsRecorded(told("a…a"), told("a"))).toBe(false);
  expect(isAsRecorded(told(""), { value: "", error: "403" })).toBe(false);
});

const stateAt = (current: string | null, isSuspended: boolean) =>
  recordOf({
    activity: "",
    kind: "set",
    element: "sigurna.sequencing",
    value: JSON.stringify({ state: JSON.stringify({ currentActivityId: current }), isSuspended }),
  });

test("a SCO that the learner's step has ended is ended by that step again, one that ended itself ends before", () => {
  const [byStep, byItself, byLeaving] = ["a", "b", "a"].map((activity) => [
    recordOf({ activity, kind: "initialize" }),
    recordOf({ activity, kind: "terminate" }),
  ]) as [LoggedRecord[], LoggedRecord[], LoggedRecord[]];
  const log = logOf(
    ...byStep,
    stateAt("b", false),
    ...byItself,
    stateAt("b", false),
    ...byLeaving,
    stateAt("a", true),
  );
  const visits = visitsOf(log.launches[0] as RunLogFile["launches"][number], packageOf("a", "b"));
  expect(visits.map(({ activity, stays, next }) => ({ activity, stays, next }))).toEqual([
    { activity: "a", stays: 1, next: { kind: "activity", id: "b" } },
    { activity: "b", stays: 3, next: null },
    { activity: "a", stays: 1, next: null },
  ]);
});

test("what a launch is given is held against the last values before it, without those of an earlier try", () => {
  const set = (element: string, value: string) => recordOf({ kind: "set", element, value });
  const { launches } = logOf(
    set("cmi.location", "1"),
    recordOf({ kind: "reset" }),
    set("cmi.suspend_data", "x"),
    set("cmi.suspend_data", "y"),
  );
  expect(resumedOtherwise(2, launches, { a: { "cmi.suspend_data": "y" } })).toEqual([]);
  expect(
    resumedOtherwise(2, launches, { a: { "cmi.suspend_data": "x", "cmi.location": "1" } }),
  ).toMatchObject([
    { call: "resumed with cmi.suspend_data", recorded: "y", now: "x" },
    { call: "resumed with cmi.location", recorded: "nothing", now: "1" },
  ]);
});
