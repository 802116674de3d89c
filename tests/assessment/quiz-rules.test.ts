import fc from "fast-check";
import { expect, test } from "vitest";

import { combinedAllowance, deadlineOf, minutesFor, noAllowance } from "#app/assessment/attempt-deadline.ts";
import { availabilityOf } from "#app/assessment/availability.ts";
import { type MarkedAttempt, outcomeOf } from "#app/assessment/outcome.ts";
import { shownFeedback, tellsAtOnce } from "#app/assessment/shown-feedback.ts";
import { quizSettings } from "#app/library/quiz-format.ts";

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const test40 = quizSettings.parse({ mode: "test", timeLimitMinutes: 40, attempts: 2, waitMinutes: 60 });
const none = { attempts: [], isPassed: false };

test.each([
  ["without a limit, never", {}, {}, null],
  ["the limit", { timeLimitMinutes: 40 }, {}, "09:40"],
  ["a quarter more", { timeLimitMinutes: 40 }, { extraPercent: 25 }, "09:50"],
  ["ten minutes more", { timeLimitMinutes: 40 }, { extraMinutes: 10 }, "09:50"],
  ["extra time of no limit is none", {}, { extraMinutes: 10 }, null],
  ["closing cuts it short", { timeLimitMinutes: 40, closesAt: "2026-03-02T09:30:00Z" }, {}, "09:30"],
  ["closing in another zone", { closesAt: "2026-03-02T10:30:00+01:00" }, {}, "09:30"],
  [
    "her own closing goes before the usual one",
    { timeLimitMinutes: 40, closesAt: "2026-03-02T09:30:00Z" },
    { closesAt: at("09:35") },
    "09:35",
  ],
])("an attempt begun at nine ends by itself: %s", (_, settings, allowance, end) => {
  const parsed = quizSettings.parse({ mode: "test", ...settings });
  const deadline = deadlineOf(parsed, { ...noAllowance, ...allowance }, at("09:00"));
  expect(deadline).toEqual(end === null ? null : at(end));
});

test("what a learner is given never takes anything from her", () => {
  const given = fc.record({
    extraPercent: fc.integer({ min: 0, max: 300 }),
    extraMinutes: fc.integer({ min: 0, max: 600 }),
    extraAttempts: fc.integer({ min: 0, max: 9 }),
    opensAt: fc.constant(null),
    closesAt: fc.constant(null),
  });
  fc.assert(
    fc.property(given, given, (general, own) => {
      const both = combinedAllowance(general, own);
      expect(minutesFor(test40, both)).toBeGreaterThanOrEqual(40);
      expect(both.extraAttempts).toBe(general.extraAttempts + own.extraAttempts);
      const usual = availabilityOf(test40, noAllowance, { ...none, now: at("09:00") });
      const hers = availabilityOf(test40, both, { ...none, now: at("09:00") });
      expect(hers.attemptsAllowed).toBeGreaterThanOrEqual(usual.attemptsAllowed ?? 0);
    }),
  );
});

test("what is set for one quiz goes before what is set for all", () => {
  const general = { ...noAllowance, extraPercent: 25, closesAt: at("12:00"), opensAt: at("08:00") };
  const own = { ...noAllowance, extraMinutes: 5, closesAt: at("13:00") };
  expect(combinedAllowance(general, own)).toEqual({
    extraPercent: 0,
    extraMinutes: 5,
    extraAttempts: 0,
    opensAt: at("08:00"),
    closesAt: at("13:00"),
  });
  expect(combinedAllowance(general, null)).toBe(general);
  expect(combinedAllowance(null, null)).toBe(noAllowance);
});

const dated = quizSettings.parse({
  ...test40,
  opensAt: "2026-03-02T09:00:00Z",
  closesAt: "2026-03-02T17:00:00Z",
});
const submitted = (number: number, time: string) => ({ number, submittedAt: at(time) });

test.each([
  ["before it opens", [], {}, "08:59", { kind: "notYet", opensAt: at("09:00") }],
  ["as it opens", [], {}, "09:00", null],
  ["earlier, for her who may", [], { opensAt: at("08:00") }, "08:30", null],
  ["as it closes", [], {}, "17:00", { kind: "closed", closedAt: at("17:00") }],
  ["later, for her who may", [], { closesAt: at("19:00") }, "17:00", null],
  ["within the waiting time", [submitted(1, "10:00")], {}, "10:59", { kind: "wait", until: at("11:00") }],
  ["after the waiting time", [submitted(1, "10:00")], {}, "11:00", null],
  ["with none left", [submitted(1, "10:00"), submitted(2, "11:30")], {}, "13:00", { kind: "noneLeft" }],
  [
    "with one given on top",
    [submitted(1, "10:00"), submitted(2, "11:30")],
    { extraAttempts: 1 },
    "13:00",
    null,
  ],
])("an attempt may begin or not: %s", (_, attempts, allowance, time, reason) => {
  const found = availabilityOf(
    dated,
    { ...noAllowance, ...allowance },
    { attempts, isPassed: false, now: at(time) },
  );
  expect(found.reason).toEqual(reason);
  expect(found.can).toBe(reason === null ? "start" : null);
});

