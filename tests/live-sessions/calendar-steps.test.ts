import { expect, test } from "vitest";

import { calendarSteps, type ToldDate } from "#app/live-sessions/calendar-steps.ts";
import { days } from "#app/platform/clock.ts";

const now = new Date("2026-12-01T10:00:00Z");
const learner = { now, isUnderWay: true, isDone: false };
const inDays = (n: number) => new Date(now.getTime() + days(n));

/** A date to come, with room for all, of which she has not been told. */
const date = (given: Partial<ToldDate> = {}): ToldDate => ({
  id: "a",
  startsAt: inDays(2),
  places: null,
  cancelledAt: null,
  isTaken: false,
  version: 1,
  isFull: false,
  invitedVersion: null,
  isTold: false,
  ...given,
});
const few = (given: Partial<ToldDate> = {}) => date({ places: 5, ...given });
const told = { invitedVersion: 1, isTold: true };
const other = date({ id: "b", ...told });

test.each<[string, ToldDate[], string[]]>([
  ["a date with room for all is hers", [date()], ["a invited"]],
  ["she is told of it once", [date(told)], []],
  ["another time is told", [date({ ...told, version: 2 })], ["a moved"]],
  ["a cancelled date is taken out", [date({ ...told, cancelledAt: now })], ["a cancelled"]],
  ["one that she never heard of is not mentioned", [date({ cancelledAt: now })], []],
  ["where places are few she has to choose", [few()], ["a announced"]],
  ["of which she is told once", [few({ isTold: true })], []],
  ["a full date is not offered", [few({ isFull: true })], []],
  ["a place taken is hers", [few({ isTold: true, isTaken: true, isFull: true })], ["a invited"]],
  ["a place given back goes out of her calendar", [few(told)], ["a released"]],
  ["one place takes the other dates out", [few({ isTaken: true }), other], ["a invited", "b released"]],
  ["and no further ones are offered", [few({ isTaken: true, ...told }), few({ id: "c" })], []],
  [
    "a cancelled place brings the other dates back",
    [few({ ...told, isTaken: true, cancelledAt: now }), date({ id: "b", isTold: true })],
    ["a cancelled", "b invited"],
  ],
  ["what has begun is left alone", [date({ startsAt: inDays(-1) })], []],
])("%s", (_, dates, expected) => {
  const steps = calendarSteps(dates, learner).map(({ dateId, message }) => `${dateId} ${message}`);
  expect(steps).toEqual(expected);
});

test("who has attended already gets the other dates taken out", () => {
  expect(calendarSteps([other, date()], { ...learner, isUnderWay: false, isDone: true })).toEqual([
    { dateId: "b", message: "released" },
  ]);
});

test("who has completed the course without it is not invited, but can still take a place", () => {
  const done = { ...learner, isUnderWay: false };
  expect(calendarSteps([date(), few({ id: "c" })], done)).toEqual([]);
  expect(calendarSteps([date({ isTaken: true })], done)).toEqual([{ dateId: "a", message: "invited" }]);
});
