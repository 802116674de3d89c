import type { QuestionOf } from "#app/library/question-format.ts";

import { isWithin, readNumber } from "./number-answer.ts";
import { percentOfTyped } from "./typed-answer.ts";

type Gap = QuestionOf<"blanks">["gaps"][number];

/** Share of the gaps' weights, or, with `all`, of nothing but every gap right. */
export function fractionOfBlanks({ gaps, scoring }: QuestionOf<"blanks">, response: unknown): number {
  if (typeof response !== "object" || response === null) return 0;
  const answers = response as Record<string, unknown>;
  const parts = gaps.map((gap) => ({ weight: gap.weight, fraction: fractionOfGap(gap, answers[gap.id]) }));
  if (scoring === "all") return parts.every(({ fraction }) => fraction === 1) ? 1 : 0;
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, fraction }) => sum + weight * fraction, 0) / weights;
}

/** Whether one gap is filled rightly, from 0 to 1. */
export function fractionOfGap(gap: Gap, answer: unknown): number {
  if (typeof answer !== "string") return 0;
  switch (gap.kind) {
    case "choice":
      return answer === gap.answer ? 1 : 0;
    case "typed":
      return percentOfTyped(gap, answer) / 100;
    case "number": {
      const value = readNumber(answer);
      return value !== null && isWithin(gap, value) ? 1 : 0;
    }
  }
}
