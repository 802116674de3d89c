import type { QuestionOf } from "#app/library/question-format.ts";

import {
  choiceAt,
  fault,
  type FormFields,
  type FormReader,
  partsAt,
  writtenOptionsAt,
} from "./form-fields.ts";

/** Fields of questions whose parts are put in order or matched: the form lists them rightly, the learner sees them shuffled. */

export function orderFields(question: QuestionOf<"order">): FormFields {
  return { options: question.options.join(" "), scoring: question.scoring };
}

export function order(reader: FormReader) {
  return { options: writtenOptionsAt(reader), scoring: choiceAt(reader, "scoring", ["exact", "pairs"]) };
}

export function matchFields(question: QuestionOf<"match">): FormFields {
  return {
    pairs: question.pairs.join(" "),
    distractors: question.distractors.join(" "),
    scoring: question.scoring,
  };
}

export function match(reader: FormReader) {
  const pairs = partsAt(reader, "pairs");
  if (pairs.length < 2) fault(reader, "pairs", "bank.twoPairs");
  const distractors = partsAt(reader, "distractors").filter((id) => !pairs.includes(id));
  return { pairs, distractors, scoring: choiceAt(reader, "scoring", ["all", "each"]) };
}
