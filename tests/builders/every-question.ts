import {
  question,
  type Question,
  type QuestionText,
  type QuestionType,
} from "#app/library/question-format.ts";

type Written = { structure: Question; text: QuestionText };

const rubric = [
  { id: "c1", levels: [0, 1, 2.5] },
  { id: "c2", levels: [0, 2] },
];
const rubricText = {
  c1: { title: "Safety", levels: ["Not named", "Named", "Named and explained"] },
  c2: { title: "Wishes of the person", levels: ["Not asked", "Asked"] },
};
const regions = [
  { id: "r1", shape: "rect", at: [10, 20.5, 30, 40], right: true },
  { id: "r2", shape: "circle", at: [50, 50, 12.5] },
  {
    id: "r3",
    shape: "polygon",
    at: [
      [1, 1],
      [9.5, 1],
      [5, 8],
    ],
    right: true,
  },
];
const marks = {
  lesson: "safe-contact",
  points: 2.5,
  critical: true,
  recheck: true,
  facts: ["F1", "F70"],
  tags: ["safety", "first-contact"],
  difficulty: "hard",
  sources: [
    { publisher: "UN Women", title: "A study", date: "2024-05", url: "https://example.org/study" },
    { publisher: "Council of Europe", title: "A convention" },
  ],
};

const structures: Record<QuestionType, object> = {
  single: { options: ["a", "b", "c"], answer: "b", partial: { c: 50 }, ...marks },
  scenario: { options: ["a", "b"], answer: "a" },
  multiple: { options: ["a", "b", "c"], answer: ["a", "c"], scoring: "partial" },
  truefalse: { answer: false },
  order: { options: ["b", "a", "c"], scoring: "pairs" },
  match: { pairs: ["a", "b"], distractors: ["x1"], scoring: "each" },
  numeric: {
    answer: -1.25,
    tolerance: 0.07,
    toleranceKind: "relative",
    unit: "km",
    units: [{ unit: "m", factor: 0.001 }],
    isUnitRequired: true,
  },
  short: {
    accepted: [{ text: "screenshot" }, { text: "snimak*", percent: 50 }],
    fold: { case: true, diacritics: false, script: true },
    wildcards: true,
  },
  blanks: {
    gaps: [
      { id: "g1", kind: "choice", options: ["a", "b"], answer: "b", weight: 2 },
      {
        id: "g2",
        kind: "typed",
        accepted: [{ text: "evidence" }],
        fold: { case: false, diacritics: true, script: false },
      },
      { id: "g3", kind: "number", answer: 112, tolerance: 0.5 },
    ],
    scoring: "all",
  },
  branching: {
    steps: [
      { id: "s1", choices: [{ id: "a", next: "s2", points: 1 }, { id: "b" }] },
      {
        id: "s2",
        choices: [{ id: "a", points: 2 }, { id: "b" }],
      },
    ],
  },
  hotspot: { image: "inbox.png", regions, choose: "some", scoring: "partial" },
  essay: { maxCharacters: 1500, rubric },
  file: { accept: ["pdf", "text"], maxMegabytes: 2.5, rubric },
  detection: {
    medium: "video",
    media: "speech.mp4",
    answer: "manipulated",
    locate: { kind: "second", from: 3.5, to: 5 },
  },
};

const choice = (text: string) => ({ text, consequence: `What follows: ${text}` });

const texts: Record<QuestionType, Partial<QuestionText>> = {
  single: {
    context: "A **picture**:\n\n- one\n- two",
    options: { a: "One", b: "Two\nlines", c: "Three" },
    optionWhy: { c: "Nearly." },
  },
  scenario: { options: { a: "Listen", b: "Advise" } },
  multiple: { options: { a: "One", b: "Two", c: "Three" } },
  truefalse: {},
  order: { options: { a: "Second", b: "First", c: "Third" } },
  match: { left: { a: "Fire", b: "Water" }, right: { a: "hot", b: "wet", x1: "dry" } },
  numeric: {},
  short: {},
  blanks: {
    body: "Keep the {{g1}} as {{g2}} and call {{g3}}.",
    gaps: { g1: { label: "What to keep", options: { a: "phone", b: "message" } }, g3: { label: "Number" } },
  },
  branching: {
    steps: {
      s1: { text: "She calls you.", choices: { a: choice("Listen"), b: choice("Hang up") } },
      s2: { text: "She tells more.", choices: { a: choice("Ask what she wants"), b: choice("Begin anew") } },
    },
  },
  hotspot: {
    alt: "An inbox with four messages",
    regions: { r1: "First", r2: "Second", r3: "Third" },
    optionWhy: { r2: "Not this." },
  },
  essay: { rubric: rubricText, guidance: "Be generous with spelling." },
  file: { rubric: rubricText },
  detection: { alt: "A person speaks to the camera", transcript: "Good evening." },
};

/** A question of every type, with most of what a type can hold. */
export const everyQuestion = Object.fromEntries(
  Object.entries(structures).map(([type, structure]) => [
    type,
    {
      structure: question.parse({ id: `T-${type}`, type, ...structure }),
      text: { q: `What is right about ${type}?`, why: "Because.", ...texts[type as QuestionType] },
    },
  ]),
) as Record<QuestionType, Written>;
