import { normalBelow, normalQuantile } from "./normal.ts";

/** One judgement. The signal is manipulation. `confidence` of the verdict, 0.5 to 1; null where nothing was said. */
export type Judgement = {
  isManipulated: boolean;
  saysManipulated: boolean | null;
  confidence: number | null;
};

export type SignalDetection = {
  manipulated: number;
  real: number;
  /** Share of manipulated things called so, and of real things called manipulated; null when there were none. */
  hitRate: number | null;
  falseAlarmRate: number | null;
  /** Sensitivity: 0 is guessing; null unless there were both kinds. */
  dPrime: number | null;
  /** Below 0: inclined to say "manipulated"; above 0: inclined to say "real". */
  criterion: number | null;
};

/**
 * Hit rate, false-alarm rate, d′ = z(H) − z(F) and c = −(z(H) + z(F)) / 2 (N. A. Macmillan and C. D. Creelman, Detection
 * Theory: A User's Guide, 2nd ed. 2005, chapters 1 and 2). For d′ and c the rates have the log-linear correction, 0.5
 * more of each count out of one more (M. J. Hautus, Behavior Research Methods 27 (1995), 46–51), so that rates of 0 and
 * 1 have a value. What was left out counts as wrong, a miss or a false alarm: leaving out what is hard gains nothing.
 */
export function signalDetection(judgements: Judgement[]): SignalDetection {
  const manipulated = judgements.filter(({ isManipulated }) => isManipulated);
  const real = judgements.filter(({ isManipulated }) => !isManipulated);
  const hits = manipulated.filter(({ saysManipulated }) => saysManipulated === true).length;
  const falseAlarms = real.filter(({ saysManipulated }) => saysManipulated !== false).length;
  const hasBoth = manipulated.length > 0 && real.length > 0;
  const zHit = normalQuantile((hits + 0.5) / (manipulated.length + 1));
  const zFalseAlarm = normalQuantile((falseAlarms + 0.5) / (real.length + 1));
  return {
    manipulated: manipulated.length,
    real: real.length,
    hitRate: manipulated.length > 0 ? hits / manipulated.length : null,
    falseAlarmRate: real.length > 0 ? falseAlarms / real.length : null,
    dPrime: hasBoth ? zHit - zFalseAlarm : null,
    criterion: hasBoth ? -(zHit + zFalseAlarm) / 2 : null,
  };
}

/**
 * The share of right verdicts that this sensitivity gives somebody with no inclination, when half of the things are
 * manipulated: Φ(d′/2) (Macmillan and Creelman, as above). 0.5 is guessing.
 */
export function rightWithoutBias(dPrime: number): number {
  return normalBelow(dPrime / 2);
}

export type Calibration = {
  n: number;
  /** Shares from 0 to 1. */
  meanConfidence: number;
  right: number;
  /** Mean confidence less share right: above 0 is over-confidence. */
  overConfidence: number;
  /** Mean squared distance of the confidence from what was the case: 0 is best, 0.25 is always saying 50 %. */
  brier: number;
};

/**
 * How well confidence fits what is right (S. Lichtenstein, B. Fischhoff and L. D. Phillips, "Calibration of
 * probabilities: the state of the art to 1980", in Judgment under Uncertainty, 1982, 306–334; score: G. W. Brier,
 * Monthly Weather Review 78 (1950), 1–3, of the verdict given). Null when nobody said how sure they were.
 */
export function calibration(judgements: Judgement[]): Calibration | null {
  const said = judgements.flatMap(({ isManipulated, saysManipulated, confidence }) =>
    saysManipulated === null || confidence === null
      ? []
      : [{ confidence, isRight: isManipulated === saysManipulated }],
  );
  const n = said.length;
  if (n === 0) return null;
  const meanConfidence = said.reduce((sum, { confidence }) => sum + confidence, 0) / n;
  const right = said.filter(({ isRight }) => isRight).length / n;
  const brier =
    said.reduce((sum, { confidence, isRight }) => sum + (confidence - Number(isRight)) ** 2, 0) / n;
  return { n, meanConfidence, right, overConfidence: meanConfidence - right, brier };
}
