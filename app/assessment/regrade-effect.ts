import type { AttemptScore } from "./answering/attempt-score.ts";

/** none: not a point differs; points: the same outcome with other points; the others say what the key would make of it. */
export type RegradeEffect = "none" | "points" | "fail-to-pass" | "pass-to-fail";

export function regradeEffect(before: AttemptScore, after: AttemptScore): RegradeEffect {
  if (!before.isPassed && after.isPassed) return "fail-to-pass";
  if (before.isPassed && !after.isPassed) return "pass-to-fail";
  const isSame =
    isEqual(before.points, after.points) &&
    isEqual(before.maxPoints, after.maxPoints) &&
    before.criticalMissed === after.criticalMissed;
  return isSame ? "none" : "points";
}

/** The result that is kept: new points, but a pass once given is only taken away when a person says so. */
export function regradedScore(
  before: AttemptScore,
  after: AttemptScore,
  { takesPassAway }: { takesPassAway: boolean },
): AttemptScore {
  return { ...after, isPassed: after.isPassed || (before.isPassed && !takesPassAway) };
}

function isEqual(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}
