import fc from "fast-check";
import { expect, test } from "vitest";

import { certainKinds } from "#app/assessment/certain-kinds.ts";
import { checkDraw } from "#app/assessment/draw-check.ts";
import { type Blueprint, conditionsOf, type DrawCandidate } from "#app/assessment/draw-conditions.ts";
import { drawBeforeAnother, drawQuestions } from "#app/assessment/draw.ts";
import type { Question } from "#app/library/question-format.ts";
import type { Draw, DrawRule } from "#app/library/quiz-format.ts";
import { questionOfType } from "#tests/builders/questions.ts";

const types = ["single", "multiple", "order"] as const;
const difficulties = ["easy", "medium", "hard"] as const;

const candidate = fc.record(
  {
    type: fc.constantFrom(...types),
    critical: fc.boolean(),
    tags: fc.subarray(["images", "law"]),
    lesson: fc.constantFrom("one", "two", "three"),
    difficulty: fc.constantFrom(...difficulties),
    category: fc.constantFrom("Consent", "Consent/Images", "Evidence"),
  },
  { requiredKeys: ["type", "critical", "tags"] },
) as fc.Arbitrary<DrawCandidate>;

const rule: fc.Arbitrary<DrawRule> = fc.record({
  categories: fc.subarray(["Consent", "Evidence"], { maxLength: 1 }),
  tags: fc.subarray(["images", "law"], { maxLength: 1 }),
  lessons: fc.subarray(["one", "two"], { maxLength: 1 }),
  difficulties: fc.subarray([...difficulties], { maxLength: 1 }),
  types: fc.subarray([...types], { maxLength: 1 }),
  count: fc.integer({ min: 1, max: 3 }),
});

