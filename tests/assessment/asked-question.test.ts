import { expect, test } from "vitest";

import { askedQuestion } from "#app/assessment/asked-question.ts";
import { presentationOf } from "#app/assessment/presentation.ts";
import { randomFrom } from "#app/assessment/random.ts";
import {
  question,
  type Question,
  type QuestionText,
  type QuestionType,
  questionTypes,
} from "#app/library/question-format.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";

type Change = { structure: object; text?: Partial<QuestionText> };

const region = { id: "r1", shape: "rect" as const, at: [1, 1, 2, 2] as [number, number, number, number] };

/** The same question with another key. */
const otherKey: Record<QuestionType, Change> = {
  single: { structure: { answer: "a", partial: { b: 25 } }, text: { optionWhy: { a: "No." } } },
  scenario: { structure: { answer: "b" }, text: { optionWhy: { a: "That hurts." } } },
  multiple: { structure: { answer: ["b"], scoring: "all" }, text: { optionWhy: { b: "Yes." } } },
  truefalse: { structure: { answer: true }, text: { optionWhy: { false: "No." } } },
  order: { structure: { options: ["c", "b", "a"] } },
  // What belongs together is told by the ids alone, and those stay in the server.
  match: { structure: { scoring: "all" } },
  numeric: { structure: { answer: 7, tolerance: 0, toleranceKind: "absolute" } },
  short: { structure: { accepted: [{ text: "recording" }], wildcards: false } },
  blanks: {
    structure: {
      gaps: [
        { id: "g1", kind: "choice", options: ["a", "b"], answer: "a" },
        { id: "g2", kind: "typed", accepted: [{ text: "proof" }] },
        { id: "g3", kind: "number", answer: 113 },
      ],
    },
  },
  branching: {
    structure: {
      steps: [
        { id: "s1", choices: [{ id: "a" }, { id: "b", next: "s2", points: 3 }] },
        { id: "s2", choices: [{ id: "a" }, { id: "b", points: 1 }] },
      ],
    },
    text: {
      steps: {
        s1: {
          text: "She calls you.",
          choices: {
            a: { text: "Listen", consequence: "She goes." },
            b: { text: "Hang up", consequence: "She stays." },
          },
        },
        s2: { text: "Something else.", choices: {} },
      },
    },
  },
  hotspot: {
    structure: {
      regions: (everyQuestion.hotspot.structure as Extract<Question, { type: "hotspot" }>).regions.map(
        (one) => ({ ...one, right: !one.right }),
      ),
      scoring: "all",
    },
    text: { optionWhy: { r1: "Yes." } },
  },
  essay: { structure: {}, text: { guidance: "Be strict." } },
  file: { structure: {}, text: { guidance: "Be strict." } },
  detection: { structure: { locate: { kind: "second", from: 1, to: 2 } } },
};

test.each(questionTypes)("whatever the key of a %s question is, the learner is shown the same", (type) => {
  const { structure, text } = everyQuestion[type];
  const change = otherKey[type];
  const other = question.parse({ ...structure, facts: ["F9"], sources: [], ...change.structure });
  const otherText = { ...text, why: "Because of something else.", ...change.text };
  const shown = presentationOf(structure, randomFrom(1));
  expect(askedQuestion(other, otherText, shown)).toEqual(askedQuestion(structure, text, shown));
});

test("neither are pairs shown side by side, nor does a part's name tell its partner", () => {
  const { structure, text } = everyQuestion.match;
  const orders = Array.from({ length: 50 }, (_, seed) => presentationOf(structure, randomFrom(seed)).right);
  expect(new Set(orders.map((right) => right.join())).size).toBeGreaterThan(3);
  const asked = askedQuestion(structure, text, presentationOf(structure, randomFrom(1)));
  expect(JSON.stringify(asked)).not.toMatch(/"(a|b|x1)"/);
});

test("where something manipulated is, is not told by the regions to choose from", () => {
  const { structure, text } = everyQuestion.detection;
  const regions = [region, { ...region, id: "r2", at: [50, 50, 2, 2] as typeof region.at }];
  const withRight = (right: string) =>
    question.parse({
      ...structure,
      medium: "image",
      locate: { kind: "region", regions: regions.map((one) => ({ ...one, right: one.id === right })) },
    });
  const words = { ...text, regions: { r1: "Left eye", r2: "Mouth" } };
  const shown = presentationOf(withRight("r1"), randomFrom(1));
  const asked = askedQuestion(withRight("r1"), words, shown);
  expect(asked).toEqual(askedQuestion(withRight("r2"), words, shown));
  expect(asked.rare).toMatchObject({ regions: [{ at: expect.any(Array) }, { at: expect.any(Array) }] });
});

test("of a branching question only the steps that were reached are shown", () => {
  const { structure, text } = everyQuestion.branching;
  const shown = presentationOf(structure, randomFrom(1));
  const begun = JSON.stringify(askedQuestion(structure, text, shown));
  expect(begun).toContain("She calls you.");
  expect(begun).not.toMatch(/She tells more|What follows/);
  const gone = JSON.stringify(askedQuestion(structure, text, shown, { response: ["s1.a"] }));
  expect(gone).toContain("What follows: Listen");
  expect(gone).toContain("She tells more.");
  expect(gone).not.toMatch(/What follows: (Hang up|Ask)/);
});
