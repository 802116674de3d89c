import fc from "fast-check";

import { question, type Question, questionTypes, type QuestionType } from "#app/library/question-format.ts";

const word = fc.stringMatching(/^[a-zšđčćžA-Zабвгђ]{1,8}$/);
const number = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100);
const typed = {
  accepted: fc
    .uniqueArray(word, { minLength: 1, maxLength: 3 })
    .map((texts) => texts.map((text, index) => ({ text, percent: index === 0 ? 100 : 50 }))),
  fold: fc.record({ case: fc.boolean(), diacritics: fc.boolean(), script: fc.boolean() }),
  wildcards: fc.boolean(),
};
const numberKey = {
  // Percent of 0 are no tolerance: the rules of questions refuse it.
  answer: number.filter((value) => value !== 0),
  tolerance: fc.nat(100).map((value) => value / 100),
  toleranceKind: fc.constantFrom("absolute", "relative"),
};
const scoring = fc.constantFrom("all", "partial");

function ids(prefix: string, minLength: number, maxLength: number) {
  return fc
    .integer({ min: minLength, max: maxLength })
    .map((count) => Array.from({ length: count }, (_, index) => `${prefix}${index}`));
}

/** Some of a list, at least one and not all. */
function someOf(list: string[]) {
  return fc.subarray(list, { minLength: 1, maxLength: list.length - 1 });
}

const single = ids("o", 2, 5).chain((options) =>
  fc.record({
    options: fc.constant(options),
    answer: fc.constant("o0"),
    partial: fc.constantFrom({}, { o1: 50 }),
  }),
);
const regions = ids("r", 2, 5).chain((list) =>
  someOf(list).map((right) =>
    list.map((id, index) => ({
      id,
      shape: "rect",
      at: [index * 10, index * 10, 10, 10],
      right: right.includes(id),
    })),
  ),
);
const rubric = fc.constant([{ id: "c1", levels: [0, 1, 2] }]);
const gap = fc.oneof(
  fc.record({ kind: fc.constant("choice"), options: ids("o", 2, 4), answer: fc.constant("o1") }),
  fc.record({ kind: fc.constant("typed"), ...typed }),
  fc.record({ kind: fc.constant("number"), ...numberKey }),
);
/** Ways lead only to later steps, so that they end. */
const steps = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc
    .tuple(
      ...Array.from({ length: count }, (_, place) =>
        fc.array(
          fc.record({
            next: fc.integer({ min: place + 1, max: count }),
            points: fc.integer({ min: place === 0 ? 1 : 0, max: 3 }),
          }),
          { minLength: 2, maxLength: 3 },
        ),
      ),
    )
    .map((list) =>
      list.map((choices, place) => ({
        id: `s${place}`,
        choices: choices.map(({ next, points }, index) => ({
          id: `c${index}`,
          points,
          ...(next < list.length ? { next: `s${next}` } : {}),
        })),
      })),
    ),
);

const given: Record<QuestionType, fc.Arbitrary<object>> = {
  single,
  scenario: single,
  multiple: ids("o", 2, 6).chain((options) =>
    fc.record({ options: fc.constant(options), answer: someOf(options), scoring }),
  ),
  truefalse: fc.record({ answer: fc.boolean() }),
  order: fc.record({ options: ids("o", 2, 6), scoring: fc.constantFrom("exact", "pairs") }),
  match: fc.record({
    pairs: ids("p", 2, 4),
    distractors: ids("d", 0, 2),
    scoring: fc.constantFrom("all", "each"),
  }),
  numeric: fc.record({
    ...numberKey,
    unit: fc.constant("km"),
    units: fc.constantFrom([], [{ unit: "m", factor: 0.001 }]),
    isUnitRequired: fc.boolean(),
  }),
  short: fc.record(typed),
  blanks: fc.record({
    gaps: fc
      .array(fc.tuple(gap, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 3 })
      .map((list) => list.map(([one, weight], index) => ({ id: `g${index}`, weight, ...one }))),
    scoring: fc.constantFrom("all", "each"),
  }),
  branching: fc.record({ steps }),
  hotspot: fc.record({
    image: fc.constant("image.svg"),
    regions,
    choose: fc.constantFrom("one", "some"),
    scoring,
  }),
  essay: fc.record({ rubric }),
  file: fc.record({ rubric, accept: fc.constant(["pdf"]) }),
  detection: fc.record({
    medium: fc.constant("image"),
    media: fc.constant("image.svg"),
    answer: fc.constantFrom("real", "manipulated"),
    locate: fc.oneof(
      fc.constant(undefined),
      fc.record({ kind: fc.constant("region"), regions }),
      fc.constant({ kind: "second", from: 2, to: 4.5 }),
    ),
  }),
};

/** Questions of a type with keys of every kind. */
export function anyQuestionOf(type: QuestionType): fc.Arbitrary<Question> {
  return given[type].map((parts) => question.parse({ id: "Q1", type, ...parts }));
}

export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(...questionTypes.map(anyQuestionOf));
