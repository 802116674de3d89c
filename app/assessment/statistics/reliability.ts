import type { AnswerSet } from "./answer-set.ts";

/**
 * Cronbach's alpha of the percent score, from the mean variance v of the items and the mean covariance c of two of them:
 * k·c / (v + (k − 1)·c) (L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16
 * (1951), 297–334). Where everybody has the same k questions this is k/(k − 1) · (1 − Σ variances / variance of totals),
 * and KR-20 when they are right or wrong (G. F. Kuder and M. W. Richardson, Psychometrika 2 (1937), 151–160). Where
 * questions are drawn, v and c are taken over the questions and pairs that were asked, each question against its own
 * mean, and k is the mean number asked: an approximation that is good once every question was asked some thirty times.
 * Null when there are fewer than two attempts or questions, or nobody differs.
 */
export function reliability({ attempts, items }: AnswerSet): number | null {
  const sums = attempts.map(() => ({ k: 0, deviation: 0, squares: 0 }));
  for (const { attempt, earned } of items.values()) {
    const places = attempt.flatMap((place, index) => (attempts[place]?.isComplete ? [index] : []));
    const part = (index: number) =>
      (earned[index] as number) / (attempts[attempt[index] as number]?.max || 1);
    const mean = places.reduce((sum, index) => sum + part(index), 0) / places.length;
    for (const index of places) {
      const sum = sums[attempt[index] as number];
      if (!sum) continue;
      sum.k += 1;
      sum.deviation += part(index) - mean;
      sum.squares += (part(index) - mean) ** 2;
    }
  }
  const asked = sums.filter(({ k }) => k > 0);
  const total = (of: (sum: (typeof sums)[number]) => number) => asked.reduce((all, sum) => all + of(sum), 0);
  const [answers, pairs] = [total(({ k }) => k), total(({ k }) => k * (k - 1))];
  if (asked.length < 2 || pairs === 0) return null;
  const variance = total(({ squares }) => squares) / answers;
  const covariance = total(({ deviation, squares }) => deviation ** 2 - squares) / pairs;
  const k = answers / asked.length;
  const ofTotal = variance + (k - 1) * covariance;
  return ofTotal < 1e-12 ? null : (k * covariance) / ofTotal;
}
