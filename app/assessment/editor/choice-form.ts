import type { QuestionOf } from "#app/library/question-format.ts";

import {
  choiceAt,
  fault,
  type FormFields,
  type FormReader,
  isTicked,
  numberAt,
  ticked,
  writtenOptionsAt,
} from "./form-fields.ts";

/** Fields of questions with options: `options` lists them, `right` or `right.<option>` is the key. */

type OneOf = QuestionOf<"single"> | QuestionOf<"scenario">;

export function oneRightFields(question: OneOf): FormFields {
  return {
    options: question.options.join(" "),
    right: question.answer,
    ...Object.fromEntries(
      Object.entries(question.partial).map(([id, percent]) => [`percent.${id}`, String(percent)]),
    ),
  };
}

export function oneRight(reader: FormReader) {
  const options = writtenOptionsAt(reader);
  const answer = reader.fields.right ?? "";
  if (!options.includes(answer)) fault(reader, "right", "bank.rightMissing");
  const partial: Record<string, number> = {};
  for (const id of options.filter((option) => option !== answer)) {
    const percent = numberAt(reader, `percent.${id}`, { wrong: "bank.percentWrong", above: 0, max: 100 });
    if (percent !== undefined) partial[id] = percent;
  }
  return { options, answer, partial };
}

export function someRightFields(question: QuestionOf<"multiple">): FormFields {
  return {
    options: question.options.join(" "),
    ...Object.fromEntries(
      question.options.map((id) => [`right.${id}`, ticked(question.answer.includes(id))]),
    ),
    scoring: question.scoring,
  };
}

export function someRight(reader: FormReader) {
  const options = writtenOptionsAt(reader);
  const answer = options.filter((id) => isTicked(reader, `right.${id}`));
  if (answer.length === 0) fault(reader, "right", "bank.rightSomeMissing");
  return { options, answer, scoring: choiceAt(reader, "scoring", ["all", "partial"]) };
}

export function truthFields(question: QuestionOf<"truefalse">): FormFields {
  return { right: String(question.answer) };
}

export function truth(reader: FormReader) {
  const { right } = reader.fields;
  if (right !== "true" && right !== "false") fault(reader, "right", "bank.truthMissing");
  return { answer: right === "true" };
}
