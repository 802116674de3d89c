import type { Question, Response } from "#app/library/question-format.ts";

import { isRight } from "../scoring.ts";

/** The mark of a response, from 0 to 1; null when a person has to give it. No answer is worth nothing. */
export function fractionOf(question: Question, response: Response | null): number | null {
  if (response === null) return 0;
  if (question.type === "essay" || question.type === "file") return null;
  return isRight(question, response) ? 1 : 0;
}
