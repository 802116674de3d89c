import type { QuestionOf } from "#app/library/question-format.ts";

import { fault, type FormFields, type FormReader, numberAt, partsAt } from "./form-fields.ts";

/** Fields of a scenario of several steps: `steps` lists them, `step.<id>.choices` what can be done at each. */

export function branchingFields(question: QuestionOf<"branching">): FormFields {
  const fields: FormFields = { steps: question.steps.map(({ id }) => id).join(" ") };
  for (const step of question.steps) {
    fields[`step.${step.id}.choices`] = step.choices.map(({ id }) => id).join(" ");
    for (const choice of step.choices) {
      fields[`step.${step.id}.choice.${choice.id}.next`] = choice.next ?? "";
      fields[`step.${step.id}.choice.${choice.id}.points`] = String(choice.points);
    }
  }
  return fields;
}

export function branching(reader: FormReader) {
  const ids = partsAt(reader, "steps");
  if (ids.length === 0) fault(reader, "steps", "bank.stepsNone");
  const steps = ids.map((id) => {
    const choices = partsAt(reader, `step.${id}.choices`).map((choice) =>
      choiceOf(reader, `step.${id}.choice.${choice}`, choice, ids),
    );
    if (choices.length < 2) fault(reader, `step.${id}.choices`, "bank.twoChoices");
    return { id, choices };
  });
  return { steps };
}

function choiceOf(reader: FormReader, name: string, id: string, steps: string[]) {
  const next = reader.fields[`${name}.next`] ?? "";
  if (next !== "" && !steps.includes(next)) fault(reader, `${name}.next`, "bank.nextGone");
  const points = numberAt(reader, `${name}.points`, { wrong: "bank.choicePointsWrong", min: 0 }) ?? 0;
  return { id, ...(next === "" ? {} : { next }), points };
}
