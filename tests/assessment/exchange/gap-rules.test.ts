import { expect, test } from "vitest";

import { readText } from "#tests/builders/question-files.ts";

/** An item with two gaps, A (1 or 2) and B (typed), and the processing given. */
const item = (processing: string, { mapping = "", body = "" } = {}) =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="I1" title="T" adaptive="false" timeDependent="false"><responseDeclaration identifier="A" cardinality="single" baseType="identifier"><correctResponse><value>a1</value></correctResponse>${mapping}</responseDeclaration><responseDeclaration identifier="B" cardinality="single" baseType="string"><correctResponse><value>York</value></correctResponse></responseDeclaration><outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><outcomeDeclaration identifier="SHOWN" cardinality="single" baseType="identifier"/><itemBody><p>One <inlineChoiceInteraction responseIdentifier="A"><inlineChoice identifier="a1">1</inlineChoice><inlineChoice identifier="a2">2</inlineChoice></inlineChoiceInteraction> and <textEntryInteraction responseIdentifier="B"/> go.</p>${body}</itemBody>${processing && `<responseProcessing>${processing}</responseProcessing>`}</assessmentItem>`;

const isRight = (id: string) => `<match><variable identifier="${id}"/><correct identifier="${id}"/></match>`;
const value = (points: number) => `<baseValue baseType="float">${points}</baseValue>`;
const set = (points: string) => `<setOutcomeValue identifier="SCORE">${points}</setOutcomeValue>`;
const added = (points: number) => set(`<sum><variable identifier="SCORE"/>${value(points)}</sum>`);
const when = (...branches: string[]) => `<responseCondition>${branches.join("")}</responseCondition>`;
const onlyIf = (condition: string, result: string) => `<responseIf>${condition}${result}</responseIf>`;
const otherwise = (result: string) => `<responseElse>${result}</responseElse>`;
const showAnswer = '<setOutcomeValue identifier="SHOWN"><variable identifier="A"/></setOutcomeValue>';

const ways: [
  way: string,
  processing: string,
  expected: { scoring: string; weights: number[]; told: string[] },
][] = [
  ["nothing", "", { scoring: "each", weights: [1, 1], told: [] }],
  [
    "a point for each",
    when(onlyIf(isRight("A"), added(1))) + when(onlyIf(isRight("B"), added(1))) + showAnswer,
    { scoring: "each", weights: [1, 1], told: [] },
  ],
  [
    "one that counts three times as much",
    when(onlyIf(isRight("A"), added(1))) + when(onlyIf(isRight("B"), added(3))),
    { scoring: "each", weights: [1, 3], told: [] },
  ],
  [
    "a condition for both",
    when(onlyIf(`<and>${isRight("A")}${isRight("B")}</and>`, set(value(2))), otherwise(set(value(0)))),
    { scoring: "all", weights: [1, 1], told: [] },
  ],
  [
    "a condition within another",
    when(onlyIf(isRight("A"), when(onlyIf(isRight("B"), set(value(1)))))),
    { scoring: "all", weights: [1, 1], told: [] },
  ],
  [
    "nothing when one is wrong",
    set(value(1)) +
      when(onlyIf(`<or><not>${isRight("A")}</not><not>${isRight("B")}</not></or>`, set(value(0)))),
    { scoring: "all", weights: [1, 1], told: [] },
  ],
  [
    "a count that must be reached",
    when(onlyIf(isRight("A"), added(1))) +
      when(onlyIf(isRight("B"), added(1))) +
      when(onlyIf(`<lt><variable identifier="SCORE"/>${value(2)}</lt>`, set(value(0)))),
    { scoring: "all", weights: [1, 1], told: [] },
  ],
  [
    "a bonus for both",
    when(onlyIf(isRight("A"), added(1))) +
      when(onlyIf(isRight("B"), added(1))) +
      when(onlyIf(`<and>${isRight("A")}${isRight("B")}</and>`, added(3))),
    { scoring: "each", weights: [1, 1], told: ["exchange.noteGapRule"] },
  ],
  [
    "a calculation that is not known here",
    set('<customOperator class="x"><variable identifier="A"/></customOperator>'),
    { scoring: "each", weights: [1, 1], told: ["exchange.noteGapRule"] },
  ],
];

test.each(ways)("QTI 2: several gaps with %s", (_, processing, { scoring, weights, told }) => {
  const { questions, leftOut } = readText(item(processing));
  expect(leftOut).toEqual([]);
  expect(questions[0]?.structure).toMatchObject({
    type: "blanks",
    scoring,
    gaps: weights.map((weight) => ({ weight })),
  });
  expect(questions[0]?.notes.map(({ key }) => key)).toEqual(told);
});

test("QTI 2: words for several gaps count together unless they are mapped", () => {
  const gapMatch = (mapping: string) =>
    `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="I1" title="T" adaptive="false" timeDependent="false"><responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse><value>W1 G1</value><value>W2 G2</value></correctResponse>${mapping}</responseDeclaration><itemBody><gapMatchInteraction responseIdentifier="R"><gapText identifier="W1" matchMax="1">one</gapText><gapText identifier="W2" matchMax="1">two</gapText><p>First <gap identifier="G1"/> then <gap identifier="G2"/>.</p></gapMatchInteraction></itemBody></assessmentItem>`;
  const map =
    '<mapping defaultValue="0"><mapEntry mapKey="W1 G1" mappedValue="1"/><mapEntry mapKey="W2 G2" mappedValue="1"/></mapping>';
  expect(readText(gapMatch("")).questions[0]?.structure).toMatchObject({ scoring: "all" });
  expect(readText(gapMatch(map)).questions[0]?.structure).toMatchObject({ scoring: "each" });
});

test("QTI 1.2: rows that are asked for in one condition count together", () => {
  const row = (id: string) =>
    `<response_lid ident="${id}"><material><mattext>${id}</mattext></material><render_choice>${["x", "y"].map((label) => `<response_label ident="${label}"><material><mattext>${label}</mattext></material></response_label>`).join("")}</render_choice></response_lid>`;
  const equal = (id: string, label: string) => `<varequal respident="${id}">${label}</varequal>`;
  const rule = (...conditions: string[]) =>
    conditions
      .map(
        (condition) =>
          `<respcondition><conditionvar>${condition}</conditionvar><setvar action="Add">1</setvar></respcondition>`,
      )
      .join("");
  const scoringOf = (rules: string) =>
    readText(
      `<questestinterop><item title="T" ident="I"><presentation><material><mattext>Match</mattext></material>${row("one")}${row("two")}</presentation><resprocessing>${rules}</resprocessing></item></questestinterop>`,
    ).questions[0]?.structure;
  const both = [equal("one", "x"), equal("two", "y")];
  expect(scoringOf(rule(`<and>${both.join("")}</and>`))).toMatchObject({ type: "match", scoring: "all" });
  expect(scoringOf(rule(...both))).toMatchObject({ type: "match", scoring: "each" });
});
