import { expect, test } from "vitest";

import {
  question,
  type QuestionText,
  type QuestionType,
  questionTypes,
} from "#app/library/question-format.ts";
import { questionFaults } from "#app/library/question-rules.ts";
import { questionTextFaults } from "#app/library/question-text-rules.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";

const { t } = i18nFor("en");
type Fault = ReturnType<typeof questionFaults>[number];
const said = (faults: Fault[]) =>
  faults.map(({ path, key, values }) => `${path.join(".")}: ${t(key, values)}`);

test.each(questionTypes)("nothing is found in a %s question that has none", (type) => {
  const { structure, text } = everyQuestion[type];
  expect(said(questionFaults(structure))).toEqual([]);
  expect(said(questionTextFaults(structure, text))).toEqual([]);
});

const square = { id: "r1", shape: "rect", at: [0, 0, 10, 10] };
const flat = {
  id: "r2",
  shape: "polygon",
  at: [
    [1, 1],
    [5, 5],
    [9, 9],
  ],
};
const bowTie = {
  ...flat,
  id: "r3",
  at: [
    [0, 0],
    [10, 10],
    [10, 0],
    [0, 10],
  ],
};

test.each<[string, QuestionType, object, string[]]>([
  [
    "a key that names no option",
    "single",
    { answer: "z", partial: {} },
    ["answer: There is no “z” in this question."],
  ],
  [
    "a part of the points for what has all of them",
    "scenario",
    { partial: { a: 50 } },
    ["partial: The right answer has all points already and cannot have a part of them as well."],
  ],
  ["an option that stands twice", "order", { options: ["a", "b", "a"] }, ["options: “a” occurs twice."]],
  [
    "several options of which none is wrong, with part points",
    "multiple",
    { answer: ["a", "b", "c"] },
    ["answer: Nothing is wrong to choose, so choosing everything would be right."],
  ],
  ["a distractor named like a pair", "match", { distractors: ["a"] }, ["pairs: “a” occurs twice."]],
  [
    "a tolerance in parts of zero",
    "numeric",
    { answer: 0 },
    ["tolerance: A part of zero is zero: give an absolute tolerance."],
  ],
  [
    "a unit that is required and not given",
    "numeric",
    { unit: undefined },
    ["unit: Other units, or a unit that must be written, need a unit to begin with."],
  ],
  [
    "stars that accept everything",
    "short",
    { accepted: [{ text: " ** " }] },
    ["accepted.0.text: This accepts every answer. Write more than stars."],
  ],
  [
    "typed answers of which none has all points",
    "short",
    { accepted: [{ text: "one", percent: 50 }] },
    ["accepted: No accepted answer has all points. One must be worth 100 percent."],
  ],
  [
    "a gap whose key is not on its list",
    "blanks",
    { gaps: [{ id: "g1", kind: "choice", options: ["a", "b"], answer: "c" }] },
    ["gaps.0.answer: There is no “c” in this question."],
  ],
  [
    "a way that goes round",
    "branching",
    { steps: [{ id: "s1", choices: [{ id: "a", next: "s1", points: 1 }, { id: "b" }] }] },
    ["steps.0: From the step “s1” a way leads back to it, so it would never end."],
  ],
  [
    "a step that no way leads to, and another that is not there",
    "branching",
    {
      steps: [
        { id: "s1", choices: [{ id: "a", next: "s9", points: 1 }, { id: "b" }] },
        { id: "s2", choices: [{ id: "a" }, { id: "b" }] },
      ],
    },
    ["steps.0.choices.0.next: There is no “s9” in this question.", "steps.1: No way leads to the step “s2”."],
  ],
  [
    "a way on which nobody gets points",
    "branching",
    { steps: [{ id: "s1", choices: [{ id: "a" }, { id: "b" }] }] },
    ["steps: No choice has points, so nobody could get any."],
  ],
  [
    "regions outside the picture, flat, crossing themselves, or none of them right",
    "hotspot",
    { regions: [{ ...square, at: [95, 0, 10, 10] }, flat, bowTie] },
    [
      "regions.0.at: The region “r1” is not wholly inside the picture.",
      "regions.1.at: The corners of the region “r2” lie on one line.",
      "regions.2.at: The sides of the region “r3” cross each other.",
      "regions: No region is right.",
    ],
  ],
  [
    "levels that do not rise",
    "essay",
    { rubric: [{ id: "c1", levels: [0, 2, 2] }] },
    ["rubric.0.levels: The levels of “c1” must rise, beginning with the lowest."],
  ],
  [
    "something to find in what is real",
    "detection",
    { answer: "real" },
    ["locate: In something real there is nothing to find."],
  ],
  [
    "a second asked of a picture, and one that ends before it begins",
    "detection",
    { medium: "image", locate: { kind: "second", from: 5, to: 2 } },
    [
      "locate: A region is asked of pictures, a second of sounds and films.",
      "locate.to: The end comes before the beginning.",
    ],
  ],
])("a trainer is told of %s", (_name, type, change, expected) => {
  const changed = question.parse({ ...everyQuestion[type].structure, ...change });
  expect(said(questionFaults(changed))).toEqual(expected);
});

test.each<[string, QuestionType, Partial<QuestionText>, string[]]>([
  [
    "an option without words, and words without an option",
    "single",
    { options: { a: "One", b: "Two", z: "Three" } },
    [
      "options: The text of options “c” is missing.",
      "options.z: There is no options “z”: remove its text, or correct the id.",
    ],
  ],
  [
    "two options that say the same, capital letters aside",
    "multiple",
    { options: { a: "One", b: " one", c: "Three" } },
    ["options: Two of options say the same, so two would be right."],
  ],
  [
    "a gap that the text marks twice, one it forgets and one that is not there",
    "blanks",
    { body: "Keep the {{g1}} and the {{g1}}, call {{g3}} and {{g9}}." },
    [
      "body: The mark of the gap “g1” occurs twice in the text.",
      "body: The text lacks the mark of the gap “g2”.",
      "body: The text marks a gap “g9”, which is not there.",
    ],
  ],
  [
    "a step without words",
    "branching",
    { steps: { s1: everyQuestion.branching.text.steps?.s1 ?? expect.fail() } },
    ["steps: The text of steps “s2” is missing."],
  ],
  [
    "a picture that is not described",
    "hotspot",
    { alt: " " },
    ["alt: Describe what is to be seen or heard, for those who cannot."],
  ],
  [
    "a film whose words are not written down",
    "detection",
    { transcript: undefined },
    ["transcript: Write down what is said in it, for those who do not hear it."],
  ],
  [
    "a criterion with fewer texts than levels",
    "file",
    { rubric: { ...everyQuestion.file.text.rubric, c1: { title: "Safety", levels: ["No", "Yes"] } } },
    ["rubric.c1.levels: “c1” has 3 levels: write a text for each."],
  ],
  [
    "words for graders where nobody grades",
    "truefalse",
    { guidance: "Be generous." },
    ["guidance: This type of question has no guidance."],
  ],
])("a trainer is told of %s in a text", (_name, type, change, expected) => {
  const { structure, text } = everyQuestion[type];
  expect(said(questionTextFaults(structure, { ...text, ...change }))).toEqual(expected);
});
