import type { AnswerSet, ItemAnswers } from "./answer-set.ts";
import { atLeast } from "./poisson-binomial.ts";

/** Two attempts (places in the set) whose wrong answers match more than chance explains. */
export type SimilarPair = {
  first: number;
  second: number;
  /** Questions that both answered wrongly, in how many of them alike, and how many are alike by chance. */
  bothWrong: number;
  same: number;
  expected: number;
  /** That chance alone gives so many or more. */
  probability: number;
};

/** In how many quizzes of a hundred in which nobody copied some pair may be named. */
export const falseAlarms = 5;

/** Attempts that are compared at most: pairs grow with the square. */
export const mostCompared = 1000;

/**
 * Pairs of attempts with suspiciously many identical wrong answers. Given that both are wrong, two people who work alone
 * give the same wrong answer to a question with the probability Σ (share of each wrong answer)²; how many match of all
 * that both got wrong is then a sum of independent events (`atLeast`). Right answers say nothing, so knowing the subject
 * never looks like copying. A pair is named when its probability times the number of pairs is below 5 % (O. J. Dunn,
 * "Multiple comparisons among means", JASA 56 (1961), 52–64). The shares include the pair's own answers, which errs on
 * the side of naming nobody. docs/similar-answers.md has the rates of false alarms and of finds in simulations.
 */
export function similarAnswers(set: AnswerSet, attempts: number[]): { pairs: number; found: SimilarPair[] } {
  const compared = attempts.slice(-mostCompared);
  const pairs = (compared.length * (compared.length - 1)) / 2;
  const wrong = wrongAnswers(set, compared);
  const found: SimilarPair[] = [];
  for (let a = 0; a < compared.length; a += 1) {
    for (let b = a + 1; b < compared.length; b += 1) {
      const pair = compare(wrong, a, b);
      if (!pair || pair.probability * pairs >= falseAlarms / 100) continue;
      found.push({ first: compared[a] as number, second: compared[b] as number, ...pair });
    }
  }
  return { pairs, found: found.sort((a, b) => a.probability - b.probability) };
}

type WrongAnswers = {
  /** By attempt and then question: which wrong answer; −1 where it was right, left out or not asked. */
  given: Int32Array[];
  /** By question: that two wrong answers are the same. */
  matching: number[];
};

function wrongAnswers({ items }: AnswerSet, compared: number[]): WrongAnswers {
  const row = new Map(compared.map((attempt, index) => [attempt, index]));
  const given = compared.map(() => new Int32Array(items.size).fill(-1));
  const matching = [...items.values()].map((item, column) => fillColumn(item, row, given, column));
  return { given, matching };
}

function fillColumn(
  { attempt, answer, earned, max }: ItemAnswers,
  row: Map<number, number>,
  given: Int32Array[],
  column: number,
): number {
  const counts = new Map<number, number>();
  attempt.forEach((place, index) => {
    const cells = given[row.get(place) ?? -1];
    const wrong = answer[index] as number;
    if (!cells || wrong === -1 || (earned[index] as number) > max - 1e-9) return;
    cells[column] = wrong;
    counts.set(wrong, (counts.get(wrong) ?? 0) + 1);
  });
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts.values()].reduce((sum, count) => sum + (count / n) ** 2, 0);
}

function compare({ given, matching }: WrongAnswers, a: number, b: number) {
  const [first, second] = [given[a] as Int32Array, given[b] as Int32Array];
  const probabilities: number[] = [];
  let [same, expected] = [0, 0];
  for (let column = 0; column < matching.length; column += 1) {
    const answer = first[column] as number;
    if (answer === -1 || second[column] === -1) continue;
    if (answer === second[column]) same += 1;
    expected += matching[column] as number;
    probabilities.push(matching[column] as number);
  }
  // Fewer matches than chance gives are never remarkable; this spares most pairs the exact sum.
  if (same <= expected + 1) return null;
  return { bothWrong: probabilities.length, same, expected, probability: atLeast(same, probabilities) };
}
