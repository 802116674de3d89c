import { expect, test } from "vitest";

import { readInEnglish, readText } from "#tests/builders/question-files.ts";
import { sentFile } from "#tests/builders/sent-files.ts";
import { readQuestionFile } from "#app/assessment/exchange/question-file.server.ts";
import { zipBytes } from "#tests/builders/zip-bytes.ts";

const text = (words: string) => `<text><![CDATA[${words}]]></text>`;
const question = (type: string, inner: string) =>
  `<question type="${type}"><name>${text("N")}</name>${inner}</question>`;
const asking = (words = "<p>What?</p>") => `<questiontext format="html">${text(words)}</questiontext>`;
const quiz = (...questions: string[]) => `<quiz>${questions.join("")}</quiz>`;
const truth = (inner: string) =>
  question(
    "truefalse",
    `${asking()}${inner}<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>`,
  );
const keysOf = (notes: { key: string }[] | undefined) => notes?.map(({ key }) => key);

test("Moodle: what most questions have and nothing here depends on is told once, with a count", () => {
  const usual = "<penalty>0.3333333</penalty>";
  const { questions, notes } = readText(
    quiz(
      `<question type="category"><category>${text("A")}</category><info format="html">${text("About A")}</info></question>`,
      truth(usual),
      truth(`${usual}<shuffleanswers>false</shuffleanswers><answernumbering>iii</answernumbering>`),
      truth("<penalty>0</penalty><answernumbering>abc</answernumbering><shuffleanswers>1</shuffleanswers>"),
      question("description", asking() + usual),
    ),
  );
  expect(questions.flatMap((one) => one.notes)).toEqual([]);
  expect(notes).toEqual([
    { key: "exchange.noteCategoryText", values: { count: 1 } },
    { key: "exchange.noteTries", values: { count: 2 } },
    { key: "exchange.noteLooks", values: { count: 1 } },
    { key: "exchange.noteFixedOrder", values: { count: 1 } },
  ]);
});

test("Moodle: several files of an archive tell it once", async () => {
  const source = quiz(truth("<penalty>1</penalty>"));
  const bytes = zipBytes([
    { name: "a.xml", content: source },
    { name: "b.xml", content: source },
  ]);
  const read = await readQuestionFile(await sentFile("bank.zip", bytes), readInEnglish);
  await read.close();
  expect(read.notes).toEqual([
    { key: "exchange.noteTries", values: { count: 2 } },
    { key: "exchange.noteFiles", values: { count: 2 } },
  ]);
});

const answer = `<answer fraction="100"><text>2</text></answer>`;
const told: [what: string, question: string, keys: string[]][] = [
  [
    "hints and feedback for wrong answers",
    truth(`<hint format="html">${text("Look")}</hint>`),
    ["exchange.noteOtherFeedback"],
  ],
  [
    "feedback for a gap's answers",
    question("cloze", asking("<p>{1:SHORTANSWER:=Paris#Yes~*#No} it is</p>")),
    ["exchange.noteGapFeedback"],
  ],
  ["no feedback in a gap", question("cloze", asking("<p>{1:SHORTANSWER:=it&#39;s \\# 1} now</p>")), []],
  [
    "a part of the points for a wrong unit",
    question(
      "numerical",
      `${asking()}${answer}<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units><unitgradingtype>1</unitgradingtype><unitpenalty>0.1</unitpenalty>`,
    ),
    ["exchange.noteUnitAll"],
  ],
  [
    "an order of some parts only",
    question(
      "ordering",
      `${asking()}<selecttype>RANDOM</selecttype><selectcount>2</selectcount>${["a", "b", "c"].map((word, at) => `<answer fraction="${at + 1}">${text(word)}</answer>`).join("")}`,
    ),
    ["exchange.noteWholeOrder"],
  ],
  [
    "a least number of words and a beginning",
    question(
      "essay",
      `${asking()}<minwordlimit>50</minwordlimit><responsetemplate format="html">${text("Dear")}</responsetemplate>`,
    ),
    ["exchange.noteRubric", "exchange.noteEssayParts", "exchange.noteLeastWords"],
  ],
  ["settings of a plug-in", truth("<certainty>3</certainty><empty/>"), ["exchange.noteUnknownParts"]],
  [
    "a tag that has nothing to write",
    truth(`<tags><tag>${text("★")}</tag><tag>${text("Прва помоћ")}</tag></tags>`),
    ["exchange.noteTagLost"],
  ],
];

test.each(told)("Moodle: %s: told", (_, source, keys) => {
  const { questions, leftOut } = readText(quiz(source));
  expect(leftOut).toEqual([]);
  expect(keysOf(questions[0]?.notes)?.sort()).toEqual([...keys].sort());
});

test("a drawing among the words of a question is taken as a picture with its description", async () => {
  const drawing =
    '<svg viewBox="0 0 20 10" width="20"><title>A map</title><linearGradient id="g"/><path d="M0 0h9" onload="x()"/></svg>';
  const { questions } = readText(quiz(question("essay", asking(`<p>Look:</p>${drawing}<p>What is it?</p>`))));
  const [one] = questions;
  expect(one?.texts.en?.context).toMatch(/^Look:\s+!\[A map\]\(drawing-[0-9a-f]{16}\.svg\)$/);
  const content = (await one?.media[0]?.read())?.toString() ?? "";
  expect(content).toContain('viewBox="0 0 20 10"');
  expect(content).toContain("<linearGradient");
  const address = `data:image/svg+xml,${encodeURIComponent(content)}`;
  const inAddress = readText(
    quiz(question("essay", asking(`<p><img src="${address}" alt="A map"></p><p>What?</p>`))),
  );
  expect(await inAddress.questions[0]?.media[0]?.read()).toEqual(Buffer.from(content));
});

test("QTI: supports, feedback within the text, marks off and rules of the test are told", () => {
  const item = (declaration: string, body: string, rest = "") =>
    `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="I1" title="T" adaptive="false" timeDependent="false"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string">${declaration}</responseDeclaration><itemBody>${body}<p>Who? <textEntryInteraction responseIdentifier="RESPONSE"/></p></itemBody>${rest}</assessmentItem>`;
  const plain = "<correctResponse><value>York</value></correctResponse>";
  const told = (source: string) => keysOf(readText(source).questions[0]?.notes);
  expect(told(item(plain, ""))).toEqual([]);
  expect(told(item(plain, "", "<apipAccessibility><x/></apipAccessibility>"))).toEqual([
    "exchange.noteSupports",
  ]);
  const inline =
    '<p>So<feedbackInline outcomeIdentifier="F" identifier="x" showHide="show">No</feedbackInline></p>';
  expect(told(item(plain, inline))).toEqual(["exchange.noteOtherFeedback"]);
  const mapping = '<mapping defaultValue="-1"><mapEntry mapKey="York" mappedValue="1"/></mapping>';
  expect(told(item(plain + mapping, ""))).toEqual(["exchange.noteNegative"]);
  const old = (inner: string) =>
    `<questestinterop><assessment ident="a" title="Quiz">${inner}<section ident="s"><item ident="i" title="T"><presentation><material><mattext>Say</mattext></material><response_str ident="r"><render_fib/></response_str></presentation></item></section></assessment></questestinterop>`;
  expect(keysOf(readText(old("")).notes)).toEqual([]);
  const tries =
    "<qtimetadata><qtimetadatafield><fieldlabel>cc_maxattempts</fieldlabel><fieldentry>2</fieldentry></qtimetadatafield></qtimetadata>";
  expect(keysOf(readText(old(tries)).notes)).toEqual(["exchange.noteTestRules"]);
});
