import type { Question, Response } from "#app/library/question-format.ts";

import { isRight } from "./scoring.ts";

export function keyFraction(question: Question, response: Response | null): number {
  return isRight(question as never, response as never) ? 1 : 0;
}
