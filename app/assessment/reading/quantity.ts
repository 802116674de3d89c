import type { NumberWithUnit, QuestionOf, Response } from "#app/library/question-format.ts";

import { readQuantity, unitOf, writtenNumber } from "../grading/number-answer.ts";
import { answered, mistake, type ReadAnswer } from "./fields.ts";

/**
 * Reads a number with or without a unit. In the question's own unit it is stored as the plain number, unless the unit
 * is a part of the answer. A percent sign after a number that has no unit is how people write, not a unit.
 */
export function readQuantityField(question: QuestionOf<"numeric">, text: string): ReadAnswer {
  const quantity = readQuantity(text);
  if (!quantity) return mistake("answer", "quiz.writeNumber");
  const { value, unit: written } = quantity;
  if (written === "") {
    return question.isUnitRequired ? mistake("answer", "quiz.writeUnit") : answered(value);
  }
  const unit = unitOf(question, written);
  if (unit === undefined) {
    if (written === "%" && !question.isUnitRequired) return answered(value);
    return mistake("answer", question.unit ? "quiz.writeUnit" : "quiz.writeNumber");
  }
  return answered(unit === question.unit && !question.isUnitRequired ? value : { value, unit });
}

export function fieldsOfQuantity(response: Response): { answer: string } {
  if (typeof response === "number") return { answer: writtenNumber(response) };
  const { value, unit } = response as NumberWithUnit;
  return { answer: `${writtenNumber(value)} ${unit}` };
}
