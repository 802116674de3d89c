export const groupNames = ["low", "middle", "high"] as const;
export type GroupName = (typeof groupNames)[number];

/**
 * The third with the lowest results, the middle, and the third with the highest; equal results are never told apart, so
 * groups can differ in size. Null when so many results are equal that no two groups differ. T. L. Kelley ("The selection
 * of upper and lower groups for the validation of test items", Journal of Educational Psychology 30 (1939), 17–24) finds
 * 27 % best for large normal samples; a course's groups are small, and thirds keep more people in them at little cost.
 */
export function scoreGroups(percents: number[]): GroupName[] | null {
  const sorted = Float64Array.from(percents).sort();
  const third = Math.floor(sorted.length / 3);
  const [low, high] = [sorted[third - 1], sorted[sorted.length - third]];
  if (low === undefined || high === undefined || low >= high) return null;
  return percents.map((percent) => (percent <= low ? "low" : percent >= high ? "high" : "middle"));
}
