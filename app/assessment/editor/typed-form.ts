import type { QuestionOf } from "#app/library/question-format.ts";

import {
  choiceAt,
  fault,
  type FormFields,
  type FormReader,
  isTicked,
  numberAt,
  ordinals,
  partsAt,
  percentOf,
  requiredNumberAt,
  requiredTextAt,
  shareOf,
  ticked,
} from "./form-fields.ts";

/** Fields of answers that are written: numbers and texts. `prefix` ("gap.g1.") is that of the gap they fill. */

type NumberKey = Pick<QuestionOf<"numeric">, "answer" | "tolerance" | "toleranceKind">;
type TypedKey = Pick<QuestionOf<"short">, "accepted" | "fold" | "wildcards">;

export function numberKeyFields(key: NumberKey, prefix = ""): FormFields {
  const isRelative = key.toleranceKind === "relative";
  return {
    [`${prefix}answer`]: String(key.answer),
    [`${prefix}tolerance`]: String(isRelative ? percentOf(key.tolerance) : key.tolerance),
    [`${prefix}toleranceKind`]: key.toleranceKind,
  };
}

export function numberKey(reader: FormReader, prefix = ""): NumberKey {
  const toleranceKind = choiceAt(reader, `${prefix}toleranceKind`, ["absolute", "relative"]);
  const tolerance = numberAt(reader, `${prefix}tolerance`, { wrong: "bank.toleranceWrong", min: 0 }) ?? 0;
  return {
    answer: requiredNumberAt(reader, `${prefix}answer`, { wrong: "bank.numberMissing" }),
    tolerance: toleranceKind === "relative" ? shareOf(tolerance) : tolerance,
    toleranceKind,
  };
}

export function numericFields(question: QuestionOf<"numeric">): FormFields {
  return {
    ...numberKeyFields(question),
    unit: question.unit ?? "",
    unitRequired: ticked(question.isUnitRequired),
    units: ordinals(question.units),
    ...Object.fromEntries(
      question.units.flatMap(({ unit, factor }, index) => [
        [`units.${index + 1}.name`, unit],
        [`units.${index + 1}.factor`, String(factor)],
      ]),
    ),
  };
}

export function numeric(reader: FormReader) {
  const unit = (reader.fields.unit ?? "").trim();
  const isUnitRequired = isTicked(reader, "unitRequired");
  const units = partsAt(reader, "units").map((id) => ({
    unit: requiredTextAt(reader, `units.${id}.name`, "bank.unitMissing").trim(),
    factor: requiredNumberAt(reader, `units.${id}.factor`, { wrong: "bank.factorWrong", above: 0 }),
  }));
  if (unit === "" && (isUnitRequired || units.length > 0)) fault(reader, "unit", "bank.mainUnitMissing");
  return { ...numberKey(reader), ...(unit === "" ? {} : { unit }), units, isUnitRequired };
}

export function typedKeyFields(key: TypedKey, prefix = ""): FormFields {
  return {
    [`${prefix}accepted`]: ordinals(key.accepted),
    ...Object.fromEntries(
      key.accepted.flatMap(({ text, percent }, index) => [
        [`${prefix}accepted.${index + 1}.text`, text],
        [`${prefix}accepted.${index + 1}.percent`, String(percent)],
      ]),
    ),
    [`${prefix}fold.case`]: ticked(key.fold.case),
    [`${prefix}fold.diacritics`]: ticked(key.fold.diacritics),
    [`${prefix}fold.script`]: ticked(key.fold.script),
    [`${prefix}wildcards`]: ticked(key.wildcards),
  };
}

export function typedKey(reader: FormReader, prefix = ""): TypedKey {
  const accepted = partsAt(reader, `${prefix}accepted`).map((id) => {
    const name = `${prefix}accepted.${id}`;
    return {
      text: requiredTextAt(reader, `${name}.text`, "bank.acceptedMissing"),
      percent: numberAt(reader, `${name}.percent`, { wrong: "bank.percentWrong", above: 0, max: 100 }) ?? 100,
    };
  });
  if (accepted.length === 0) fault(reader, `${prefix}accepted`, "bank.acceptedNone");
  return {
    accepted,
    fold: {
      case: isTicked(reader, `${prefix}fold.case`),
      diacritics: isTicked(reader, `${prefix}fold.diacritics`),
      script: isTicked(reader, `${prefix}fold.script`),
    },
    wildcards: isTicked(reader, `${prefix}wildcards`),
  };
}