test("an open attempt is gone on with, whatever would speak against a new one", () => {
  const attempts = [submitted(1, "10:00"), { number: 2, submittedAt: null }];
  const found = availabilityOf(dated, noAllowance, { attempts, isPassed: false, now: at("10:05") });
  expect(found).toMatchObject({ can: "continue", reason: null, openNumber: 2, attemptsLeft: 0 });
});

test("who has passed a test is done with it, and may practise as often as she likes", () => {
  const facts = { attempts: [submitted(1, "10:00")], isPassed: true, now: at("15:00") };
  expect(availabilityOf(dated, noAllowance, facts).reason).toEqual({ kind: "passed" });
  const practice = quizSettings.parse({ mode: "practice" });
  expect(availabilityOf(practice, noAllowance, facts).can).toBe("start");
});

const marked = (number: number, percent: number, isPassed: boolean, criticalMissed = 0): MarkedAttempt => ({
  number,
  percent,
  isPassed,
  criticalMissed,
});
const three = [marked(1, 60, false), marked(2, 95, false, 1), marked(3, 85, true)];

test.each([
  ["best", { number: 3, percent: 85, isPassed: true }],
  ["last", { number: 3, percent: 85, isPassed: true }],
  ["first", { number: 1, percent: 60, isPassed: false }],
  ["mean", { number: null, percent: 80, isPassed: true }],
] as const)("of three attempts, %s counts", (scoring, expected) => {
  const settings = quizSettings.parse({ mode: "test", passMark: 80, criticalMustBeRight: true, scoring });
  expect(outcomeOf(settings, three)).toMatchObject(expected);
  expect(outcomeOf(settings, [...three].reverse())).toMatchObject(expected);
});

test("a mean does not pass over a safety question missed in the last attempt", () => {
  const settings = quizSettings.parse({
    mode: "test",
    passMark: 80,
    criticalMustBeRight: true,
    scoring: "mean",
  });
  expect(outcomeOf(settings, [marked(1, 100, true), marked(2, 90, false, 1)])?.isPassed).toBe(false);
  expect(outcomeOf(settings, [])).toBeNull();
});

const everything = ["verdict", "key", "why", "sources"];

test.each([
  ["practice", undefined, "answering", "12:00", []],
  ["practice", undefined, "answered", "12:00", everything],
  ["test", undefined, "answered", "12:00", []],
  ["test", undefined, "submitted", "12:00", everything],
  ["test", { when: "answer", show: ["verdict"] }, "answered", "12:00", ["verdict"]],
  ["test", { when: "submission", show: ["verdict", "why"] }, "submitted", "12:00", ["verdict", "why"]],
  ["test", { when: "submission", show: [] }, "submitted", "12:00", []],
  ["test", { when: "closing", show: ["key"] }, "submitted", "16:59", []],
  ["test", { when: "closing", show: ["key"] }, "submitted", "17:00", ["key"]],
  ["test", { when: "closing", show: ["key"] }, "answered", "18:00", []],
] as const)("a %s with feedback %o, %s at %s, shows %o", (mode, feedback, moment, time, parts) => {
  const settings = quizSettings.parse({ ...dated, mode, feedback });
  const state = { moment, now: at(time), closesAt: at("17:00") };
  expect([...shownFeedback(settings, state).parts]).toEqual(parts);
});

test("nothing of the key is told while others may still be asked, and the learner is told when", () => {
  const settings = quizSettings.parse({ ...dated, feedback: { when: "closing", show: ["key"] } });
  const early = { moment: "submitted" as const, now: at("12:00"), closesAt: at("11:00") };
  expect(shownFeedback(settings, early)).toEqual({ parts: new Set(), shownFrom: at("17:00") });
  const late = { moment: "submitted" as const, now: at("18:00"), closesAt: at("19:00") };
  expect(shownFeedback(settings, late)).toEqual({ parts: new Set(), shownFrom: at("19:00") });
});

test("an answer stands at once only where something is told at once", () => {
  expect(tellsAtOnce(quizSettings.parse({ mode: "practice" }))).toBe(true);
  expect(tellsAtOnce(quizSettings.parse({ mode: "test" }))).toBe(false);
  expect(tellsAtOnce(quizSettings.parse({ mode: "test", feedback: { when: "answer", show: [] } }))).toBe(
    false,
  );
});
