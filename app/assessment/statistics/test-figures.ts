import { type AnswerSet, percentOf } from "./answer-set.ts";
import { type Moments, momentsOf } from "./moments.ts";
import { reliability } from "./reliability.ts";

/** Figures of a whole test, of attempts that are graded wholly; results in percent. */
export type TestFigures = Moments & {
  n: number;
  /** Cronbach's alpha; KR-20 is its name when every question is right or wrong. */
  alpha: number | null;
  isDichotomous: boolean;
  /** Standard error of measurement, in percentage points. */
  standardError: number | null;
};

/**
 * Standard error of measurement: SD · √(1 − reliability) (F. M. Lord and M. R. Novick, Statistical Theories of Mental
 * Test Scores, 1968, 3.8). For the others see `momentsOf` and `reliability`.
 */
export function testFigures(set: AnswerSet): TestFigures {
  const percents = set.attempts.filter(({ isComplete }) => isComplete).map(percentOf);
  const moments = momentsOf(percents);
  const alpha = reliability(set);
  return {
    n: percents.length,
    ...moments,
    alpha,
    isDichotomous: isDichotomous(set),
    standardError:
      alpha === null || moments.sd === null ? null : moments.sd * Math.sqrt(1 - Math.min(1, alpha)),
  };
}

function isDichotomous({ items }: AnswerSet) {
  return [...items.values()].every(({ earned, max }) =>
    earned.every((points) => points < 1e-9 || points > max - 1e-9),
  );
}
