import { momentsOf } from "./moments.ts";
import { student95 } from "./student-t.ts";

/** Results of one person before and after, in percent. */
export type Pair = { before: number; after: number };

export type PairedGain = {
  n: number;
  before: number;
  after: number;
  /** Percentage points, with the 95 % interval. */
  mean: number;
  low: number;
  high: number;
  /** Mean gain in standard deviations of the gains; null when everybody gained the same. */
  effectSize: number | null;
};

/** Pairs that say something about a group and nothing about a person. */
export const fewestPairs = 5;

/**
 * What a group gained between two tests. Interval of the mean by Student's t ("Student", "The probable error of a mean",
 * Biometrika 6 (1908), 1–25); effect size dz, mean by standard deviation of the differences (J. Cohen, Statistical Power
 * Analysis for the Behavioral Sciences, 2nd ed. 1988, p. 48; named dz as in D. Lakens, Frontiers in Psychology 4 (2013),
 * 863). Null below five pairs.
 */
export function pairedGain(pairs: Pair[]): PairedGain | null {
  const n = pairs.length;
  if (n < fewestPairs) return null;
  const { mean, sd } = momentsOf(pairs.map(({ before, after }) => after - before));
  if (mean === null || sd === null) return null;
  const margin = (student95(n - 1) * sd) / Math.sqrt(n);
  return {
    n,
    before: pairs.reduce((sum, { before }) => sum + before, 0) / n,
    after: pairs.reduce((sum, { after }) => sum + after, 0) / n,
    mean,
    low: mean - margin,
    high: mean + margin,
    effectSize: sd > 1e-9 ? mean / sd : null,
  };
}
