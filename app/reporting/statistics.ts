/** A share with its base and 95 % interval; bounds and share from 0 to 1. */
export type Proportion = { part: number; n: number; share: number; low: number; high: number };

const z = 1.959964;

/**
 * Wilson score interval of a proportion, 95 %. Source: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927), 209–212. Null when there is no observation.
 */
export function proportion(part: number, n: number): Proportion | null {
  if (n === 0) return null;
  const share = part / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const margin = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { part, n, share, low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}

/** Arithmetic mean; null of nothing. */
export function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Median; null of nothing. */
export function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * Net Promoter Score: percent of 9–10 less percent of 0–6 (F. Reichheld, Harvard Business Review 81/12, 2003). Null
 * for fewer than ten answers.
 */
export function netPromoterScore(scores: number[]): number | null {
  if (scores.length < 10) return null;
  const share = (fits: (score: number) => boolean) => (100 * scores.filter(fits).length) / scores.length;
  return share((score) => score >= 9) - share((score) => score <= 6);
}

/**
 * Which groups of a breakdown must not be shown: those with fewer than `smallest` members, and, when only one such
 * group with members would be hidden so that it could be computed from the total and the others, the next smallest
 * too. Groups without members tell nothing and hide nothing, but are hidden with them so that "0" is not told apart.
 */
export function hiddenGroups(sizes: Map<string, number>, smallest: number): Set<string> {
  const hidden = new Set([...sizes].filter(([, size]) => size < smallest).map(([group]) => group));
  const concealed = () => [...hidden].reduce((sum, group) => sum + (sizes.get(group) ?? 0), 0);
  const shown = [...sizes].filter(([group]) => !hidden.has(group)).sort((a, b) => a[1] - b[1]);
  // The remainder must itself be a group of at least `smallest`, or its figure could be computed.
  while (concealed() > 0 && concealed() < smallest && shown.length > 0) {
    hidden.add((shown.shift() as [string, number])[0]);
  }
  return hidden;
}
