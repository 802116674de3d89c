import fc from "fast-check";
import { expect, test } from "vitest";

import {
  agreementWithin,
  areAgreed,
  type GivenMark,
  markingState,
  needsNote,
  seesOthersMarks,
  taskOf,
} from "#app/assessment/marking.ts";
import type { AttemptScore } from "#app/assessment/answering/attempt-score.ts";
import { regradedScore, regradeEffect } from "#app/assessment/regrade-effect.ts";
import { missingCriteria, rubricFraction } from "#app/assessment/rubric.ts";

const rubric = [
  { id: "safety", levels: [0, 2, 4] },
  { id: "words", levels: [0, 1] },
];

test.each([
  [{ safety: 0, words: 0 }, 0],
  [{ safety: 1, words: 0 }, 2 / 5],
  [{ safety: 2, words: 1 }, 1],
  [{ safety: 2 }, null],
  [{ safety: 3, words: 1 }, null],
])("levels %o of a rubric of five points are worth %d", (levels, fraction) => {
  expect(rubricFraction(rubric, levels as Record<string, number>)).toBe(fraction);
});

test("what is missing is named by criterion", () => {
  expect(missingCriteria(rubric, { words: 1, safety: 9 })).toEqual(["safety"]);
});

test("any choice of levels is worth between nothing and everything, and a higher level is never worth less", () => {
  const anyRubric = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(anyRubric, fc.infiniteStream(fc.nat()), (levels, chance) => {
      const any = levels.map((points, index) => ({ id: `c${index}`, levels: points.sort((a, b) => a - b) }));
      const chosen = any.map(
        ({ id, levels: all }) => [id, (chance.next().value as number) % all.length] as const,
      );
      const fraction = rubricFraction(any, Object.fromEntries(chosen)) as number;
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThanOrEqual(1);
      for (const [id, level] of chosen) {
        const better = rubricFraction(any, { ...Object.fromEntries(chosen), [id]: level + 1 });
        if (better !== null) expect(better).toBeGreaterThanOrEqual(fraction);
      }
    }),
  );
});

const mark = (
  graderId: string,
  fraction: number,
  minute: number,
  kind: GivenMark["kind"] = "own",
): GivenMark => ({
  graderId,
  fraction,
  kind,
  givenAt: new Date(Date.UTC(2026, 0, 1, 0, minute)),
});

test.each<[string, GivenMark[], boolean, string, number | null]>([
  ["no mark", [], false, "first", null],
  ["no mark where two are wanted", [], true, "first", null],
  ["one mark", [mark("a", 0.5, 1)], false, "graded", 0.5],
  ["one mark where two are wanted", [mark("a", 0.5, 1)], true, "second", null],
  ["two equal marks", [mark("a", 0.5, 1), mark("b", 0.5, 2)], true, "graded", 0.5],
  ["two marks a tenth apart", [mark("a", 0.5, 1), mark("b", 0.6, 2)], true, "graded", 0.55],
  ["two marks further apart", [mark("a", 0.5, 1), mark("b", 0.61, 2)], true, "reconcile", null],
  ["a third look", [mark("a", 0, 1), mark("b", 1, 2), mark("c", 0.8, 3, "decision")], true, "graded", 0.8],
  [
    "a later decision",
    [mark("a", 0.2, 4, "decision"), mark("b", 1, 2), mark("c", 0.8, 3, "decision")],
    true,
    "graded",
    0.2,
  ],
])("%s", (_name, marks, isDouble, step, fraction) => {
  const state = markingState(marks, isDouble);
  expect(state.step).toBe(step);
  if (fraction === null) expect(state.fraction).toBeNull();
  else expect(state.fraction).toBeCloseTo(fraction);
});

test("two marks come to the same in either order, and never to more than the higher one", () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      const one = markingState([mark("a", a, 1), mark("b", b, 2)], true);
      expect(markingState([mark("b", b, 1), mark("a", a, 2)], true)).toEqual(one);
      expect(areAgreed(a, b)).toBe(one.step === "graded");
      if (one.fraction !== null) {
        expect(one.fraction).toBeGreaterThanOrEqual(Math.min(a, b));
        expect(one.fraction).toBeLessThanOrEqual(Math.max(a, b));
        expect(Math.abs(one.fraction - a)).toBeLessThanOrEqual(agreementWithin);
      }
    }),
  );
});

test("nobody grades her own answer, gives both marks, or sees another's before her own", () => {
  const one = [mark("a", 0.2, 1)];
  const two = [...one, mark("b", 0.9, 2)];
  const second = markingState(one, true);
  const differing = markingState(two, true);
  const person = (id: string, isLearner = false) => ({ id, isLearner });
  expect(taskOf(person("l", true), second, one)).toBeNull();
  expect(taskOf(person("a"), second, one)).toBeNull();
  expect(taskOf(person("b"), second, one)).toBe("mark");
  expect(seesOthersMarks(second)).toBe(false);
  expect(taskOf(person("c"), differing, two)).toBe("decide");
  expect(seesOthersMarks(differing)).toBe(true);
  expect(needsNote("c", "decide", two)).toBe(false);
  expect(needsNote("a", "decide", two)).toBe(true);
  expect(taskOf(person("a"), markingState(one, false), one)).toBe("review");
  expect(needsNote("c", "review", one)).toBe(true);
});

const passed: AttemptScore = { points: 8, maxPoints: 10, criticalMissed: 0, isPassed: true };
const failed: AttemptScore = { points: 7, maxPoints: 10, criticalMissed: 0, isPassed: false };

test("a regrade never takes a pass away by itself", () => {
  expect(regradeEffect(passed, failed)).toBe("pass-to-fail");
  expect(regradedScore(passed, failed, { takesPassAway: false })).toEqual({ ...failed, isPassed: true });
  expect(regradedScore(passed, failed, { takesPassAway: true })).toEqual(failed);
  expect(regradedScore(failed, passed, { takesPassAway: false })).toEqual(passed);
});

test("what changes is told apart: the outcome, points or safety questions alone, nothing", () => {
  expect(regradeEffect(failed, passed)).toBe("fail-to-pass");
  expect(regradeEffect(passed, { ...passed, points: 9 })).toBe("points");
  expect(regradeEffect(passed, { ...passed, criticalMissed: 1 })).toBe("points");
  expect(regradeEffect(passed, { ...passed, points: 8 + 1e-12 })).toBe("none");
});
