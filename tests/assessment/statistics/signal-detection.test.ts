import fc from "fast-check";
import { expect, test } from "vitest";

import { scoreOfItems } from "#app/assessment/answering/attempt-score.ts";
import { detectionOutcome, fewestOfEachKind } from "#app/assessment/statistics/detection-outcome.ts";
import { normalBelow } from "#app/assessment/statistics/normal.ts";
import {
  calibration,
  type Judgement,
  rightWithoutBias,
  signalDetection,
} from "#app/assessment/statistics/signal-detection.ts";
import { randomFrom } from "#app/assessment/random.ts";
import { question, type Question } from "#app/library/question-format.ts";

function judgements(hits: number, manipulated: number, falseAlarms: number, real: number): Judgement[] {
  const of = (isManipulated: boolean, said: number, n: number) =>
    Array.from({ length: n }, (_, index) => ({
      isManipulated,
      saysManipulated: index < said,
      confidence: null,
    }));
  return [...of(true, hits, manipulated), ...of(false, falseAlarms, real)];
}

test.each([
  // H = 8.5/11 and F = 2.5/11, so z = ±0.747859 (scipy.stats.norm.ppf)
  [8, 10, 2, 10, 1.4957171895266044, 0],
  // Everything called manipulated: H = F = 10.5/11
  [10, 10, 10, 10, 0, -1.6906216295848986],
  // Everything right: 5.5/6 and 0.5/6, not infinity
  [5, 5, 0, 5, 2.765988254201276, 0],
])(
  "%d of %d hits and %d of %d false alarms: d′ %d, c %d",
  (hits, signals, alarms, noise, dPrime, criterion) => {
    const measured = signalDetection(judgements(hits, signals, alarms, noise));
    expect(measured.dPrime).toBeCloseTo(dPrime, 6);
    expect(measured.criterion).toBeCloseTo(criterion, 6);
    expect(measured).toMatchObject({ hitRate: hits / signals, falseAlarmRate: alarms / noise });
  },
);

/** A standard normal number (G. E. P. Box and M. E. Muller, 1958). */
function normal(random: () => number) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

test.each([
  [0, 0],
  [1, 0],
  [1, -0.8],
  [2, 0.5],
  [2.5, -0.4],
])("simulated raters with d′ %d and criterion %d are measured so", (dPrime, criterion) => {
  const random = randomFrom(2026);
  // Equal-variance model: evidence is N(±d′/2, 1), and above the criterion it is called manipulated.
  const rater = (n: number): Judgement[] =>
    Array.from({ length: n }, (_, index) => {
      const isManipulated = index % 2 === 0;
      const evidence = normal(random) + (isManipulated ? dPrime : -dPrime) / 2;
      return { isManipulated, saysManipulated: evidence > criterion, confidence: null };
    });
  const one = signalDetection(rater(20_000));
  expect(Math.abs(one.dPrime! - dPrime)).toBeLessThan(0.06);
  expect(Math.abs(one.criterion! - criterion)).toBeLessThan(0.04);
  // Forty judgements each: the mean of many raters is right within the correction's small pull to the middle.
  const many = Array.from({ length: 400 }, () => signalDetection(rater(40)).dPrime!);
  expect(Math.abs(many.reduce((a, b) => a + b) / many.length - dPrime)).toBeLessThan(0.15);
});

test("the share right without inclination is what such raters get right", () => {
  expect(rightWithoutBias(0)).toBeCloseTo(0.5, 12);
  expect(rightWithoutBias(1)).toBeCloseTo(0.6914624612740131, 12);
  const random = randomFrom(5);
  const right =
    Array.from({ length: 40_000 }, () => normal(random) + 0.75 > 0).filter(Boolean).length / 40_000;
  expect(Math.abs(rightWithoutBias(1.5) - right)).toBeLessThan(0.01);
  expect(rightWithoutBias(1.5)).toBeCloseTo(normalBelow(0.75), 12);
});

test("calibration of a worked example", () => {
  const said: Judgement[] = [
    { isManipulated: true, saysManipulated: true, confidence: 0.9 },
    { isManipulated: true, saysManipulated: false, confidence: 0.8 },
    { isManipulated: false, saysManipulated: false, confidence: 0.7 },
    { isManipulated: false, saysManipulated: true, confidence: 1 },
    { isManipulated: false, saysManipulated: null, confidence: null },
  ];
  // Mean confidence 3.4/4 = 0.85, right 2 of 4: 0.35 too sure. Brier (0.01 + 0.64 + 0.09 + 1) / 4.
  const fit = calibration(said)!;
  expect(fit.n).toBe(4);
  expect(fit.overConfidence).toBeCloseTo(0.35, 12);
  expect(fit.brier).toBeCloseTo(1.74 / 4, 12);
  expect(calibration(said.slice(4))).toBeNull();
});

