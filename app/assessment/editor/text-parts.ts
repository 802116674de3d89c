import type { Question } from "#app/library/question-format.ts";
import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

import { type FormFields, partsAt } from "./form-fields.ts";

/**
 * One text of a question, as a field of a form. `label` says what it is ("Option 2"). Without a text that is `needed`
 * the question is not complete in a language.
 */
export type TextPart = { name: string; label: MessageKey; values?: MessageValues; isNeeded: boolean };

/**
 * Every text that a question can have in a language, in the order in which one reads it. Levels of criteria have no ids
 * of their own: `fields` may hold those of a form in which levels were added and removed; else they are 1, 2, 3 …
 */
export function textParts(question: Question, fields: FormFields = {}): TextPart[] {
  return [
    { name: "context", label: "bank.context", isNeeded: false },
    { name: "q", label: "bank.q", isNeeded: true },
    ...partsOfType(question, fields),
    { name: "why", label: "bank.why", isNeeded: false },
  ];
}

function partsOfType(question: Question, fields: FormFields): TextPart[] {
  switch (question.type) {
    case "single":
    case "scenario":
    case "multiple":
      return question.options.flatMap((id, index) => [
        numbered(`option.${id}`, "bank.optionN", index),
        numbered(`optionWhy.${id}`, "bank.optionWhyN", index, false),
      ]);
    case "order":
      return question.options.map((id, index) => numbered(`option.${id}`, "bank.stepN", index));
    case "match":
      return [
        ...question.pairs.flatMap((id, index) => [
          numbered(`left.${id}`, "bank.leftN", index),
          numbered(`right.${id}`, "bank.rightN", index),
        ]),
        ...question.distractors.map((id, index) => numbered(`right.${id}`, "bank.distractorN", index)),
      ];
    case "truefalse":
    case "numeric":
    case "short":
      return [];
    case "blanks":
      return [
        { name: "body", label: "bank.body", isNeeded: true },
        ...question.gaps.flatMap((gap, index) => gapParts(gap, index)),
      ];
    case "branching":
      return question.steps.flatMap((step, index) => stepParts(step, index));
    case "hotspot":
      return [
        { name: "alt", label: "bank.alt", isNeeded: true },
        ...question.regions.flatMap(({ id }, index) => [
          numbered(`region.${id}`, "bank.regionN", index),
          numbered(`optionWhy.${id}`, "bank.regionWhyN", index, false),
        ]),
      ];
    case "essay":
    case "file":
      return [
        ...question.rubric.flatMap((criterion, index) =>
          criterionParts(criterion, index, levelIds(criterion, fields)),
        ),
        { name: "guidance", label: "bank.guidance", isNeeded: false },
      ];
    case "detection":
      return [
        { name: "alt", label: "bank.alt", isNeeded: true },
        ...(question.medium === "image"
          ? []
          : [{ name: "transcript", label: "bank.transcript" as const, isNeeded: true }]),
        ...(question.locate?.kind === "region" ? question.locate.regions : []).map(({ id }, index) =>
          numbered(`region.${id}`, "bank.regionN", index),
        ),
      ];
  }
}

type Of<Type extends Question["type"]> = Extract<Question, { type: Type }>;

function gapParts(gap: Of<"blanks">["gaps"][number], index: number): TextPart[] {
  const n = index + 1;
  const options = gap.kind === "choice" ? gap.options : [];
  return [
    numbered(`gap.${gap.id}.label`, "bank.gapLabelN", index, false),
    ...options.map((id, option) => ({
      name: `gap.${gap.id}.option.${id}`,
      label: "bank.gapOptionN" as const,
      values: { n, m: option + 1 },
      isNeeded: true,
    })),
  ];
}

function stepParts(step: Of<"branching">["steps"][number], index: number): TextPart[] {
  return [
    numbered(`step.${step.id}`, "bank.branchStepN", index),
    ...step.choices.flatMap(({ id }, choice) => {
      const name = `step.${step.id}.choice.${id}`;
      const values = { n: index + 1, m: choice + 1 };
      return [
        { name, label: "bank.branchChoiceN" as const, values, isNeeded: true },
        { name: `${name}.consequence`, label: "bank.branchConsequenceN" as const, values, isNeeded: true },
      ];
    }),
  ];
}

type Criterion = Of<"essay">["rubric"][number];

/** Names of a criterion's levels among the fields. */
export function levelIds({ id, levels }: Criterion, fields: FormFields): string[] {
  const given = partsAt({ fields }, `criterion.${id}.levels`);
  return given.length === levels.length ? given : levels.map((_, index) => String(index + 1));
}

function criterionParts({ id }: Criterion, index: number, levels: string[]): TextPart[] {
  return [
    numbered(`criterion.${id}`, "bank.criterionN", index),
    ...levels.map((levelId, level) => ({
      name: `criterion.${id}.level.${levelId}`,
      label: "bank.levelN" as const,
      values: { n: index + 1, m: level + 1 },
      isNeeded: true,
    })),
  ];
}

function numbered(name: string, label: MessageKey, index: number, isNeeded = true): TextPart {
  return { name, label, values: { n: index + 1 }, isNeeded };
}
