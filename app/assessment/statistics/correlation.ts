/** Sum of products of deviations from the means. Both lists have the same length. */
function codeviation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let [meanX, meanY, sum] = [0, 0, 0];
  for (let index = 0; index < x.length; index += 1) {
    // One pass (B. P. Welford, Technometrics 4 (1962), 419–420), so that large values lose no digits.
    const before = (x[index] as number) - meanX;
    meanX += before / (index + 1);
    meanY += ((y[index] as number) - meanY) / (index + 1);
    sum += before * ((y[index] as number) - meanY);
  }
  return sum;
}

/** Product-moment correlation (Pearson), −1 to 1; null when there are fewer than two pairs or one side never differs. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const [ofX, ofY] = [codeviation(x, x), codeviation(y, y)];
  if (x.length < 2 || ofX < 1e-12 || ofY < 1e-12) return null;
  return codeviation(x, y) / Math.sqrt(ofX * ofY);
}

/**
 * Discriminative efficiency, −1 to 1: the covariance of an item with the rest of the test as a part of the largest that
 * the same marks could have, which is when the best marks meet the best rests. Source: Moodle, "Quiz statistics
 * calculations" (docs.moodle.org/dev/Quiz_statistics_calculations), DE = 100 · C / Cmax.
 */
export function discriminativeEfficiency(item: ArrayLike<number>, rest: ArrayLike<number>): number | null {
  const largest = codeviation(Float64Array.from(item).sort(), Float64Array.from(rest).sort());
  return item.length < 2 || largest < 1e-12 ? null : codeviation(item, rest) / largest;
}
