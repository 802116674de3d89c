import { expect, test } from "vitest";

import { countingAttempt } from "#app/players/counting-attempt.ts";

const attempt = (
  number: number,
  completion: "incomplete" | "completed",
  success: "unknown" | "passed" | "failed",
  scaled: number | null,
) => ({ number, completion, success, scaled, raw: null });

const failed = attempt(1, "completed", "failed", 0.9);
const passed = attempt(2, "completed", "passed", 0.6);
const passedWell = attempt(3, "completed", "passed", 0.8);
const begun = attempt(4, "incomplete", "unknown", null);
const all = [failed, passed, passedWell, begun];

test("first and last are by order", () => {
  expect(countingAttempt(all, "first")).toBe(failed);
  expect(countingAttempt(all, "last")).toBe(begun);
});

test("the best is passed before completed before the higher score, whatever the order", () => {
  expect(countingAttempt(all, "best")).toBe(passedWell);
  expect(countingAttempt([...all].reverse(), "best")).toBe(passedWell);
  expect(countingAttempt([begun, failed], "best")).toBe(failed);
});

test("of equal attempts the later counts; of none, none", () => {
  const again = { ...passedWell, number: 5 };
  expect(countingAttempt([passedWell, again], "best")).toBe(again);
  expect(countingAttempt([], "best")).toBeNull();
});
