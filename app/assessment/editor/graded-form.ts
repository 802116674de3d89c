import type { QuestionOf, Rubric } from "#app/library/question-format.ts";

import {
  fault,
  type FormFields,
  type FormReader,
  isTicked,
  numberAt,
  ordinals,
  partsAt,
  requiredNumberAt,
  ticked,
} from "./form-fields.ts";

/** Fields of answers that a person grades: `criteria` lists what by, `criterion.<id>.levels` how well it can be met. */

const acceptable = ["pdf", "image", "document", "text"] as const;

function rubricFields(rubric: Rubric): FormFields {
  const fields: FormFields = { criteria: rubric.map(({ id }) => id).join(" ") };
  for (const { id, levels } of rubric) {
    fields[`criterion.${id}.levels`] = ordinals(levels);
    levels.forEach((points, index) => {
      fields[`criterion.${id}.level.${index + 1}.points`] = String(points);
    });
  }
  return fields;
}

function rubricAt(reader: FormReader): Rubric {
  const rubric = partsAt(reader, "criteria").map((id) => {
    const levels = partsAt(reader, `criterion.${id}.levels`).map((level) =>
      requiredNumberAt(reader, `criterion.${id}.level.${level}.points`, {
        wrong: "bank.levelPointsWrong",
        min: 0,
      }),
    );
    if (levels.length < 2) fault(reader, `criterion.${id}.levels`, "bank.twoLevels");
    return { id, levels };
  });
  if (rubric.length === 0) fault(reader, "criteria", "bank.criteriaNone");
  return rubric;
}

export function essayFields(question: QuestionOf<"essay">): FormFields {
  return { maxCharacters: String(question.maxCharacters), ...rubricFields(question.rubric) };
}

export function essay(reader: FormReader) {
  const rule = { wrong: "bank.charactersWrong", above: 0, max: 20_000, isWhole: true } as const;
  return { maxCharacters: numberAt(reader, "maxCharacters", rule) ?? 4000, rubric: rubricAt(reader) };
}

export function fileFields(question: QuestionOf<"file">): FormFields {
  return {
    ...Object.fromEntries(
      acceptable.map((kind) => [`accept.${kind}`, ticked(question.accept.includes(kind))]),
    ),
    maxMegabytes: String(question.maxMegabytes),
    ...rubricFields(question.rubric),
  };
}

export function file(reader: FormReader) {
  const accept = acceptable.filter((kind) => isTicked(reader, `accept.${kind}`));
  if (accept.length === 0) fault(reader, "accept", "bank.acceptNone");
  const rule = { wrong: "bank.megabytesWrong", above: 0, max: 50 } as const;
  return { accept, maxMegabytes: numberAt(reader, "maxMegabytes", rule) ?? 10, rubric: rubricAt(reader) };
}
