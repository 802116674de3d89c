import { expect, test } from "vitest";

import { feedbackOn, type Marked } from "#app/assessment/feedback.ts";
import type { QuestionType } from "#app/library/question-format.ts";
import { questionTypes } from "#app/library/question-format.ts";
import type { FeedbackPart } from "#app/library/feedback-parts.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";

const feedback = (type: QuestionType, marked: Marked, parts?: FeedbackPart[]) =>
  feedbackOn(everyQuestion[type].structure, everyQuestion[type].text, marked, parts);

const wrong = { response: null, fraction: 0 };
const gradedByPerson: QuestionType[] = ["essay", "file"];

const rightAnswers: Record<QuestionType, string[]> = {
  single: ["Two\nlines"],
  scenario: ["Listen"],
  multiple: ["One", "Three"],
  truefalse: ["false"],
  order: ["First", "Second", "Third"],
  match: ["Fire → hot", "Water → wet"],
  numeric: ["-1.25 km (± 7 %)"],
  short: ["screenshot"],
  blanks: ["What to keep: message", "evidence", "Number: 112"],
  branching: ["Listen", "Ask what she wants"],
  hotspot: ["First", "Third"],
  essay: [],
  file: [],
  detection: ["manipulated", "3.5–5 s"],
};

test.each(questionTypes)("who was wrong at a %s question is told what is right, and why", (type) => {
  expect(feedback(type, wrong)).toMatchObject({
    verdict: "wrong",
    rightAnswer: rightAnswers[type],
    why: "Because.",
  });
});

test.each(questionTypes)("of a %s question nothing is told of which nothing may be told", (type) => {
  expect(feedback(type, wrong, [])).toEqual({
    verdict: null,
    rightAnswer: [],
    why: "",
    notes: [],
    sources: [],
  });
});

test.each<[string, FeedbackPart[], object]>([
  ["the verdict alone gives no key", ["verdict"], { verdict: "partly", rightAnswer: [], why: "", notes: [] }],
  ["the key alone gives no verdict", ["key"], { verdict: null, rightAnswer: ["Two\nlines"], why: "" }],
  [
    "the explanation speaks of what was chosen, not of the rest",
    ["why"],
    { verdict: null, rightAnswer: [], why: "Because.", notes: [{ about: "Three", text: "Nearly." }] },
  ],
  ["sources come with nothing else", ["sources"], { verdict: null, rightAnswer: [], why: "", notes: [] }],
])("%s", (_name, parts, told) => {
  const given = feedback("single", { response: "c", fraction: 0.5 }, parts);
  expect(given).toMatchObject(told);
  expect(given.sources).toHaveLength(parts.includes("sources") ? 2 : 0);
});

test("what was said to one who chose another option is not told", () => {
  expect(feedback("single", { response: "a", fraction: 0 }).notes).toEqual([]);
  expect(feedback("hotspot", { response: ["r1", "r2"], fraction: 0.5 }).notes).toEqual([
    { about: "Second", text: "Not this." },
  ]);
});

test("beside a right answer the key is not repeated", () => {
  expect(feedback("single", { response: "b", fraction: 1 })).toMatchObject({
    verdict: "right",
    rightAnswer: [],
  });
});

test.each(gradedByPerson)(
  "an answer to a %s question that nobody has marked is neither right nor wrong",
  (type) => {
    expect(feedback(type, { response: "x", fraction: null })).toMatchObject({
      verdict: "awaited",
      rightAnswer: [],
    });
  },
);

test("a branching question tells what followed from each choice, as it did on the way", () => {
  expect(feedback("branching", { response: ["s1.a", "s2.b"], fraction: 1 / 3 }, ["verdict"])).toMatchObject({
    verdict: "partly",
    notes: [
      { about: "Listen", text: "What follows: Listen" },
      { about: "Begin anew", text: "What follows: Begin anew" },
    ],
  });
});
