import { expect, test } from "vitest";

import { readText } from "#tests/builders/question-files.ts";

function only(source: string, name?: string) {
  const { questions, leftOut } = readText(source, name);
  expect(leftOut).toEqual([]);
  expect(questions).toHaveLength(1);
  const [question] = questions;
  return {
    ...question,
    structure: question?.structure,
    text: question?.texts.en,
    keys: question?.notes.map(({ key }) => key),
  };
}

const moodle = (type: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><quiz><question type="category"><category><text>$course$/top/A//B/C</text></category></question><question type="${type}"><name><text>N</text></name>${inner}</question></quiz>`;
const rich = (name: string, html: string) =>
  `<${name} format="html"><text><![CDATA[${html}]]></text></${name}>`;

test("GIFT: weights, escapes, feedback, categories, ids and tags", () => {
  const { questions, leftOut, categories } = readText(
    [
      "// [id:17] [tag:Први контакт]",
      "$CATEGORY: $course$/top/Help/First",
      "",
      "// [id:17] [tag:Први контакт]",
      "::Name\\:::What is 5\\=?{ ~%50%half \\{ok\\} #nearly =\\= 2 + 3#yes ~no ####Because.}",
      "",
      "Only text.",
      "",
      "When?{#\n=1822:0\n=%50%1822:2}",
      "",
      "Range{#3.1..3.3}",
      "",
      "Pairs{=a -> 1 =b -> 2 = -> 3}",
      "",
      "42 is it.{FALSE#It is the last.#You are right.}",
      "",
      "Broken {~a",
    ].join("\n"),
  );
  expect(categories).toEqual(["Help/First"]);
  expect(questions.map(({ structure }) => structure.type)).toEqual([
    "single",
    "numeric",
    "numeric",
    "match",
    "truefalse",
  ]);
  const [single, when, range, pairs, truth] = questions;
  expect(single).toMatchObject({
    category: "Help/First",
    structure: { id: "17", tags: ["prvi-kontakt"], answer: "b", partial: { a: 50 } },
    texts: {
      en: {
        q: "What is 5=?",
        why: "Because.",
        options: { a: "half {ok}", b: "= 2 + 3", c: "no" },
        optionWhy: { a: "nearly", b: "yes" },
      },
    },
  });
  expect(when?.structure).toMatchObject({ answer: 1822, tolerance: 0 });
  expect(when?.notes.map(({ key }) => key)).toEqual(["exchange.noteOneNumber"]);
  expect(range?.structure).toMatchObject({ answer: 3.2, tolerance: 0.1 });
  expect(pairs?.structure).toMatchObject({ pairs: ["p1", "p2"], distractors: ["d1"] });
  expect(truth?.texts.en?.optionWhy).toEqual({ true: "It is the last.", false: "You are right." });
  expect(leftOut.map(({ reason }) => reason.key)).toEqual([
    "exchange.leftDescription",
    "exchange.leftSyntax",
  ]);
});

test("GIFT: several answers without a right one are a question with several right ones", () => {
  expect(only("Two?{~%50%a ~%50%b ~%-100%c}").structure).toMatchObject({
    type: "multiple",
    answer: ["a", "b"],
    scoring: "partial",
  });
});

test("GIFT: first answers without a sign, feedback with a sharp in it, a wrong one's feedback after a number", () => {
  const { questions, leftOut } = readText(
    [
      "Blue?{T#no, #2#yes# it is}",
      "",
      "Pick{a#see #5 =b ~c}",
      "",
      "Who?{no one =nobody}",
      "",
      "From 1 to 5?{#3:2~#Completely wrong}",
      "",
      "Is &lt;b&gt; bold?{T}",
    ].join("\n"),
  );
  expect(leftOut).toEqual([]);
  expect(questions.map(({ structure }) => structure)).toMatchObject([
    { type: "truefalse", answer: true },
    { type: "single", options: ["a", "b", "c"], answer: "b" },
    { type: "short", accepted: [{ text: "no one" }, { text: "nobody" }] },
    { type: "numeric", answer: 3, tolerance: 2 },
    { type: "truefalse" },
  ]);
  // As Moodle does: what was wrong comes first, and only the first two signs divide.
  expect(questions[0]?.texts.en?.optionWhy).toEqual({ false: "no,", true: "2#yes# it is" });
  expect(questions[1]?.texts.en?.optionWhy).toEqual({ a: "see #5" });
  expect(questions[4]?.texts.en?.q).toBe("Is <b> bold?");
});

test("Moodle: gaps are worth their weights; hints, templates and tags of the course are not lost in silence", () => {
  const cloze = only(moodle("cloze", rich("questiontext", "<p>{2:SA:=a} {1:SA:=b}</p>")));
  expect(cloze.structure).toMatchObject({ points: 3 });
  const essay = `${rich("questiontext", "<p>Why?</p>")}${rich("responsetemplate", "<p>Dear Sir</p>")}`;
  expect(only(moodle("essay", essay)).keys).toContain("exchange.noteEssayParts");
  const match = `${rich("questiontext", "<p>Match</p>")}${rich("hint", "Think")}<coursetags><tag><text>Unit 1</text></tag></coursetags>${["a", "b"].map((side) => `<subquestion><text>${side}</text><answer format="html"><text>&lt;p&gt;${side}1&lt;/p&gt;</text></answer></subquestion>`).join("")}`;
  const { structure, text, keys } = only(moodle("ddmatch", match));
  expect(structure).toMatchObject({ type: "match", tags: ["unit-1"] });
  expect(text?.right).toEqual({ p1: "a1", p2: "b1" });
  expect(keys).toContain("exchange.noteOtherFeedback");
});

test("words beside a picture ask, and the picture stands above", () => {
  const picture =
    '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" alt="Dot">';
  const answers = `<answer fraction="100"><text>x</text></answer><answer fraction="0"><text>y</text></answer>`;
  const { text } = only(moodle("multichoice", rich("questiontext", `<p>See ${picture} here?</p>`) + answers));
  expect(text?.q).toBe("See here?");
  expect(text?.context).toMatch(/^!\[Dot\]\(picture-[^)]*\.png\)$/);
});

