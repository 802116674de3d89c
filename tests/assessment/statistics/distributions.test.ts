import fc from "fast-check";
import { expect, test } from "vitest";

import { correlation, discriminativeEfficiency } from "#app/assessment/statistics/correlation.ts";
import { momentsOf } from "#app/assessment/statistics/moments.ts";
import { normalBelow, normalQuantile } from "#app/assessment/statistics/normal.ts";
import { pairedGain } from "#app/assessment/statistics/paired-gain.ts";
import { atLeast } from "#app/assessment/statistics/poisson-binomial.ts";
import { student95, studentWithin } from "#app/assessment/statistics/student-t.ts";

test("mean, standard deviation, skewness and kurtosis are those that SciPy computes", () => {
  // scipy.stats 1.17: skew(x, bias=False), kurtosis(x, bias=False); numpy.std(x, ddof=1)
  const moments = momentsOf([35, 50, 55, 60, 60, 65, 70, 75, 90, 95]);
  expect(moments.mean).toBeCloseTo(65.5, 12);
  expect(moments.sd).toBeCloseTo(18.02005056103401, 10);
  expect(moments.skewness).toBeCloseTo(0.18371323666951264, 10);
  expect(moments.kurtosis).toBeCloseTo(-0.06865304324400556, 10);
});

test("skewness and kurtosis are Fisher's k3/k2^1.5 and k4/k2², computed from sums of powers", () => {
  const list = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(list, (values) => {
      const n = values.length;
      const sum = (power: number) => values.reduce((total, value) => total + value ** power, 0);
      const [s1, s2, s3, s4] = [sum(1), sum(2), sum(3), sum(4)] as [number, number, number, number];
      // M. G. Kendall and A. Stuart, The Advanced Theory of Statistics 1, 12.4: k-statistics by power sums.
      const k2 = (n * s2 - s1 ** 2) / (n * (n - 1));
      const k3 = (2 * s1 ** 3 - 3 * n * s1 * s2 + n * n * s3) / (n * (n - 1) * (n - 2));
      const k4 =
        (-6 * s1 ** 4 +
          12 * n * s1 ** 2 * s2 -
          3 * n * (n - 1) * s2 ** 2 -
          4 * n * (n + 1) * s1 * s3 +
          n * n * (n + 1) * s4) /
        (n * (n - 1) * (n - 2) * (n - 3));
      const { skewness, kurtosis } = momentsOf(values);
      if (k2 === 0) return expect([skewness, kurtosis]).toEqual([null, null]);
      expect(skewness).toBeCloseTo(k3 / k2 ** 1.5, 5);
      expect(kurtosis).toBeCloseTo(k4 / k2 ** 2, 5);
    }),
  );
});

test("figures that need more values than there are do not exist", () => {
  expect(momentsOf([])).toEqual({ mean: null, sd: null, skewness: null, kurtosis: null });
  expect(momentsOf([5])).toEqual({ mean: 5, sd: null, skewness: null, kurtosis: null });
  expect(momentsOf([5, 5, 5, 5])).toEqual({ mean: 5, sd: 0, skewness: null, kurtosis: null });
});

test.each([
  // Table of the standard normal distribution; scipy.stats.norm.ppf
  [1e-9, -5.9978070150076865],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400545],
  [0.3, -0.5244005127080409],
  [0.5, 0],
  [0.8, 0.8416212335729143],
  [0.975, 1.959963984540054],
])("a share of %d of a normal distribution lies below %d", (p, z) => {
  expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-6);
  expect(normalBelow(z)).toBeCloseTo(p, 12);
});

test("the normal distribution is the integral of its density (Simpson's rule), and its quantile is its inverse", () => {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  for (const z of [-2.5, -1, 0.3, 1.7, 4]) {
    const [from, steps] = [-12, 4000];
    const width = (z - from) / steps;
    let sum = density(from) + density(z);
    for (let step = 1; step < steps; step += 1) sum += (step % 2 ? 4 : 2) * density(from + step * width);
    expect(normalBelow(z)).toBeCloseTo((sum * width) / 3, 10);
    expect(normalQuantile(normalBelow(z))).toBeCloseTo(z, 5);
  }
});

test.each([
  // R. A. Fisher and F. Yates, Statistical Tables, table III (5 %); further digits from scipy.stats.t.ppf
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [4, 2.7764451051977934],
  [9, 2.262157162798205],
  [29, 2.045229642132703],
  [120, 1.9799304050824402],
  [9999, 1.960201263621357],
])("95 %% of Student's t with %d degrees of freedom lie within ±%d", (degrees, t) => {
  expect(student95(degrees)).toBeCloseTo(t, 6);
  expect(studentWithin(t, degrees)).toBeCloseTo(0.95, 9);
});

test("the gain of a group is that of a paired t-test, worked by hand and by SciPy", () => {
  const before = [40, 55, 50, 65, 70, 45, 60];
  const after = [60, 65, 75, 70, 85, 70, 65];
  // Gains 20, 10, 25, 5, 15, 25, 5: sum 105, mean 15; squares of deviations 25 + 25 + 100 + 100 + 0 + 100 + 100 = 450,
  // variance 450 / 6 = 75, SD 8.660254, standard error 3.273268; t(6) = 2.446912, margin 8.009399; dz = 15 / 8.660254.
  const gain = pairedGain(before.map((value, index) => ({ before: value, after: after[index] as number })));
  expect(gain).toMatchObject({ n: 7, mean: 15 });
  // scipy.stats.ttest_rel(after, before).confidence_interval()
  expect(gain?.low).toBeCloseTo(6.990600873745441, 6);
  expect(gain?.high).toBeCloseTo(23.009399126254557, 6);
  expect(gain?.effectSize).toBeCloseTo(1.7320508075688772, 9);
  expect(gain?.before).toBeCloseTo(55, 9);
  expect(gain?.after).toBeCloseTo(70, 9);
});

test("a group of four has no gain, and one in which all gained alike no effect size", () => {
  const pairs = Array.from({ length: 5 }, () => ({ before: 50, after: 60 }));
  expect(pairedGain(pairs.slice(1))).toBeNull();
  expect(pairedGain(pairs)).toMatchObject({ n: 5, mean: 10, low: 10, high: 10, effectSize: null });
});

test("correlation and efficiency of a worked example", () => {
  // x: 1 0 1 0, y: 4 1 2 3. Means ½ and 2½; Σ = ½·1½ + ½·1½ − ½·½ − ½·½ = 1; Σx² = 1, Σy² = 5: r = 1/√5.
  expect(correlation([1, 0, 1, 0], [4, 1, 2, 3])).toBeCloseTo(1 / Math.sqrt(5), 12);
  // At best the ones meet 3 and 4: Σ = ½·½ + ½·1½ + ½·½ + ½·1½ = 2, so half of what is possible.
  expect(discriminativeEfficiency([1, 0, 1, 0], [4, 1, 2, 3])).toBeCloseTo(0.5, 12);
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(discriminativeEfficiency([1, 1, 1], [1, 2, 3])).toBeNull();
});

test("the probability of at least so many events is the sum over every way they can happen", () => {
  const some = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(some, fc.nat(8), (probabilities, least) => {
      let sum = 0;
      for (let way = 0; way < 2 ** probabilities.length; way += 1) {
        const happens = probabilities.map((_, index) => Boolean(way & (1 << index)));
        if (happens.filter(Boolean).length < least) continue;
        sum += probabilities.reduce((product, p, index) => product * (happens[index] ? p : 1 - p), 1);
      }
      expect(atLeast(least, probabilities)).toBeCloseTo(sum, 9);
    }),
  );
});
