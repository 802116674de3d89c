import type { DetectionResponse, Question, Response } from "#app/library/question-format.ts";

import {
  type Calibration,
  calibration,
  type Judgement,
  rightWithoutBias,
  type SignalDetection,
  signalDetection,
} from "./signal-detection.ts";

/** Too few of a kind say nothing about skill: with two of each, guessing is all right one time in sixteen. */
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
 * Skill at telling real from manipulated in one attempt; null when no question asked for it. `minimumDPrime` is passed by
 * a measured d′ of at least so much, and never by one and the same verdict on everything: with unequal numbers of the
 * two kinds the correction leaves that a d′ a little off zero.
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
    isPassed:
      minimumDPrime === undefined
        ? null
        : dPrime !== null && dPrime >= minimumDPrime - 1e-9 && saysBoth(judgements),
  };
}

function saysBoth(judgements: Judgement[]) {
  return [true, false].every((verdict) =>
    judgements.some(({ saysManipulated }) => saysManipulated === verdict),
  );
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
