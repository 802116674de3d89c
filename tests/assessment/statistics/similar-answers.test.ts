import { expect, test } from "vitest";

import { randomFrom } from "#app/assessment/random.ts";
import { correlation } from "#app/assessment/statistics/correlation.ts";
import { logitsOf, rightProbability } from "#app/assessment/statistics/right-probabilities.ts";
import { falseAlarms, similarAnswers } from "#app/assessment/statistics/similar-answers.ts";
import { addAttempt, emptyAnswerSet } from "#app/assessment/statistics/answer-set.ts";
import { proportion } from "#app/reporting/statistics.ts";
import { simulateClass } from "#tests/builders/simulated-class.ts";

test("somebody who copied a whole test is mostly named with the one she copied from, and nobody else is", () => {
  let named = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const { set } = simulateClass({ seed, people: 20, questions: 30, copied: 30 });
    for (const pair of similarAnswers(set, [...set.attempts.keys()]).found) {
      expect([pair.first, pair.second]).toEqual([18, 19]);
      expect(pair.same).toBe(pair.bothWrong);
      expect(pair.expected).toBeLessThan(pair.same / 2);
      named += 1;
    }
  }
  expect(named).toBeGreaterThan(45);
});

test("where nobody copied, at most five classes in a hundred have a pair named", () => {
  const classes = 300;
  let alarmed = 0;
  for (let seed = 1; seed <= classes; seed += 1) {
    const { set } = simulateClass({ seed, people: 25, questions: 20, copied: 0 });
    if (similarAnswers(set, [...set.attempts.keys()]).found.length > 0) alarmed += 1;
  }
  expect(proportion(alarmed, classes)?.high).toBeLessThan(falseAlarms / 100);
});

test("the same right answers, and the only wrong answer there is, are no hint", () => {
  const set = emptyAnswerSet();
  for (let person = 0; person < 20; person += 1) {
    addAttempt(
      set,
      Array.from({ length: 40 }, (_, index) => ({
        questionVersionId: `q${index}`,
        earned: index < 20 ? 1 : 0,
        max: 1,
        seconds: null,
        given: { key: index < 20 ? "right" : "false", parts: [] },
      })),
    );
  }
  expect(similarAnswers(set, [...set.attempts.keys()])).toEqual({ pairs: 190, found: [] });
});

test("ability and difficulty of simulated people are found again", () => {
  const random = randomFrom(9);
  const abilities = Array.from({ length: 400 }, (_, index) => -2 + index / 100);
  const difficulties = Array.from({ length: 40 }, (_, index) => -1 + index / 20);
  const right = abilities.map((ability) =>
    difficulties.map((difficulty) => random() < rightProbability(ability, difficulty)),
  );
  const count = (answers: boolean[]) => ({ right: answers.filter(Boolean).length, asked: answers.length });
  const found = logitsOf(
    right.map(count),
    difficulties.map((_, column) => count(right.map((row) => row[column] as boolean))),
  );
  expect(correlation(found.ability, abilities)).toBeGreaterThan(0.9);
  expect(correlation(found.difficulty, difficulties)).toBeGreaterThan(0.95);
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
  expect(Math.abs(spread(found.difficulty) / spread(difficulties) - 1)).toBeLessThan(0.25);
});