test("Moodle: a picture and a table stand above the question, the last question asks", () => {
  const png = Buffer.from("picture").toString("base64");
  const file = `<file name="flag 1.png" path="/" encoding="base64">${png}</file>`;
  const stem = `<questiontext format="html"><text><![CDATA[<p>Look <img src="@@PLUGINFILE@@/flag%201.png" alt="A flag"></p><table><tr><td>a</td></tr><tr><td>1</td></tr></table><p>Which <b>one</b>?</p>]]></text>${file}</questiontext>`;
  const answers = `<answer fraction="100">${"<text>x</text>"}</answer><answer fraction="-50"><text>y</text></answer>`;
  const { text, structure, media, category, keys } = only(moodle("multichoice", stem + answers));
  expect(text).toMatchObject({
    q: "Which one?",
    context: "Look ![A flag](flag-1.png)\n\n| a |\n| - |\n| 1 |",
  });
  expect(structure).toMatchObject({ type: "single", answer: "a", partial: {} });
  expect(media?.map(({ name }) => name)).toEqual(["flag-1.png"]);
  expect(category).toBe("A∕B/C");
  expect(keys).toEqual(["exchange.noteNegative", "exchange.noteFormatting"]);
});

test("Moodle: gaps of every kind", () => {
  const html = String.raw`<p>Fill in:</p><p>{1:MULTICHOICE:=red~blue} or {2:SHORTANSWER_C:=Paris~%50%Par\}is} and {NM:=3}{1:NUMERICAL:=2.5:0.1}</p>`;
  const { text, structure } = only(moodle("cloze", rich("questiontext", html)));
  expect(text).toMatchObject({ q: "Fill in:", body: "{{g1}} or {{g2}} and {NM:=3}{{g3}}" });
  expect(structure).toMatchObject({
    gaps: [
      { kind: "choice", answer: "a" },
      {
        kind: "typed",
        weight: 2,
        fold: { case: false },
        accepted: [{ text: "Paris" }, { text: "Par}is", percent: 50 }],
      },
      { kind: "number", answer: 2.5, tolerance: 0.1 },
    ],
  });
});

