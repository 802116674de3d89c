import { expect, test } from "vitest";

import type { ScormActivity } from "#app/library/package-structure.ts";
import { isoDurationSeconds, timespanSeconds } from "#app/players/duration.ts";
import { outcomeOf, type PackageRule } from "#app/players/outcome.ts";
import type { ActivityValues } from "#app/players/run-elements.ts";
import { scorm12Result, scorm2004Result } from "#app/players/scorm-result.ts";
import { restoredText, storableText } from "#app/players/storable-text.ts";
import { scormActivity } from "#tests/builders/scorm-activity.ts";

const begun = { "sigurna.initialized": "1:1" };
const ended = { ...begun, "sigurna.terminated": "1:9" };
const status = (value: string) => ({ "cmi.core.lesson_status": value });
const raw = (value: string) => ({ "cmi.core.score.raw": value });
const suspended = { "cmi.core.exit": "suspend" };
const mastery = { masteryScore: 80 };

test.each<[string, Partial<ScormActivity>, ActivityValues, string, string]>([
  ["nothing was begun", {}, {}, "not attempted", "unknown"],
  ["it was begun", {}, begun, "incomplete", "unknown"],
  ["it ended and never set a status", {}, ended, "completed", "unknown"],
  ["it ended, then was begun again", {}, { ...ended, "sigurna.initialized": "2:1" }, "incomplete", "unknown"],
  ["it ended incomplete", {}, { ...ended, ...status("incomplete") }, "incomplete", "unknown"],
  ["it is completed, the end lost", {}, { ...begun, ...status("completed") }, "completed", "unknown"],
  ["it is failed: finished, not passed", {}, { ...ended, ...status("failed") }, "completed", "failed"],
  ["an asset was opened", { kind: "asset" }, begun, "completed", "unknown"],
  ["the score reaches mastery, the end lost", mastery, { ...begun, ...raw("80") }, "completed", "passed"],
  ["the score may still grow", mastery, { ...begun, ...raw("79.9") }, "incomplete", "unknown"],
  [
    "it was put aside with a low score",
    mastery,
    { ...ended, ...suspended, ...status("incomplete"), ...raw("10") },
    "incomplete",
    "unknown",
  ],
  [
    "it ended with a low score",
    mastery,
    { ...ended, ...status("completed"), ...raw("10") },
    "completed",
    "failed",
  ],
  [
    "mastery overrules its own word",
    mastery,
    { ...ended, ...status("passed"), ...raw("0") },
    "completed",
    "failed",
  ],
  [
    "mastery without a score says nothing",
    mastery,
    { ...ended, ...status("passed"), ...raw("") },
    "completed",
    "passed",
  ],
])("SCORM 1.2: %s", (_name, given, values, completion, success) => {
  expect(scorm12Result(scormActivity(given), values)).toMatchObject({ completion, success });
});

test("a score of 0 is 0, none is none, and the scale is the package's", () => {
  const score = (values: ActivityValues) => scorm12Result(scormActivity(), { ...begun, ...values });
  expect(score(raw("0"))).toMatchObject({ raw: 0, scaled: 0 });
  expect(score(raw(""))).toMatchObject({ raw: null, scaled: null });
  expect(score({ ...raw("15"), "cmi.core.score.min": "10", "cmi.core.score.max": "20" })).toMatchObject({
    scaled: 0.5,
  });
  expect(score({ ...raw("5"), "cmi.core.score.max": "0" })).toMatchObject({ raw: 5, scaled: null });
});

const threshold = { completionThreshold: 0.8 };
const passing = { scaledPassingScore: 0.7 };
const setByContent = { sequencing: { deliveryControls: { completionSetByContent: true } } };
const primary = { sequencing: { primaryObjective: { objectiveID: "main" } } };
const objective = { "cmi.objectives.1.id": "main", "cmi.objectives.1.success_status": "passed" };

test.each<[string, Partial<ScormActivity>, ActivityValues, string, string]>([
  ["it was begun", {}, begun, "unknown", "unknown"],
  ["it ended without a status", {}, ended, "completed", "unknown"],
  ["it was put aside without a status", {}, { ...ended, "cmi.exit": "suspend" }, "unknown", "unknown"],
  ["only its content may say completed", setByContent, ended, "unknown", "unknown"],
  [
    "its own words",
    {},
    { ...begun, "cmi.completion_status": "completed", "cmi.success_status": "failed" },
    "completed",
    "failed",
  ],
  [
    "progress reaches the threshold",
    threshold,
    { ...begun, "cmi.progress_measure": "0.8" },
    "completed",
    "unknown",
  ],
  [
    "progress overrules its own word",
    threshold,
    { ...begun, "cmi.progress_measure": "0.79", "cmi.completion_status": "completed" },
    "incomplete",
    "unknown",
  ],
  ["the score passes, the end lost", passing, { ...begun, "cmi.score.scaled": "0.7" }, "unknown", "passed"],
  [
    "the score overrules its own word",
    passing,
    { ...begun, "cmi.score.scaled": "-0.1", "cmi.success_status": "passed" },
    "unknown",
    "failed",
  ],
  ["the primary objective speaks for it", primary, { ...begun, ...objective }, "unknown", "passed"],
  ["other objectives do not", {}, { ...begun, ...objective }, "unknown", "unknown"],
])("SCORM 2004: %s", (_name, given, values, completion, success) => {
  expect(scorm2004Result(scormActivity(given), values)).toMatchObject({ completion, success });
});

