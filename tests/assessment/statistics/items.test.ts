import { expect, test } from "vitest";

import { addAttempt, type AnswerSet, emptyAnswerSet } from "#app/assessment/statistics/answer-set.ts";
import { givenAnswer } from "#app/assessment/statistics/given-answer.ts";
import { itemFigures } from "#app/assessment/statistics/item-figures.ts";
import { itemFlags } from "#app/assessment/statistics/item-flags.ts";
import { scoreGroups } from "#app/assessment/statistics/score-groups.ts";
import { testFigures } from "#app/assessment/statistics/test-figures.ts";
import { randomFrom } from "#app/assessment/random.ts";
import { question, type Question } from "#app/library/question-format.ts";

/** Eight people, five questions, right or wrong. */
const rows = [
  [1, 1, 1, 1, 0],
  [1, 1, 1, 0, 0],
  [1, 1, 0, 0, 0],
  [1, 0, 1, 1, 1],
  [0, 1, 0, 0, 0],
  [1, 1, 1, 1, 1],
  [0, 0, 0, 0, 0],
  [1, 0, 0, 1, 0],
];

function setOf(matrix: number[][], max = 1): AnswerSet {
  const set = emptyAnswerSet();
  for (const row of matrix) {
    addAttempt(
      set,
      row.map((right, index) => ({
        questionVersionId: `q${index}`,
        earned: right * max,
        max,
        seconds: 10 * (index + 1),
        given: { key: String(right), parts: [right ? "a" : "b"] },
      })),
    );
  }
  return set;
}

test.each([
  // Corrected point-biserial: scipy.stats.pearsonr(item, total − item). Efficiency: numpy.cov of both, by numpy.cov of
  // both sorted.
  ["q0", 0.75, 0.6257681363874319, 1],
  ["q1", 0.625, 0, 0],
  ["q2", 0.5, 0.7504787743864563, 1],
  ["q3", 0.5, 0.4926646390821465, 0.5555555555555556],
  ["q4", 0.25, 0.49319696191607193, 0.6923076923076923],
])("%s has facility %d, discrimination %d, efficiency %d", (id, facility, discrimination, efficiency) => {
  for (const max of [1, 2.5]) {
    const figures = itemFigures(setOf(rows, max)).get(id);
    expect(figures?.facility).toBeCloseTo(facility, 12);
    expect(figures?.discrimination).toBeCloseTo(discrimination, 9);
    expect(figures?.efficiency).toBeCloseTo(efficiency, 9);
    expect(figures).toMatchObject({ n: 8, isDichotomous: true, omitted: 0 });
  }
});

test("the discrimination of q0 worked by hand", () => {
  // q0 is 1 1 1 1 0 1 0 1, the rest of the five 3 2 1 3 1 4 0 1 (sum 15). Σxy = 14, 14 − 6·15/8 = 2.75;
  // Σx² − 6²/8 = 1.5; Σy² = 41, 41 − 15²/8 = 12.875; r = 2.75 / √(1.5 · 12.875).
  expect(itemFigures(setOf(rows)).get("q0")?.discrimination).toBeCloseTo(2.75 / Math.sqrt(1.5 * 12.875), 9);
});

test("KR-20, mean, spread and standard error of the whole test, worked by hand", () => {
  // Totals 4 3 2 4 1 5 0 2: mean 21/8 = 2.625, population variance 75/8 − 2.625² = 2.484375. Σpq = 0.1875 + 0.234375 +
  // 0.25 + 0.25 + 0.1875 = 1.109375. KR-20 = 5/4 · (1 − 1.109375/2.484375) = 0.691824.
  const figures = testFigures(setOf(rows));
  expect(figures.alpha).toBeCloseTo(1.25 * (1 - 1.109375 / 2.484375), 12);
  expect(figures.mean).toBeCloseTo(52.5, 12);
  // √(2.484375 · 8/7) = 1.685018 of five points
  expect(figures.sd).toBeCloseTo(33.700360320244144, 9);
  expect(figures.standardError).toBeCloseTo(33.700360320244144 * Math.sqrt(1 - 0.6918238993710691), 9);
  expect(figures).toMatchObject({ n: 8, isDichotomous: true });
});

test("alpha of graded parts is k/(k − 1) · (1 − Σ item variances / variance of totals)", () => {
  const random = randomFrom(7);
  const matrix = Array.from({ length: 40 }, () => {
    const skill = random();
    return Array.from({ length: 6 }, () => Math.round(4 * (0.5 * skill + 0.5 * random())) / 4);
  });
  const variance = (values: number[]) => {
    const mean = values.reduce((a, b) => a + b) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  };
  const ofItems = [0, 1, 2, 3, 4, 5].reduce(
    (sum, index) => sum + variance(matrix.map((row) => row[index]!)),
    0,
  );
  const ofTotals = variance(matrix.map((row) => row.reduce((a, b) => a + b)));
  const figures = testFigures(setOf(matrix, 3));
  expect(figures.alpha).toBeCloseTo((6 / 5) * (1 - ofItems / ofTotals), 10);
  expect(figures.isDichotomous).toBe(false);
});