test("Moodle: words to drag, units, essays, hidden questions, and what is left out", () => {
  const drag = moodle(
    "ddwtos",
    `${rich("questiontext", "<p>[[2]] and [[1]]</p>")}<dragbox><text>a</text><group>1</group></dragbox><dragbox><text>b</text><group>1</group></dragbox>`,
  );
  expect(only(drag).structure).toMatchObject({
    gaps: [{ options: ["a", "b"], answer: "b" }, { answer: "a" }],
  });
  const units = moodle(
    "numerical",
    `${rich("questiontext", "<p>How far?</p>")}<answer fraction="100"><text>2</text><tolerance>0.1</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit><unit><multiplier>1000</multiplier><unit_name>m</unit_name></unit></units>`,
  );
  expect(only(units).structure).toMatchObject({
    answer: 2,
    unit: "km",
    units: [{ unit: "m", factor: 0.001 }],
  });
  expect(only(moodle("essay", `${rich("questiontext", "<p>Why?</p>")}<hidden>1</hidden>`))).toMatchObject({
    isRetired: true,
    structure: { type: "essay" },
  });
  const reasons = ["description", "calculated", "random", "ddmarker"].map(
    (type) => readText(moodle(type, rich("questiontext", "<p>T</p>"))).leftOut[0]?.reason.key,
  );
  expect(reasons).toEqual([
    "exchange.leftDescription",
    "exchange.leftCalculated",
    "exchange.leftRandom",
    "exchange.leftType",
  ]);
});

const declared = (attributes: string, inner: string) =>
  `<responseDeclaration identifier="RESPONSE" ${attributes}>${inner}</responseDeclaration>`;
const item = (declarations: string, body: string, rest = "") =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="I1" title="T" adaptive="false" timeDependent="false">${declarations}<itemBody>${body}</itemBody>${rest}</assessmentItem>`;
const right = (...values: string[]) =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join("")}</correctResponse>`;

test("QTI 2: mapping with bounds, feedback of single answers and of all", () => {
  const map = `<mapping lowerBound="0" upperBound="2" defaultValue="0"><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="B" mappedValue="1"/><mapEntry mapKey="C" mappedValue="-1"/></mapping>`;
  const choices = ["A", "B", "C"].map(
    (id) =>
      `<simpleChoice identifier="${id}">${id}<feedbackInline outcomeIdentifier="F" identifier="${id}" showHide="show">Said ${id}</feedbackInline></simpleChoice>`,
  );
  const source = item(
    declared('cardinality="multiple" baseType="identifier"', right("A", "B") + map),
    `<p>Above</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="0"><prompt>Which?</prompt>${choices.join("")}</choiceInteraction>`,
    `<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response"/><modalFeedback outcomeIdentifier="F" identifier="G" showHide="show">General</modalFeedback>`,
  );
  expect(only(source)).toMatchObject({
    structure: { type: "multiple", answer: ["a", "b"], scoring: "partial", points: 2 },
    text: { q: "Which?", context: "Above", why: "General", optionWhy: { a: "Said A", c: "Said C" } },
  });
});

test("QTI 2: text entries are gaps or a short answer or a number with its tolerance", () => {
  const entry = '<textEntryInteraction responseIdentifier="RESPONSE"/>';
  expect(
    only(item(declared('cardinality="single" baseType="string"', right("York")), `<p>Who? ${entry}</p>`))
      .structure,
  ).toMatchObject({ type: "short", accepted: [{ text: "York" }] });
  expect(
    only(
      item(
        declared('cardinality="single" baseType="string"', right("York")),
        `<p>The sun of ${entry} shines on everything</p>`,
      ),
    ).text,
  ).toMatchObject({ body: "The sun of {{g1}} shines on everything" });
  const equal =
    '<responseProcessing><responseCondition><responseIf><equal toleranceMode="relative" tolerance="5 5"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal></responseIf></responseCondition></responseProcessing>';
  expect(
    only(
      item(
        declared('cardinality="single" baseType="float"', right("40")),
        `<p>How many? ${entry}</p>`,
        equal,
      ),
    ).structure,
  ).toMatchObject({ type: "numeric", answer: 40, tolerance: 0.05, toleranceKind: "relative" });
});

test("QTI 2: a picture's places in percent; adaptive items and unknown interactions are left out by name", () => {
  const spots = `<hotspotInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Where?</prompt><object type="image/png" data="data:image/png;base64,AAAA" width="200" height="100">Map</object><hotspotChoice identifier="A" shape="circle" coords="100,50,20" hotspotLabel="Town"/><hotspotChoice identifier="B" shape="rect" coords="0,0,50,50" hotspotLabel="Lake"/></hotspotInteraction>`;
  const { structure, text } = only(
    item(declared('cardinality="single" baseType="identifier"', right("A")), spots),
  );
  expect(structure).toMatchObject({
    type: "hotspot",
    regions: [
      { at: [50, 50, 10], right: true },
      { at: [0, 0, 25, 50], right: false },
    ],
  });
  expect(text).toMatchObject({ alt: "Map", regions: { r1: "Town", r2: "Lake" } });
  const adaptive = item("", "<p>x</p>").replace('adaptive="false"', 'adaptive="true"');
  expect(readText(adaptive).leftOut).toMatchObject([{ name: "T", reason: { key: "exchange.leftAdaptive" } }]);
  const drawing = item(
    declared('cardinality="single" baseType="file"', ""),
    '<drawingInteraction responseIdentifier="RESPONSE"/>',
  );
  expect(readText(drawing).leftOut).toMatchObject([
    { reason: { key: "exchange.leftType", values: { type: "drawing" } } },
  ]);
});

