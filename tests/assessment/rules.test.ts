import fc from "fast-check";
import { expect, test } from "vitest";

import { scoreOfItems } from "#app/assessment/answering/attempt-score.ts";
import { drawQuestions } from "#app/assessment/draw.ts";
import { presentationOf } from "#app/assessment/presentation.ts";
import { randomFrom } from "#app/assessment/random.ts";
import { fieldsOfResponse, responseOf } from "#app/assessment/response.ts";
import { gradeResponse } from "#app/assessment/grading/grade.ts";
import { keyOf } from "#app/assessment/grading/key.ts";
import { readCourseFolder } from "#app/library/course-folder.server.ts";
import type { Question } from "#app/library/question-format.ts";
import { courseFolder } from "#tests/builders/course.ts";

const { course } = await readCourseFolder(courseFolder);
if (!course) throw new Error("the shipped course has faults");
const { quizzes } = course;
const test10 = quizzes["final-test"];
const pool = Object.values(quizzes)
  .filter(({ mode }) => mode === "practice")
  .flatMap(({ questions }) => questions);
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const anyQuestion = fc.constantFrom(...pool);

test("the final test is ten of thirty: every lesson, three of the active kinds, every safety question, whatever the seed", () => {
  expect(pool).toHaveLength(30);
  fc.assert(
    fc.property(seeds, (seed) => {
      const drawn = drawQuestions(pool, test10!.draw!, seed);
      expect(new Set(drawn.map(({ id }) => id)).size).toBe(10);
      expect(new Set(drawn.map(({ lesson }) => lesson)).size).toBe(6);
      expect(drawn.filter(({ critical }) => critical)).toHaveLength(6);
      const active = drawn.filter(({ type }) => ["scenario", "order", "match"].includes(type));
      expect(active.length).toBeGreaterThanOrEqual(3);
      expect(drawQuestions(pool, test10!.draw!, seed).map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
    }),
    { numRuns: 300 },
  );
});

test("different seeds draw different tests", () => {
  const drawn = new Set(
    Array.from({ length: 50 }, (_, seed) =>
      drawQuestions(pool, test10!.draw!, seed)
        .map(({ id }) => id)
        .join(),
    ),
  );
  expect(drawn.size).toBeGreaterThan(40);
});

test("a blueprint that the pool cannot give is refused", () => {
  expect(() => drawQuestions(pool, { ...test10!.draw!, count: 5 }, 1)).toThrow("cannot give");
});

test("the right answer of every question survives form and storage, in any order of its parts, and is right", () => {
  fc.assert(
    fc.property(anyQuestion, seeds, (question, seed) => {
      const shown = presentationOf(question, randomFrom(seed));
      const { response } = responseOf(question, shown, fieldsOfResponse(question, shown, keyOf(question)));
      expect(gradeResponse(question, response)?.isRight).toBe(true);
    }),
  );
});

test("parts to be put in order are never shown in the right order", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const question of pool) {
        if (question.type !== "order") continue;
        expect(presentationOf(question, randomFrom(seed)).options).not.toEqual(question.options);
      }
    }),
  );
});

const multiple = {
  type: "multiple",
  options: ["a", "b", "c", "d"],
  answer: ["a", "b"],
} as unknown as Question;
const numeric = { type: "numeric", answer: 50.3, tolerance: 0.5, units: [] } as unknown as Question;

test.each([
  [multiple, ["b", "a"], true],
  [multiple, ["a"], false],
  [multiple, ["a", "b", "c"], false],
  [numeric, 50.8, true],
  [numeric, 49.8, true],
  [numeric, 50.81, false],
  [numeric, null, false],
])("%o answered %o is right: %s", (question, response, expected) => {
  expect(gradeResponse(question, response)?.isRight).toBe(expected);
});

const noParts = { options: [], right: [] };

test.each([
  ["50,3", 50.3],
  [" 50.3 % ", 50.3],
  ["-2", -2],
])("the number %s is read as %d", (answer, expected) => {
  expect(responseOf(numeric, noParts, { answer }).response).toBe(expected);
});

test("an answer that is missing or makes no sense is pointed out at its field", () => {
  expect(responseOf(numeric, noParts, { answer: "half" }).errors).toEqual({ answer: "quiz.writeNumber" });
  const order = { type: "order", options: ["s1", "s2"] } as unknown as Question;
  const shown = { options: ["s2", "s1"], right: [] };
  expect(responseOf(order, shown, { "part-0": "1", "part-1": "1" }).errors).toEqual({
    "part-1": "quiz.placeTwice",
  });
  expect(responseOf(order, shown, { "part-0": "1" }).errors).toEqual({ "part-1": "quiz.chooseEveryPlace" });
});

const item = (isCorrect: boolean, critical = false) => ({
  question: { points: 1, critical } as Question,
  fraction: Number(isCorrect),
});

test("eighty percent pass, but not with a safety question wrong", () => {
  const rule = { passMark: 80, criticalMustBeRight: true };
  const eight = Array.from({ length: 8 }, () => item(true));
  expect(scoreOfItems([...eight, item(false), item(false)], rule)).toMatchObject({
    points: 8,
    maxPoints: 10,
    isPassed: true,
  });
  expect(scoreOfItems([...eight, item(true), item(false, true)], rule)).toMatchObject({
    points: 9,
    criticalMissed: 1,
    isPassed: false,
  });
  expect(scoreOfItems([...eight.slice(1), item(false), item(false), item(false)], rule).isPassed).toBe(false);
});