test("alpha of a drawn test is near that of the same people on tests that everybody shares", () => {
  const random = randomFrom(11);
  const people = Array.from({ length: 3000 }, () => random() + random() + random() - 1.5);
  const answersOf = (skill: number, ids: number[]) =>
    ids.map((id) => ({
      questionVersionId: `q${id}`,
      earned: random() < 1 / (1 + Math.exp(-2 * skill - (id - 20) / 20)) ? 1 : 0,
      max: 1,
      seconds: null,
      given: { key: "a", parts: ["a"] },
    }));
  const [shared, drawn] = [emptyAnswerSet(), emptyAnswerSet()];
  for (const skill of people) {
    addAttempt(
      shared,
      answersOf(
        skill,
        Array.from({ length: 20 }, (_, index) => index * 2),
      ),
    );
    const ids = Array.from({ length: 20 }, (_, index) => index * 2 + (random() < 0.5 ? 1 : 0));
    addAttempt(drawn, answersOf(skill, ids));
  }
  expect(Math.abs(testFigures(drawn).alpha! - testFigures(shared).alpha!)).toBeLessThan(0.03);
});

test("what a person has yet to grade counts neither for its question nor for the whole test", () => {
  const set = setOf(rows);
  addAttempt(set, [
    { questionVersionId: "q0", earned: 1, max: 1, seconds: null, given: null },
    { questionVersionId: "q1", earned: null, max: 1, seconds: null, given: null },
  ]);
  const figures = itemFigures(set);
  expect([figures.get("q0")?.n, figures.get("q1")?.n]).toEqual([9, 8]);
  expect(testFigures(set).n).toBe(8);
});

test("groups are thirds, equal results stay together, and no group is made of results that are all alike", () => {
  expect(scoreGroups([10, 20, 30, 40, 50, 60])).toEqual(["low", "low", "middle", "middle", "high", "high"]);
  expect(scoreGroups([10, 20, 20, 20, 50, 60])).toEqual(["low", "low", "low", "low", "high", "high"]);
  expect(scoreGroups([50, 50, 50, 50])).toBeNull();
  expect(scoreGroups([10, 60])).toBeNull();
});

const single = question.parse({
  id: "Q1",
  type: "single",
  options: ["a", "b", "c", "d"],
  answer: "a",
}) as Question;

/** People in order of skill: `parts[index]` is what each chose in the question asked about; ten others place them. */
function answered(asked: Question, responses: (string | null)[]): AnswerSet {
  const set = emptyAnswerSet();
  responses.forEach((response, place) => {
    const others = Array.from({ length: 10 }, (_, index) => ({
      questionVersionId: `other${index}`,
      earned: index < Math.floor((10 * place) / responses.length) ? 1 : 0,
      max: 1,
      seconds: 5,
      given: { key: "x", parts: ["x"] },
    }));
    const isRight = asked.type === "single" && response === asked.answer;
    const given = givenAnswer(asked, response);
    addAttempt(set, [
      ...others,
      { questionVersionId: "asked", earned: isRight ? 1 : 0, max: 1, seconds: 20, given },
    ]);
  });
  return set;
}

function flagsOf(responses: (string | null)[], asked = single) {
  return itemFlags(asked, itemFigures(answered(asked, responses)).get("asked")!);
}

function repeat(counts: [string | null, number][]) {
  return counts.flatMap(([response, count]) => Array.from({ length: count }, () => response));
}

test("most people who did well chose b, so the key is perhaps wrong", () => {
  const flags = flagsOf(
    repeat([
      ["a", 8],
      ["c", 6],
      ["d", 6],
      ["b", 10],
    ]),
  );
  expect(flags).toContainEqual({ kind: "keyPerhapsWrong", part: "b", isMost: true, chose: 10, of: 12 });
  expect(flags).toContainEqual({ kind: "wrongWay" });
});

test("a question that does what it should is not flagged", () => {
  expect(
    flagsOf(
      repeat([
        ["b", 4],
        ["c", 4],
        ["d", 3],
        ["a", 19],
      ]),
    ),
  ).toEqual([]);
});

test("questions that are too easy, too hard or separate nobody, and options that nobody chose, are named", () => {
  expect(flagsOf(repeat([["a", 30]]))).toEqual([
    { kind: "tooEasy" },
    { kind: "unchosen", parts: ["b", "c", "d"] },
  ]);
  expect(flagsOf(repeat([["a", 30]]), { ...single, critical: true })).not.toContainEqual({ kind: "tooEasy" });
  expect(
    flagsOf(
      repeat([
        ["b", 9],
        ["c", 9],
        ["d", 9],
        ["a", 4],
      ]),
    ),
  ).toContainEqual({ kind: "tooHard" });
  const mixed = Array.from({ length: 40 }, (_, index) => (index % 2 ? "a" : "bcd"[(index / 2) % 3]!));
  expect(flagsOf(mixed)).toEqual([{ kind: "doesNotSeparate" }]);
});

test("nothing is said of a question with nineteen answers, and leaving it out often is", () => {
  expect(
    flagsOf(
      repeat([
        ["b", 9],
        ["a", 10],
      ]),
    ),
  ).toEqual([{ kind: "tooFew" }]);
  expect(
    flagsOf(
      repeat([
        [null, 5],
        ["b", 2],
        ["c", 2],
        ["d", 2],
        ["a", 20],
      ]),
    ),
  ).toContainEqual({ kind: "leftOut" });
});

test("options are counted by score group, and the time is the median", () => {
  const figures = itemFigures(
    answered(
      single,
      repeat([
        ["b", 10],
        ["c", 10],
        ["a", 10],
      ]),
    ),
  ).get("asked")!;
  expect(figures.medianSeconds).toBe(20);
  expect(figures.groups?.size).toEqual({ low: 12, middle: 8, high: 10 });
  expect(
    figures.parts.map(({ part, n, groups }) => [part, n, groups?.low, groups?.middle, groups?.high]),
  ).toEqual([
    ["a", 10, 0, 0, 10],
    ["b", 10, 10, 0, 0],
    ["c", 10, 2, 8, 0],
  ]);
});
