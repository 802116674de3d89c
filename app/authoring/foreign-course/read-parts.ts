import type { ReadQuestions } from "#app/assessment/exchange/exchange.ts";

import type { ReadPart, SourcePart } from "./foreign-course.ts";
import type { PartsLedger } from "./parts-ledger.ts";

/** Every question of a quiz or bank as a part of its own; those that could not be read are left out with their reason. */
export function readParts(
  owner: SourcePart,
  { questions, leftOut }: Pick<ReadQuestions, "questions" | "leftOut">,
  ledger: PartsLedger,
): ReadPart[] {
  leftOut.forEach(({ name, reason }, index) => {
    ledger.leaveWith(ledger.recognise(`${owner.id}/left:${index + 1}`, name, "question").id, reason);
  });
  return questions.map((question, index) => ({
    part: ledger.recognise(`${owner.id}/question:${index + 1}`, question.name, "question"),
    question,
  }));
}
