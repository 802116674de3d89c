import type { z } from "zod";

import {
  question,
  type Question,
  type QuestionText,
  type QuestionType,
} from "#app/library/question-format.ts";

/** A question as a person would write it: defaults left out. */
export type GivenQuestion = z.input<typeof question>;

/** A single choice with the right answer a; everything else as given. */
export function singleChoice(
  id: string,
  given: Partial<Omit<Extract<GivenQuestion, { type: "single" }>, "type">> = {},
): Question {
  return question.parse({ id, type: "single", options: ["a", "b", "c"], answer: "a", ...given });
}

/** Some question of each type. */
export function questionOfType(type: QuestionType, id: string = type): Question {
  return question.parse({ id, type, ...parts[type] });
}

const regions = [
  { id: "r1", shape: "rect", at: [0, 0, 20, 20], right: true },
  { id: "r2", shape: "circle", at: [70, 70, 10] },
];
const rubric = [{ id: "c1", levels: [0, 1, 2] }];

const parts: Record<QuestionType, Record<string, unknown>> = {
  single: { options: ["a", "b", "c"], answer: "a" },
  scenario: { options: ["a", "b", "c"], answer: "a" },
  multiple: { options: ["a", "b", "c", "d"], answer: ["a", "b"] },
  truefalse: { answer: true },
  order: { options: ["s1", "s2", "s3"] },
  match: { pairs: ["p1", "p2"], distractors: ["d1"] },
  numeric: { answer: 10, tolerance: 1 },
  short: { accepted: [{ text: "Sarajevo" }] },
  blanks: {
    gaps: [
      { id: "g1", kind: "choice", options: ["a", "b"], answer: "a" },
      { id: "g2", kind: "typed", accepted: [{ text: "proof" }] },
    ],
  },
  branching: {
    steps: [
      {
        id: "s1",
        choices: [
          { id: "a", next: "s2", points: 1 },
          { id: "b", points: 0 },
        ],
      },
      {
        id: "s2",
        choices: [
          { id: "a", points: 1 },
          { id: "b", points: 0 },
        ],
      },
    ],
  },
  hotspot: { image: "image.svg", regions },
  essay: { rubric },
  file: { accept: ["pdf"], rubric },
  detection: { medium: "image", media: "image.svg", answer: "manipulated" },
};

/** A text with everything that the type needs: each part is named by its id. */
export function textOf(given: Question): QuestionText {
  const named = (prefix: string, ids: string[]) =>
    Object.fromEntries(ids.map((id) => [id, `${prefix} ${id}`]));
  const text: QuestionText = { q: `Question ${given.id}?`, why: `Because of ${given.id}.` };
  switch (given.type) {
    case "single":
    case "scenario":
    case "multiple":
    case "order":
      return { ...text, options: named("Option", given.options) };
    case "match":
      return {
        ...text,
        left: named("Left", given.pairs),
        right: named("Right", [...given.pairs, ...given.distractors]),
      };
    case "blanks":
      return {
        ...text,
        body: given.gaps.map(({ id }) => `Before {{${id}}} after.`).join(" "),
        gaps: Object.fromEntries(
          given.gaps.map((gap) => [
            gap.id,
            {
              label: `Gap ${gap.id}`,
              ...(gap.kind === "choice" ? { options: named("Option", gap.options) } : {}),
            },
          ]),
        ),
      };
    case "branching":
      return {
        ...text,
        steps: Object.fromEntries(
          given.steps.map(({ id, choices }) => [
            id,
            {
              text: `Step ${id}`,
              choices: Object.fromEntries(
                choices.map((choice) => [
                  choice.id,
                  { text: `Choice ${choice.id}`, consequence: `After ${choice.id}` },
                ]),
              ),
            },
          ]),
        ),
      };
    case "hotspot":
      return {
        ...text,
        alt: "A picture",
        regions: named(
          "Region",
          given.regions.map(({ id }) => id),
        ),
      };
    case "detection":
      return { ...text, alt: "A picture" };
    case "essay":
    case "file":
      return {
        ...text,
        rubric: Object.fromEntries(
          given.rubric.map(({ id, levels }) => [
            id,
            { title: `Criterion ${id}`, levels: levels.map((points) => `${points} points`) },
          ]),
        ),
      };
    case "truefalse":
    case "numeric":
    case "short":
      return text;
  }
}
