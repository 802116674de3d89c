/** Figures of the shape of a distribution; null where there are too few values, or none differs, to define them. */
export type Moments = {
  mean: number | null;
  /** Of the population the values are a sample of (n − 1). */
  sd: number | null;
  /** 0: symmetrical; below 0: a long tail of low values. */
  skewness: number | null;
  /** Excess: 0 for a normal distribution. */
  kurtosis: number | null;
};

/**
 * Mean, standard deviation, skewness and excess kurtosis, the last two without bias under normality: G1 and G2 of D. N.
 * Joanes and C. A. Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47 (1998), 183–189;
 * they are k3/k2^1.5 and k4/k2² in R. A. Fisher's k-statistics.
 */
export function momentsOf(values: number[]): Moments {
  const n = values.length;
  const mean = n > 0 ? values.reduce((sum, value) => sum + value, 0) / n : null;
  if (mean === null || n < 2) return { mean, sd: null, skewness: null, kurtosis: null };
  let [m2, m3, m4] = [0, 0, 0];
  for (const value of values) {
    const square = (value - mean) ** 2;
    m2 += square / n;
    m3 += (square * (value - mean)) / n;
    m4 += (square * square) / n;
  }
  const hasSpread = m2 > 1e-12;
  const g1 = m3 / m2 ** 1.5;
  const g2 = m4 / m2 ** 2 - 3;
  return {
    mean,
    sd: Math.sqrt((m2 * n) / (n - 1)),
    skewness: hasSpread && n > 2 ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : null,
    kurtosis: hasSpread && n > 3 ? ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6) : null,
  };
}