const blueprint: fc.Arbitrary<Blueprint> = fc.record({
  count: fc.integer({ min: 1, max: 8 }),
  perLesson: fc.integer({ min: 0, max: 1 }),
  atLeast: fc.array(
    fc.record({
      types: fc.subarray([...types], { minLength: 1 }),
      count: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 1 },
  ),
  rules: fc.array(rule, { maxLength: 3 }),
  allCritical: fc.boolean(),
});

const pools = fc.array(candidate, { maxLength: 11 });
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function meets(drawn: DrawCandidate[], pool: DrawCandidate[], wanted: Blueprint): boolean {
  return (
    drawn.length === wanted.count &&
    new Set(drawn).size === drawn.length &&
    conditionsOf(pool, wanted).every(({ needed, fits }) => drawn.filter(fits).length >= needed) &&
    (!wanted.allCritical || pool.every((one) => !one.critical || drawn.includes(one)))
  );
}

/** Every choice of `count`, tried one after another. */
function canBeDrawn(pool: DrawCandidate[], wanted: Blueprint): boolean {
  for (let bits = 0; bits < 2 ** pool.length; bits += 1) {
    const drawn = pool.filter((_, index) => bits & (1 << index));
    if (drawn.length === wanted.count && meets(drawn, pool, wanted)) return true;
  }
  return false;
}

test("a draw is judged possible exactly when some choice of questions meets every condition", () => {
  fc.assert(
    fc.property(pools, blueprint, (pool, wanted) => {
      expect(checkDraw(pool, wanted).length === 0).toBe(canBeDrawn(pool, wanted));
    }),
    { numRuns: 400 },
  );
});

test("whatever is possible is drawn, meets every condition, and is the same for the same seed", () => {
  fc.assert(
    fc.property(pools, blueprint, seeds, (pool, wanted, seed) => {
      if (checkDraw(pool, wanted).length > 0) {
        expect(() => drawQuestions(pool, wanted, seed)).toThrow("cannot give");
        return;
      }
      const drawn = drawQuestions(pool, wanted, seed);
      expect(meets(drawn, pool, wanted)).toBe(true);
      expect(drawQuestions(pool, wanted, seed)).toEqual(drawn);
    }),
    { numRuns: 400 },
  );
});

test("a second test asks other questions wherever they can give what is wanted", () => {
  fc.assert(
    fc.property(pools, blueprint, seeds, (pool, wanted, seed) => {
      fc.pre(checkDraw(pool, wanted).length === 0);
      const before = new Set(drawQuestions(pool, wanted, seed));
      const after = drawQuestions(pool, wanted, seed + 1, (one) => before.has(one));
      expect(meets(after, pool, wanted)).toBe(true);
      const bound = (one: DrawCandidate) => wanted.allCritical && one.critical;
      const others = pool.filter((one) => !before.has(one) || bound(one));
      // Of a lesson whose questions were all asked before there is none in the others, so that is left out here.
      if (wanted.perLesson > 0 || checkDraw(others, wanted).length > 0) return;
      expect(after.filter((one) => before.has(one) && !bound(one))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a pre-test leaves its post-test enough of what is rare", () => {
  const pool = Array.from({ length: 8 }, (_, index) => of({ tags: index < 4 ? ["law"] : [] }));
  const wanted = {
    count: 4,
    perLesson: 0,
    atLeast: [],
    rules: [{ ...plain, tags: ["law"], count: 2 }],
    allCritical: false,
  };
  for (let seed = 0; seed < 200; seed += 1) {
    const before = new Set(drawBeforeAnother(pool, wanted, seed));
    const after = drawQuestions(pool, wanted, seed + 1, (one) => before.has(one));
    expect(new Set([...before, ...after]).size).toBe(8);
  }
});

test("every question of a pool comes up about as often when nothing is asked for but a number", () => {
  const pool = Array.from({ length: 10 }, () => ({ type: "single" as const, critical: false, tags: [] }));
  const wanted = { count: 5, perLesson: 0, atLeast: [], rules: [], allCritical: false };
  const times = new Map<DrawCandidate, number>();
  for (let seed = 0; seed < 2000; seed += 1)
    for (const one of drawQuestions(pool, wanted, seed)) times.set(one, (times.get(one) ?? 0) + 1);
  // 1000 expected of each, standard deviation 22: five of them either way.
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(112);
});

const plain = { categories: [], tags: [], lessons: [], difficulties: [], types: [] };
const of = (part: Partial<DrawCandidate>): DrawCandidate => ({
  type: "single",
  critical: false,
  tags: [],
  ...part,
});
const small = [
  of({ tags: ["law"], category: "Consent/Images" }),
  of({ type: "order", category: "Evidence", lesson: "one" }),
  of({ critical: true, lesson: "two" }),
];
const wants = (part: Partial<Blueprint>) => ({
  count: 2,
  perLesson: 0,
  atLeast: [],
  rules: [],
  allCritical: false,
  ...part,
});

test.each([
  ["too few in all", wants({ count: 4 }), [{ kind: "count", needed: 4, available: 3 }]],
  [
    "too few of a lesson",
    wants({ perLesson: 2 }),
    [
      { kind: "lesson", lesson: "one", needed: 2, available: 1 },
      { kind: "lesson", lesson: "two", needed: 2, available: 1 },
    ],
  ],
  [
    "too few of a type",
    wants({ atLeast: [{ types: ["match"], count: 1 }] }),
    [{ kind: "types", index: 0, needed: 1, available: 0 }],
  ],
  [
    "too few for a rule",
    wants({ rules: [{ ...plain, tags: ["law"], count: 2 }] }),
    [{ kind: "rule", index: 0, needed: 2, available: 1 }],
  ],
  [
    "each possible, but not together",
    wants({
      allCritical: true,
      rules: [
        { ...plain, categories: ["Consent"], count: 1 },
        { ...plain, types: ["order"], count: 1 },
      ],
    }),
    [{ kind: "together", needed: 3, available: 2 }],
  ],
])("what a pool cannot give is named: %s", (_, wanted, faults) => {
  expect(checkDraw(small, wanted as Blueprint)).toEqual(faults);
});

test("more critical questions than are drawn are named", () => {
  const pool = [of({ critical: true }), of({ critical: true }), of({})];
  expect(checkDraw(pool, wants({ count: 1, allCritical: true }))).toEqual([
    { kind: "critical", needed: 2, available: 1 },
  ]);
});

const pieces = fc.array(
  fc
    .record({ candidate, answer: fc.constantFrom("manipulated", "real", null) })
    .map(({ candidate: one, answer }) => ({
      candidate: one,
      question: answer ? piece(answer) : questionOfType("single"),
    })),
  { maxLength: 11 },
);

function piece(answer: "manipulated" | "real"): Question {
  return { ...questionOfType("detection"), answer } as Question;
}

const ofKind = (list: { question: Question }[], kind: string) =>
  list.filter(({ question }) => question.type === "detection" && question.answer === kind).length;

test("no draw asks fewer manipulated or real pieces than are certain", () => {
  fc.assert(
    fc.property(pieces, blueprint, seeds, (pool, wanted, seed) => {
      const entries = pool.map((one) => ({ ...one.candidate, ...one }));
      fc.pre(checkDraw(entries, wanted).length === 0);
      const certain = certainKinds(pool, wanted as Draw);
      const drawn = drawQuestions(entries, wanted, seed);
      expect(ofKind(drawn, "manipulated")).toBeGreaterThanOrEqual(certain.manipulated);
      expect(ofKind(drawn, "real")).toBeGreaterThanOrEqual(certain.real);
    }),
  );
});

test("rules by tag make enough of each kind certain; chance does not", () => {
  const pool = Array.from({ length: 20 }, (_, index) => ({
    candidate: { type: "detection" as const, critical: false, tags: [index % 2 ? "fake" : "genuine"] },
    question: piece(index % 2 ? "manipulated" : "real"),
  }));
  const four = (tag: string) => ({
    categories: [],
    tags: [tag],
    lessons: [],
    difficulties: [],
    types: [],
    count: 4,
  });
  const draw = { count: 8, perLesson: 0, atLeast: [], allCritical: false, from: [], shared: [] };
  expect(certainKinds(pool, { ...draw, rules: [] })).toEqual({ manipulated: 0, real: 0 });
  expect(certainKinds(pool, { ...draw, count: 12, rules: [] })).toEqual({ manipulated: 2, real: 2 });
  expect(certainKinds(pool, { ...draw, rules: [four("fake"), four("genuine")] })).toEqual({
    manipulated: 4,
    real: 4,
  });
  expect(certainKinds(pool, null)).toEqual({ manipulated: 10, real: 10 });
});
