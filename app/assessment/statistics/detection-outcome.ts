import type { DetectionResponse, Question, Response } from "#app/library/question-format.ts";

import {
  type Calibration,
  calibration,
  type Judgement,
  rightWithoutBias,
  type SignalDetection,
  signalDetection,
} from "./signal-detection.ts";

/**
 * Fewer of a kind say nothing about skill: with two of each, guessing is all right one time in sixteen; with four, one in
 * 256. Below it nobody is told a skill, and whoever writes a quiz with a least d′ is told that it is too few; the least
 * d′ itself holds with fewer too, so that a quiz never passes everybody.
 */
export const fewestOfEachKind = 4;

export type Skill = "guessing" | "some" | "good" | "high";
export type Confidence = "fits" | "over" | "under";
export type Inclination = "none" | "manipulated" | "real";

export type DetectionOutcome = {
  measures: SignalDetection;
  calibration: Calibration | null;
  /** Null with too few of a kind. Of skill, confidence and inclination none speaks for another. */
  skill: Skill | null;
  /** Right verdicts of 100 that this skill gives without inclination. */
  rightOfHundred: number | null;
  confidence: Confidence | null;
  inclination: Inclination | null;
  /** Against the quiz's least d′; null when it asks for none. */
  isPassed: boolean | null;
};

/**
 * Skill at telling real from manipulated in one attempt; null when no question asked for it. For `minimumDPrime` see
 * `meetsMinimumDPrime`.
 */
export function detectionOutcome(
  items: { question: Question; response: Response | null }[],
  minimumDPrime?: number,
): DetectionOutcome | null {
  const judgements = items.flatMap((item) => judgementOf(item) ?? []);
  if (judgements.length === 0) return null;
  const measures = signalDetection(judgements);
  const { dPrime, criterion } = measures;
  const isMeasured = Math.min(measures.manipulated, measures.real) >= fewestOfEachKind;
  const fit = judgements.length >= 2 * fewestOfEachKind ? calibration(judgements) : null;
  return {
    measures,
    calibration: fit,
    skill: isMeasured && dPrime !== null ? skillOf(dPrime) : null,
    rightOfHundred: isMeasured && dPrime !== null ? Math.round(100 * rightWithoutBias(dPrime)) : null,
    confidence: fit && confidenceOf(fit.overConfidence),
    inclination: isMeasured && criterion !== null ? inclinationOf(criterion) : null,
    isPassed: minimumDPrime === undefined ? null : isSensitive(judgements, minimumDPrime),
  };
}

/**
 * Whether graded answers reach a quiz's least d′. One and the same verdict on everything never does: with unequal numbers
 * of the two kinds the correction leaves its d′ a little off zero. Without questions of both kinds nothing is reached.
 */
export function meetsMinimumDPrime(
  items: { question: Question; fraction: number }[],
  minimumDPrime: number,
): boolean {
  const judgements = items.flatMap(({ question, fraction }): Judgement[] => {
    if (question.type !== "detection") return [];
    const isManipulated = question.answer === "manipulated";
    const isRight = fraction > 1 - 1e-9;
    return [{ isManipulated, saysManipulated: isManipulated === isRight, confidence: null }];
  });
  return isSensitive(judgements, minimumDPrime);
}

/** What was left out counts as the wrong verdict, as in `signalDetection`. */
function isSensitive(judgements: Judgement[], minimumDPrime: number): boolean {
  const verdicts = judgements.map(({ isManipulated, saysManipulated }) => saysManipulated ?? !isManipulated);
  const { dPrime } = signalDetection(judgements);
  return dPrime !== null && dPrime >= minimumDPrime - 1e-9 && new Set(verdicts).size === 2;
}

function judgementOf({
  question,
  response,
}: {
  question: Question;
  response: Response | null;
}): Judgement | null {
  if (question.type !== "detection") return null;
  const given = response as DetectionResponse | null;
  return {
    isManipulated: question.answer === "manipulated",
    saysManipulated: given && given.verdict === "manipulated",
    confidence: given && given.confidence / 100,
  };
}

/** Bounds: 60, 69 and 84 of 100 right without inclination (d′ of 0.5, 1 and 2). */
function skillOf(dPrime: number): Skill {
  if (dPrime < 0.5) return "guessing";
  if (dPrime < 1) return "some";
  return dPrime < 2 ? "good" : "high";
}

/** Ten percentage points either way are not told apart from chance in so few judgements. */
function confidenceOf(overConfidence: number): Confidence {
  if (Math.abs(overConfidence) <= 0.1) return "fits";
  return overConfidence > 0 ? "over" : "under";
}

function inclinationOf(criterion: number): Inclination {
  if (Math.abs(criterion) < 0.4) return "none";
  return criterion < 0 ? "manipulated" : "real";
}
