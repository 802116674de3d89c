import type { QuestionType } from "#app/library/question-format.ts";

import type { FormFields } from "./form-fields.ts";

const foldAll = { "fold.case": "yes", "fold.diacritics": "yes", "fold.script": "yes" };
const rubric = {
  criteria: "c1",
  "criterion.c1.levels": "1 2 3",
  "criterion.c1.level.1.points": "0",
  "criterion.c1.level.2.points": "1",
  "criterion.c1.level.3.points": "2",
};

const ofType: Record<QuestionType, FormFields> = {
  single: { options: "a b c d" },
  scenario: { options: "a b c d" },
  multiple: { options: "a b c d", scoring: "all" },
  truefalse: {},
  order: { options: "a b c d", scoring: "exact" },
  match: { pairs: "a b c", distractors: "", scoring: "all" },
  numeric: { toleranceKind: "absolute", units: "" },
  short: { accepted: "1", ...foldAll },
  blanks: { gaps: "g1", scoring: "each", ...newGap("g1") },
  branching: {
    steps: "s1 s2",
    "step.s1.choice.a.points": "1",
    ...newStep("s1"),
    ...newStep("s2"),
    "step.s1.choice.a.next": "s2",
  },
  hotspot: { regions: "r1 r2", choose: "one", scoring: "all" },
  essay: { maxCharacters: "4000", ...rubric },
  file: { "accept.pdf": "yes", "accept.document": "yes", maxMegabytes: "10", ...rubric },
  detection: { medium: "image", locate: "none", regions: "r1 r2" },
};

/** The form of a question that is still to be written, with as many empty parts as one usually wants. */
export function newQuestionForm(type: QuestionType): FormFields {
  return { points: "1", sources: "", ...ofType[type] };
}

/** What a new gap begins with: two options to choose from, and how a typed answer is compared. */
export function newGap(id: string): FormFields {
  const fold = Object.fromEntries(
    Object.entries(foldAll).map(([name, value]) => [`gap.${id}.${name}`, value]),
  );
  return {
    [`gap.${id}.kind`]: "choice",
    [`gap.${id}.options`]: "a b",
    [`gap.${id}.accepted`]: "1",
    [`gap.${id}.weight`]: "1",
    ...fold,
  };
}

export function newStep(id: string): FormFields {
  return { [`step.${id}.choices`]: "a b" };
}

export function newCriterion(id: string): FormFields {
  return { [`criterion.${id}.levels`]: "1 2", [`criterion.${id}.level.1.points`]: "0" };
}
