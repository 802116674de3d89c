import type { Question, Response } from "#app/library/question-format.ts";

import { gradeResponse } from "../grading/grade.ts";

/** The mark of a response, from 0 to 1; null when a person has to give it. No answer is worth nothing. */
export function fractionOf(question: Question, response: Response | null): number | null {
  return gradeResponse(question, response)?.fraction ?? null;
}