const none = {
  completion: "not attempted",
  success: "unknown",
  scaled: null,
  raw: null,
  min: null,
  max: null,
} as const;
const done = { ...none, completion: "completed" } as const;
const passed = { ...done, success: "passed", scaled: 0.9 } as const;
const failed = { ...done, success: "failed", scaled: 0.5 } as const;

function structure(standard: "scorm-1.2" | "scorm-2004", count: number) {
  const children = Array.from({ length: count }, (_, index) => scormActivity({ id: `s${index + 1}` }));
  const root = scormActivity({ id: "o", kind: null, launch: null, children });
  return standard === "scorm-1.2"
    ? { standard, title: "", root }
    : {
        standard,
        edition: "4th" as const,
        title: "",
        root,
        objectivesGlobalToSystem: true,
        sharedDataGlobalToSystem: true,
      };
}

type Result = Parameters<typeof outcomeOf>[0]["results"] extends Map<string, infer R> ? R : never;

function outcome(
  standard: "scorm-1.2" | "scorm-2004",
  parts: Result[],
  rule: PackageRule,
  root: Parameters<typeof outcomeOf>[0]["root"] = null,
) {
  const results = new Map(parts.map((part, index) => [`s${index + 1}`, part]));
  return outcomeOf(
    { structure: structure(standard, parts.length), results, root, isAllAnswered: null },
    rule,
  );
}

test.each<[PackageRule, Result[], boolean]>([
  ["auto", [done], true],
  ["auto", [failed], false],
  ["auto", [done, none], false],
  ["auto", [done, passed], true],
  ["auto", [passed, failed], false],
  ["completed", [failed], true],
  ["completed", [done, { ...done, completion: "incomplete" }], false],
  ["passed", [done], false],
  ["passed", [passed], true],
  ["passed", [passed, none], false],
  ["passed", [passed, done], true],
  ["passed", [passed, failed], false],
  ["opened", [none, none], false],
  ["opened", [none, { ...none, completion: "incomplete" }], true],
  ["all-interactions", [done], true],
])("rule %s, case %#", (rule, parts, isMet) => {
  expect(outcome("scorm-1.2", parts, rule).isMet).toBe(isMet);
});

test("the score of an attempt is the only one there is, else the mean", () => {
  expect(outcome("scorm-1.2", [{ ...done, raw: 7, max: 10, scaled: 0.7 }, done], "auto")).toMatchObject({
    raw: 7,
    scaled: 0.7,
  });
  expect(outcome("scorm-1.2", [passed, failed], "auto")).toMatchObject({ raw: null, scaled: 0.7 });
});

test("a sequenced package is what its root says; a single SCO is what its values say", () => {
  const root = { completion: "incomplete", success: "passed", scaled: 1 } as const;
  expect(outcome("scorm-2004", [failed, passed], "auto", root)).toMatchObject({
    isMet: true,
    success: "passed",
    scaled: 1,
  });
  expect(outcome("scorm-2004", [failed], "auto", root)).toMatchObject({ isMet: false, success: "failed" });
  expect(outcome("scorm-1.2", [failed, passed], "auto", root)).toMatchObject({ isMet: false });
});

test.each([
  ["0000:00:00", 0],
  ["01:02:03", 3723],
  ["0001:00:00.25", 3600.25],
  ["1:00:00", null],
  ["PT1S", null],
])("CMITimespan %s", (text, seconds) => {
  expect(timespanSeconds(text)).toBe(seconds);
});

test.each([
  ["PT0S", 0],
  ["PT5.27S", 5.27],
  ["P1DT2H3M4S", 93_784],
  ["P", null],
  ["PT", null],
  ["00:00:01", null],
])("ISO 8601 duration %s", (text, seconds) => {
  expect(isoDurationSeconds(text)).toBe(seconds);
});

test("text that PostgreSQL refuses comes back as it was", () => {
  const text = "a\u0000b\ud83d\ude00\ud83dc\ude00\uFFFE0000";
  expect(Buffer.from(storableText(text)).toString()).toBe(storableText(text));
  expect(storableText(text)).not.toContain("\u0000");
  expect(restoredText(storableText(text))).toBe(text);
});