test("QTI 2: bounds are a tolerance, what is set is the points, capital letters count as the item says", () => {
  const entry = '<textEntryInteraction responseIdentifier="RESPONSE"/>';
  const bound = (name: string, value: number) =>
    `<${name}><variable identifier="RESPONSE"/><baseValue baseType="float">${value}</baseValue></${name}>`;
  const set =
    '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">3</baseValue></setOutcomeValue>';
  const processing = (condition: string) =>
    `<responseProcessing><responseCondition><responseIf>${condition}${set}</responseIf></responseCondition></responseProcessing>`;
  const number = item(
    declared('cardinality="single" baseType="float"', right("4")),
    `<p>2 + 2 = ${entry}</p>`,
    processing(`<and>${bound("gte", 3.5)}${bound("lte", 4.5)}</and>`),
  );
  expect(only(number).structure).toMatchObject({ type: "numeric", answer: 4, tolerance: 0.5, points: 3 });
  const text = item(
    declared('cardinality="single" baseType="string"', right("York")),
    `<p>Who? ${entry}</p>`,
    processing(
      '<stringMatch caseSensitive="false"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></stringMatch>',
    ),
  );
  expect(only(text).structure).toMatchObject({ type: "short", fold: { case: true } });
});

test("QTI: prefixes change nothing", () => {
  const source = item(
    declared('cardinality="single" baseType="identifier"', right("A")),
    '<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Pick</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice></choiceInteraction>',
  )
    .replaceAll(/<(\/?)(?=[a-z])/g, "<$1q:")
    .replace("xmlns=", "xmlns:q=");
  expect(source).toContain("<q:simpleChoice");
  expect(only(source).structure).toMatchObject({ type: "single", answer: "a" });
});

test("QTI 3: names with hyphens", () => {
  const source = `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="I" title="T" adaptive="false" time-dependent="false"><qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="directedPair" /><qti-response-declaration identifier="R2" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>x2</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>Now <qti-inline-choice-interaction response-identifier="R2"><qti-inline-choice identifier="x1">one</qti-inline-choice><qti-inline-choice identifier="x2">two</qti-inline-choice></qti-inline-choice-interaction> go.</p></qti-item-body></qti-assessment-item>`;
  expect(readText(source).format).toBe("qti-3.0");
  expect(only(source)).toMatchObject({
    structure: { gaps: [{ answer: "b" }] },
    text: { body: "Now {{g1}} go." },
  });
});

test("QTI 1.2 as Canvas writes it", () => {
  const label = (id: string, text: string) =>
    `<response_label ident="${id}"><material><mattext texttype="text/plain">${text}</mattext></material></response_label>`;
  const source = `<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="Quiz"><section ident="root_section"><item ident="i1" title="Question"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>multiple_answers_question</fieldentry></qtimetadatafield><qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>3</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext texttype="text/html">&lt;p&gt;Which?&lt;/p&gt;</mattext></material><response_lid ident="r" rcardinality="Multiple"><render_choice>${label("1", "A")}${label("2", "B")}${label("3", "C")}</render_choice></response_lid></presentation><resprocessing><outcomes/><respcondition><conditionvar><and><varequal respident="r">1</varequal><not><varequal respident="r">2</varequal></not><varequal respident="r">3</varequal></and></conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing></item></section></assessment></questestinterop>`;
  expect(only(source)).toMatchObject({
    category: "Quiz",
    structure: { type: "multiple", answer: ["a", "c"], scoring: "all", points: 3 },
    text: { q: "Which?" },
  });
});

const oldItem = (presentation: string, processing: string) =>
  `<!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2p1.dtd"><questestinterop><item title="T" ident="I"><presentation>${presentation}</presentation><resprocessing>${processing}</resprocessing></item></questestinterop>`;
