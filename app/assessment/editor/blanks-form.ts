import type { QuestionOf } from "#app/library/question-format.ts";

import { choiceAt, fault, type FormFields, type FormReader, numberAt, partsAt } from "./form-fields.ts";
import { numberKey, numberKeyFields, typedKey, typedKeyFields } from "./typed-form.ts";

/** Fields of a text with gaps: `gaps` lists them; `gap.<id>.kind` says whether one chooses, types or writes a number. */

type Gap = QuestionOf<"blanks">["gaps"][number];

export function blanksFields(question: QuestionOf<"blanks">): FormFields {
  return {
    gaps: question.gaps.map(({ id }) => id).join(" "),
    scoring: question.scoring,
    ...Object.assign({}, ...question.gaps.map(gapFields)),
  };
}

function gapFields(gap: Gap): FormFields {
  const prefix = `gap.${gap.id}.`;
  const common = { [`${prefix}kind`]: gap.kind, [`${prefix}weight`]: String(gap.weight) };
  switch (gap.kind) {
    case "choice":
      return { ...common, [`${prefix}options`]: gap.options.join(" "), [`${prefix}right`]: gap.answer };
    case "typed":
      return { ...common, ...typedKeyFields(gap, prefix) };
    case "number":
      return { ...common, ...numberKeyFields(gap, prefix) };
  }
}

export function blanks(reader: FormReader) {
  const gaps = partsAt(reader, "gaps").map((id) => gapAt(reader, id));
  if (gaps.length === 0) fault(reader, "gaps", "bank.gapsNone");
  return { gaps, scoring: choiceAt(reader, "scoring", ["each", "all"]) };
}

function gapAt(reader: FormReader, id: string): Gap {
  const prefix = `gap.${id}.`;
  const weight = numberAt(reader, `${prefix}weight`, { wrong: "bank.weightWrong", above: 0 }) ?? 1;
  const kind = choiceAt(reader, `${prefix}kind`, ["choice", "typed", "number"]);
  switch (kind) {
    case "choice": {
      const options = partsAt(reader, `${prefix}options`);
      const answer = reader.fields[`${prefix}right`] ?? "";
      if (options.length < 2) fault(reader, `${prefix}options`, "bank.twoOptions");
      if (!options.includes(answer)) fault(reader, `${prefix}right`, "bank.rightMissing");
      return { id, weight, kind, options, answer };
    }
    case "typed":
      return { id, weight, kind, ...typedKey(reader, prefix) };
    case "number":
      return { id, weight, kind, ...numberKey(reader, prefix) };
  }
}
