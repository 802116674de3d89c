import type { Draw } from "#app/library/quiz-format.ts";
import type { Question } from "#app/library/question-format.ts";

import { type DrawCandidate, conditionsOf } from "./draw-conditions.ts";

/** How many questions of each kind of detection every attempt asks at least. */
export type CertainKinds = { manipulated: number; real: number };

type Candidate = { question: Question; candidate: DrawCandidate };

/**
 * What is certain of an attempt at a list of questions (`draw` is null), or at a draw from them: what the condition that
 * guarantees the most of a kind leaves to no other, together with those that guarantee different questions.
 */
export function certainKinds(pool: Candidate[], draw: Draw | null): CertainKinds {
  return { manipulated: certain(pool, draw, "manipulated"), real: certain(pool, draw, "real") };
}

function certain(pool: Candidate[], draw: Draw | null, kind: keyof CertainKinds): number {
  const isOfKind = ({ question }: Candidate) => question.type === "detection" && question.answer === kind;
  if (!draw) return pool.filter(isOfKind).length;
  const sure = [
    { needed: draw.count, fitting: pool },
    ...(draw.allCritical ? [allOf(pool.filter(({ candidate }) => candidate.critical))] : []),
    ...conditionsOf(
      pool.map(({ candidate }) => candidate),
      draw,
    ).map(({ needed, fits }) => ({ needed, fitting: pool.filter(({ candidate }) => fits(candidate)) })),
  ].map(({ needed, fitting }) => {
    const ofKind = fitting.filter(isOfKind);
    return { ofKind, count: Math.max(0, needed - (fitting.length - ofKind.length)) };
  });
  const counted = new Set<Candidate>();
  let total = 0;
  for (const { ofKind, count } of sure.sort((a, b) => b.count - a.count)) {
    if (ofKind.some((one) => counted.has(one))) continue;
    for (const one of ofKind) counted.add(one);
    total += count;
  }
  return total;
}

function allOf(fitting: Candidate[]) {
  return { needed: fitting.length, fitting };
}