const oldChoices = (cardinality: string, texts: string[]) =>
  `<response_lid ident="R" rcardinality="${cardinality}"><render_choice>${texts.map((text) => `<response_label ident="${text}"><material><mattext>${text}</mattext></material></response_label>`).join("")}</render_choice></response_lid>`;
const oldRule = (answer: string, action: string, value: string) =>
  `<respcondition><conditionvar><varequal respident="R">${answer}</varequal></conditionvar><setvar action="${action}">${value}</setvar></respcondition>`;

test("QTI 1.2: what is subtracted is not right", () => {
  const stem = "<material><mattext>Pick two</mattext></material>";
  const rules = oldRule("a", "Add", "2") + oldRule("b", "Add", "2") + oldRule("c", "Subtract", "4");
  expect(only(oldItem(stem + oldChoices("Multiple", ["a", "b", "c"]), rules)).structure).toMatchObject({
    type: "multiple",
    answer: ["a", "b"],
    scoring: "partial",
  });
});

test("QTI 1.2 as Blackboard writes it", () => {
  const stem =
    '<flow class="Block"><material><mat_extension><mat_formattedtext type="HTML">&lt;p&gt;Which is red?&lt;/p&gt;</mat_formattedtext></mat_extension></material></flow>';
  const outcomes = '<outcomes><decvar maxvalue="10.0" varname="SCORE"/></outcomes>';
  const source = oldItem(
    stem + oldChoices("Single", ["Blood", "Grass"]),
    outcomes + oldRule("Blood", "Set", "SCORE.max"),
  );
  expect(only(source)).toMatchObject({
    structure: { type: "single", answer: "a", points: 10 },
    text: { q: "Which is red?" },
  });
});

test("QTI 1.2: a number beside bounds that are not its own is as precise as it says", () => {
  const stem =
    '<material><mattext>How much?</mattext></material><response_str ident="R"><render_fib fibtype="Decimal"/></response_str>';
  const rule = `<respcondition><conditionvar><or><varequal respident="R" precisiontype="decimals" precision="2">5.25</varequal><and><vargt respident="R">99</vargt><varlte respident="R">101</varlte></and></or></conditionvar><setvar>100</setvar></respcondition>`;
  expect(only(oldItem(stem, rule)).structure).toMatchObject({
    type: "numeric",
    answer: 5.25,
    tolerance: 0.005,
  });
});

test("a table's numbers have whatever marks a country uses", () => {
  const rows = ["question;answer;points", "A?;1.234,5;1,5", "B?;1,234.5;2", "C?;1 234,5;1"];
  expect(readText(rows.join("\n")).questions.map(({ structure }) => structure)).toMatchObject([
    { type: "numeric", answer: 1234.5, points: 1.5 },
    { type: "numeric", answer: 1234.5 },
    { type: "numeric", answer: 1234.5 },
  ]);
});

test("a table from a spreadsheet, also with Serbian names and decimal commas", () => {
  const rows = [
    "питање\ta\tb\tc\tодговор\tодступање\tтип",
    'Које "боје"?\tцрвена\tплава\t\tb\t\t',
    "Koliko?\t\t\t\t2,5\t5 %\t",
    "Тачно?\t\t\t\tДа\t\t",
    "Ко?\t\t\t\tАна | Ana\t\t",
    "Више?\tx\ty\tz\ta; c\t\t",
    "Шта?\tx\ty\t\tq\t\t",
  ];
  const { format, questions, leftOut } = readText(rows.join("\r\n"));
  expect(format).toBe("table");
  expect(questions.map(({ structure }) => structure)).toMatchObject([
    { type: "single", answer: "b", options: ["a", "b"] },
    { type: "numeric", answer: 2.5, tolerance: 0.05, toleranceKind: "relative" },
    { type: "truefalse", answer: true },
    { type: "short", accepted: [{ text: "Ана" }, { text: "Ana" }] },
    { type: "multiple", answer: ["a", "c"] },
  ]);
  expect(leftOut).toMatchObject([{ name: "Шта?", reason: { key: "exchange.leftNoKey" } }]);
});

test("Aiken", () => {
  const { format, questions } = readText(
    "What is right?\nA. One\nB) Two\nANSWER: B\n\nAnd?\nA. x\nB. y\nANSWER: A\n",
  );
  expect(format).toBe("aiken");
  expect(questions.map(({ structure }) => structure)).toMatchObject([{ answer: "b" }, { answer: "a" }]);
});