const detection = (answer: "real" | "manipulated", index: number) =>
  question.parse({ id: `D${index}`, type: "detection", medium: "image", media: "a.png", answer }) as Question;

function attempt(
  kinds: ("real" | "manipulated")[],
  verdictOf: (kind: string, index: number) => string | null,
  confidence = 75,
) {
  return kinds.map((kind, index) => {
    const verdict = verdictOf(kind, index) as "real" | "manipulated" | null;
    return { question: detection(kind, index), response: verdict && { verdict, confidence } };
  });
}

const kindsOf = (manipulated: number, real: number) => [
  ...Array.from({ length: manipulated }, () => "manipulated" as const),
  ...Array.from({ length: real }, () => "real" as const),
];

test("always answering the same has no skill and never passes, however the kinds are mixed", () => {
  const counts = fc.integer({ min: 0, max: 30 });
  const verdict = fc.constantFrom("manipulated", "real");
  fc.assert(
    fc.property(
      counts,
      counts,
      verdict,
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      (manipulated, real, says, least) => {
        fc.pre(manipulated + real > 0);
        const outcome = detectionOutcome(
          attempt(kindsOf(manipulated, real), () => says),
          least,
        )!;
        expect(outcome.isPassed).toBe(false);
        if (manipulated === real) expect(outcome.measures.dPrime).toBeCloseTo(0, 6);
        if (
          Math.min(manipulated, real) >= fewestOfEachKind &&
          Math.max(manipulated, real) <= 2 * Math.min(manipulated, real)
        ) {
          expect(outcome.skill).toBe("guessing");
        }
      },
    ),
  );
});

test("leaving out what is hard does not help to pass", () => {
  const kinds = kindsOf(6, 6);
  const all = detectionOutcome(
    attempt(kinds, (kind) => kind),
    1,
  )!;
  const few = detectionOutcome(
    attempt(kinds, (kind, index) => (index % 6 === 0 ? kind : null)),
    1,
  )!;
  expect([all.isPassed, few.isPassed]).toEqual([true, false]);
  expect(
    detectionOutcome(
      attempt(kinds, () => null),
      1,
    ),
  ).toMatchObject({ isPassed: false, calibration: null });
});

test("skill and over-confidence are told apart: skilled and unsure, unskilled and sure", () => {
  const kinds = kindsOf(6, 6);
  const skilled = detectionOutcome(attempt(kinds, (kind) => kind, 60))!;
  const unskilled = detectionOutcome(attempt(kinds, (_, index) => (index % 2 ? "real" : "manipulated"), 95))!;
  expect(skilled).toMatchObject({ skill: "high", confidence: "under", inclination: "none", isPassed: null });
  expect(unskilled).toMatchObject({ skill: "guessing", confidence: "over", rightOfHundred: 50 });
  expect(detectionOutcome(attempt(kinds, () => "manipulated"))).toMatchObject({ inclination: "manipulated" });
});

test("too few of a kind are not called skill, and a quiz without such questions has no outcome", () => {
  expect(detectionOutcome(attempt(kindsOf(3, 8), (kind) => kind))).toMatchObject({
    skill: null,
    rightOfHundred: null,
  });
  expect(detectionOutcome([])).toBeNull();
});

test("a quiz that asks for a least d′ is not passed by its points alone", () => {
  const settings = { passMark: 50, criticalMustBeRight: false, minimumDPrime: 1 };
  const items = (verdictOf: (kind: string) => string) =>
    kindsOf(8, 4).map((kind, index) => ({
      question: detection(kind, index),
      fraction: verdictOf(kind) === kind ? 1 : 0,
    }));
  // Eight of twelve points by always saying "manipulated".
  expect(
    scoreOfItems(
      items(() => "manipulated"),
      settings,
    ),
  ).toMatchObject({ points: 8, isPassed: false });
  expect(
    scoreOfItems(
      items((kind) => kind),
      settings,
    ).isPassed,
  ).toBe(true);
  expect(
    scoreOfItems(
      items(() => "manipulated"),
      { ...settings, minimumDPrime: undefined },
    ).isPassed,
  ).toBe(true);
});
