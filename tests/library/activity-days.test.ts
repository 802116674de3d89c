import { expect, test } from "vitest";

import { dueDay } from "#app/library/activity-days.ts";
import { closedRequired, neverOpenDays } from "#app/library/day-rules.ts";

const step = (id: string, rules: object = {}) => ({ id, required: true, after: [] as string[], ...rules });

test.each([
  [
    "it closes before it opens",
    [step("a", { availableFrom: "2027-03-02", availableUntil: "2027-03-01" })],
    ["a"],
  ],
  ["one day is enough", [step("a", { availableFrom: "2027-03-01", availableUntil: "2027-03-01" })], []],
  [
    "what it waits for, over another, opens later",
    [
      step("a", { availableFrom: "2027-03-02" }),
      step("b", { after: ["a"] }),
      step("c", { after: ["b"], availableUntil: "2027-03-01" }),
    ],
    ["c"],
  ],
  [
    "the certificate waits for all that is required",
    [
      step("a", { availableFrom: "2027-03-02" }),
      step("b", { required: false, after: ["certificate"], availableUntil: "2027-03-01" }),
    ],
    ["b"],
  ],
  [
    "the certificate does not wait for what is hidden",
    [
      step("a", { availableFrom: "2027-03-02", hidden: true }),
      step("b", { required: false, after: ["certificate"], availableUntil: "2027-03-01" }),
    ],
    [],
  ],
  [
    "each of many waits for all before it",
    Array.from({ length: 60 }, (_, index) =>
      step(`s${index}`, {
        after: Array.from({ length: index }, (__, before) => `s${before}`),
        ...(index === 0 && { availableFrom: "2027-03-02" }),
        ...(index === 59 && { availableUntil: "2027-03-01" }),
      }),
    ),
    ["s59"],
  ],
  [
    "steps that wait for each other are somebody else's matter",
    [step("a", { after: ["b"], availableUntil: "2027-03-01" }), step("b", { after: ["a"] })],
    [],
  ],
])("days that can never be met: %s", (_, outline, ids) => {
  expect(neverOpenDays(outline).map(({ id }) => id)).toEqual(ids);
});

test("a required step whose last day is past is told, a voluntary one and a hidden one are not", () => {
  const outline = [
    step("a", { availableUntil: "2027-03-01" }),
    step("b", { availableUntil: "2027-03-01", required: false }),
    step("c", { availableUntil: "2027-03-02" }),
    step("d", { availableUntil: "2027-03-01", hidden: true }),
  ];
  expect(closedRequired(outline, new Date("2027-03-02T10:00:00Z")).map(({ id }) => id)).toEqual(["a"]);
});

test("days are counted from the day of enrolment in the region, also over a change of clocks", () => {
  expect(dueDay({ dueAfterDays: 1 }, new Date("2027-03-27T23:30:00Z"))).toBe("2027-03-29");
  expect(dueDay({ dueAfterDays: 30 }, new Date("2027-03-27T10:00:00Z"))).toBe("2027-04-26");
  expect(dueDay({}, new Date())).toBeNull();
});
