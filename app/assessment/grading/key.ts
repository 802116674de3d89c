import type { Question, QuestionOf, Response } from "#app/library/question-format.ts";

import { bestWay, nameOfChoice } from "./branching.ts";

/** A response that has all points; null when a person marks. */
export function keyOf(question: Question): Response | null {
  switch (question.type) {
    case "single":
    case "scenario":
    case "multiple":
    case "truefalse":
      return question.answer;
    case "order":
      return question.options;
    case "match":
      return Object.fromEntries(question.pairs.map((pair) => [pair, pair]));
    case "numeric":
      return question.isUnitRequired && question.unit
        ? { value: question.answer, unit: question.unit }
        : question.answer;
    case "short":
      return bestTyped(question);
    case "blanks":
      return Object.fromEntries(question.gaps.map((gap) => [gap.id, keyOfGap(gap)]));
    case "branching":
      return bestWay(question).map(nameOfChoice);
    case "hotspot": {
      const right = question.regions.filter((region) => region.right).map(({ id }) => id);
      return question.choose === "one" ? right.slice(0, 1) : right;
    }
    case "detection":
      return keyOfDetection(question);
    case "essay":
    case "file":
      return null;
  }
}

function keyOfGap(gap: QuestionOf<"blanks">["gaps"][number]): string {
  return gap.kind === "typed" ? bestTyped(gap) : String(gap.answer);
}

/** The accepted answer that is worth most; where it says "anything", nothing. */
function bestTyped({ accepted, wildcards }: Pick<QuestionOf<"short">, "accepted" | "wildcards">): string {
  const [best] = [...accepted].sort((one, other) => other.percent - one.percent);
  const text = best?.text ?? "";
  return wildcards ? text.replaceAll("*", "") : text;
}

function keyOfDetection({ answer, locate }: QuestionOf<"detection">): Response {
  const key = { verdict: answer, confidence: 100 };
  if (!locate || answer === "real") return key;
  if (locate.kind === "second") return { ...key, second: locate.from };
  return { ...key, regions: locate.regions.filter(({ right }) => right).map(({ id }) => id) };
}
