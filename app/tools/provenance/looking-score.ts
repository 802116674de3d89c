/** One answer of the exercise; `confidence` from 0.5 to 1. */
export type Look = { isAltered: boolean; saysAltered: boolean; confidence: number };

export type LookingScore = {
  n: number;
  right: number;
  /** Share right, mean confidence and the difference of both, above 0 when surer than right. */
  accuracy: number;
  confidence: number;
  overConfidence: number;
  sureness: "over" | "fits" | "under";
};

/** Nobody can tell less than this apart in eight answers. */
const tolerance = 0.1;

/**
 * How often somebody was right, and how well confidence fits it: mean confidence less share right, as in
 * assessment/statistics/signal-detection.ts, which a tool may not import. Null before the first answer.
 */
export function lookingScore(looks: Look[]): LookingScore | null {
  const n = looks.length;
  if (n === 0) return null;
  const right = looks.filter(({ isAltered, saysAltered }) => isAltered === saysAltered).length;
  const accuracy = right / n;
  const confidence = looks.reduce((sum, look) => sum + look.confidence, 0) / n;
  const overConfidence = confidence - accuracy;
  const sureness = overConfidence > tolerance ? "over" : overConfidence < -tolerance ? "under" : "fits";
  return { n, right, accuracy, confidence, overConfidence, sureness };
}

/** The share of images that people judged rightly in a meta-analysis of 56 papers (fact F53 of the courses). */
export const humanAccuracy = 0.5316;

export const humanAccuracySource =
  "A. Diel et al., Computers in Human Behavior Reports 16 (2024) 100538, doi:10.1016/j.chbr.2024.100538";
