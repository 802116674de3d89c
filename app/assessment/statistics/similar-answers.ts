import type { AnswerSet } from "./answer-set.ts";
import { atLeast } from "./poisson-binomial.ts";
import { logitsOf, type RightCount, rightProbability } from "./right-probabilities.ts";

/** Two attempts (places in the set) whose wrong answers match more than chance explains. */
export type SimilarPair = {
  first: number;
  second: number;
  /** Questions that both answered wrongly, in how many of them alike, and how many are expected alike by chance. */
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
 * Pairs of attempts with suspiciously many identical wrong answers. Two people who work alone both give the same wrong
 * answer to a question with the probability (1 − Pa)·(1 − Pb)·Σ (share of each wrong answer)², where P is the
 * probability to be right (`logitsOf`); how many match is a sum of independent events (`atLeast`, there the
 * source of the test). Right answers count for nothing, so that knowing the subject never looks like copying. A pair is
 * named when its probability times the number of pairs is below 5 % (O. J. Dunn, "Multiple comparisons among means",
 * JASA 56 (1961), 52–64). The shares include the pair's own answers, which errs on the side of naming nobody.
 * docs/similar-answers.md has the rates of false alarms and of finds in simulations.
 */
export function similarAnswers(set: AnswerSet, attempts: number[]): { pairs: number; found: SimilarPair[] } {
  const compared = attempts.slice(-mostCompared);
  const pairs = (compared.length * (compared.length - 1)) / 2;
  const answers = wrongAnswers(set, compared);
  const found: SimilarPair[] = [];
  for (let a = 0; a < compared.length; a += 1) {
    for (let b = a + 1; b < compared.length; b += 1) {
      const pair = compare(answers, a, b);
      if (!pair || pair.probability * pairs >= falseAlarms / 100) continue;
      found.push({ first: compared[a] as number, second: compared[b] as number, ...pair });
    }
  }
  return { pairs, found: found.sort((a, b) => a.probability - b.probability) };
}

const notAsked = -2;
const notWrong = -1;

type WrongAnswers = {
  /** By attempt and then question: which wrong answer, `notWrong` (also when left out) or `notAsked`. */
  given: Int32Array[];
  /** By question: that two wrong answers are the same. */
  matching: number[];
  /** By attempt and then question: that a person of this ability is wrong. */
  wrong: Float64Array[];
};

function wrongAnswers({ items }: AnswerSet, compared: number[]): WrongAnswers {
  const row = new Map(compared.map((attempt, index) => [attempt, index]));
  const given = compared.map(() => new Int32Array(items.size).fill(notAsked));
  const people = compared.map((): RightCount => ({ right: 0, asked: 0 }));
  const questions: RightCount[] = [];
  const matching = [...items.values()].map((item, column) => {
    const question: RightCount = { right: 0, asked: 0 };
    questions.push(question);
    const counts = new Map<number, number>();
    item.attempt.forEach((place, index) => {
      const person = row.get(place);
      if (person === undefined) return;
      const isRight = (item.earned[index] as number) > item.max - 1e-9;
      for (const count of [question, people[person] as RightCount]) {
        count.asked += 1;
        count.right += Number(isRight);
      }
      const answer = item.answer[index] as number;
      const isWrong = !isRight && answer >= 0;
      (given[person] as Int32Array)[column] = isWrong ? answer : notWrong;
      if (isWrong) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    });
    return sameByChance([...counts.values()]);
  });
  const { ability, difficulty } = logitsOf(people, questions);
  const wrong = ability.map((of) => Float64Array.from(difficulty, (at) => 1 - rightProbability(of, at)));
  return { given, matching, wrong };
}

/** The part of all pairs of wrong answers that are the same (E. H. Simpson, Nature 163 (1949), 688). */
function sameByChance(counts: number[]) {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < 2) return 1;
  return counts.reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1));
}

function compare({ given, matching, wrong }: WrongAnswers, a: number, b: number) {
  const [first, second] = [given[a] as Int32Array, given[b] as Int32Array];
  const [wrongA, wrongB] = [wrong[a] as Float64Array, wrong[b] as Float64Array];
  let [same, bothWrong] = [0, 0];
  for (let column = 0; column < matching.length; column += 1) {
    if ((first[column] as number) < 0 || (second[column] as number) < 0) continue;
    bothWrong += 1;
    if (first[column] === second[column]) same += 1;
  }
  // Two are never remarkable; this spares most pairs the exact sum.
  if (same < 3) return null;
  const probabilities: number[] = [];
  let expected = 0;
  for (let column = 0; column < matching.length; column += 1) {
    if (first[column] === notAsked || second[column] === notAsked) continue;
    const probability =
      (wrongA[column] as number) * (wrongB[column] as number) * (matching[column] as number);
    expected += probability;
    probabilities.push(probability);
  }
  if (same <= expected + 1) return null;
  return { bothWrong, same, expected, probability: atLeast(same, probabilities) };
}
