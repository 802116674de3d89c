import type { DetectionResponse, NumberWithUnit, Question, Response } from "#app/library/question-format.ts";

import type { GivenAnswer } from "./answer-set.ts";

/** A part of an answer that a learner may choose, and whether it belongs to the key. */
export type Choice = { part: string; isRight: boolean };

/**
 * What may be chosen in a question, in the question's own order; empty where answers are written or arranged. A gap's
 * option is "gap.option", a step's choice "step.choice"; of the latter none is right or wrong by itself.
 */
export function choicesOf(question: Question): Choice[] {
  const among = (parts: string[], right: string[]) =>
    parts.map((part) => ({ part, isRight: right.includes(part) }));
  switch (question.type) {
    case "single":
    case "scenario":
      return among(question.options, [question.answer]);
    case "multiple":
      return among(question.options, question.answer);
    case "truefalse":
      return among(["true", "false"], [String(question.answer)]);
    case "detection":
      return among(["real", "manipulated"], [question.answer]);
    case "hotspot":
      return question.regions.map(({ id, right }) => ({ part: id, isRight: right }));
    case "blanks":
      return question.gaps.flatMap((gap) =>
        gap.kind === "choice"
          ? gap.options.map((option) => ({ part: `${gap.id}.${option}`, isRight: option === gap.answer }))
          : [],
      );
    default:
      return [];
  }
}

/** An answer as the statistics count it, null when nothing was answered. Of free text and files only that there is one. */
export function givenAnswer(question: Question, response: Response | null): GivenAnswer | null {
  if (response === null) return null;
  const parts = partsOf(question, response);
  const key = question.type === "order" || question.type === "branching" ? parts : [...parts].sort();
  return { key: JSON.stringify(key), parts: isArranged(question) ? [] : parts };
}

function isArranged({ type }: Question) {
  return type === "order" || type === "match";
}

function partsOf(question: Question, response: Response): string[] {
  switch (question.type) {
    case "essay":
    case "file":
      return [];
    case "detection":
      return [(response as DetectionResponse).verdict];
    case "numeric":
      return [typeof response === "object" ? numberInWords(response as NumberWithUnit) : String(response)];
    case "short":
      return [String(response).trim().toLowerCase()];
    default:
      if (Array.isArray(response)) return [...new Set(response)];
      if (typeof response === "object") {
        return Object.entries(response).map(
          ([left, right]) => `${left}.${String(right).trim().toLowerCase()}`,
        );
      }
      return [String(response)];
  }
}

function numberInWords({ value, unit }: NumberWithUnit) {
  return unit ? `${value} ${unit}` : String(value);
}
