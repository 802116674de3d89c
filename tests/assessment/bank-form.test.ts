import { expect, test } from "vitest";

import { carriedText } from "#app/assessment/editor/carried-text.ts";
import { formActOf, withAct } from "#app/assessment/editor/form-acts.ts";
import type { FormFields } from "#app/assessment/editor/form-fields.ts";
import { newQuestionForm } from "#app/assessment/editor/new-form.ts";
import { formOfQuestion, questionOfForm, translationOfForm } from "#app/assessment/editor/question-form.ts";
import { textFields } from "#app/assessment/editor/text-form.ts";
import { type QuestionType, questionTypes } from "#app/library/question-format.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";

/** As a browser sends it: line ends of text areas become CR LF, boxes that are not ticked are left out. */
function sent(fields: FormFields): FormFields {
  const entries = Object.entries(fields).map(([name, value]) => [name, value.replace(/\n/g, "\r\n")]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

function act(fields: FormFields, ...acts: string[]): FormFields {
  return acts.reduce((form, one) => withAct(form, formActOf(one) ?? expect.fail(one)).fields, fields);
}

test.each(questionTypes)("a question of type %s comes out of its form as it went in", (type) => {
  const question = everyQuestion[type];
  expect(questionOfForm(type, sent(formOfQuestion(question)))).toEqual({ written: question, errors: null });
});

test.each(questionTypes)("the texts of type %s in a second language come out as they went in", (type) => {
  const { structure, text } = everyQuestion[type];
  expect(translationOfForm(structure, sent(textFields(text)))).toEqual({
    written: everyQuestion[type],
    errors: null,
  });
  const begun = translationOfForm(structure, { q: "Шта је тачно?" });
  expect(begun.written?.text).toEqual({ q: "Шта је тачно?", why: "" });
});

const emptyFaults: Record<QuestionType, string[]> = {
  single: ["right", "option.a", "option.b", "option.c", "option.d"],
  scenario: ["right", "option.a", "option.b", "option.c", "option.d"],
  multiple: ["right", "option.a", "option.b", "option.c", "option.d"],
  truefalse: ["right"],
  order: ["option.a", "option.b", "option.c", "option.d"],
  match: ["left.a", "left.b", "left.c", "right.a", "right.b", "right.c"],
  numeric: ["answer"],
  short: ["accepted.1.text"],
  blanks: ["body", "gap.g1.right", "gap.g1.option.a", "gap.g1.option.b"],
  branching: ["step.s1", "step.s2"].flatMap((step) => [
    step,
    ...["a", "b"].flatMap((id) => [`${step}.choice.${id}`, `${step}.choice.${id}.consequence`]),
  ]),
  hotspot: [
    "image",
    "regions",
    "alt",
    ...["r1", "r2"].flatMap((id) => [
      `region.${id}`,
      ...["left", "top", "width", "height"].map((part) => `region.${id}.${part}`),
    ]),
  ],
  essay: ["criterion.c1", ...[1, 2, 3].map((level) => `criterion.c1.level.${level}`)],
  file: ["criterion.c1", ...[1, 2, 3].map((level) => `criterion.c1.level.${level}`)],
  detection: ["media", "right", "alt"],
};

test.each(questionTypes)("an empty form of type %s names every field that is missing", (type) => {
  const { written, errors } = questionOfForm(type, newQuestionForm(type));
  expect(written).toBeNull();
  expect(Object.keys(errors ?? {}).sort()).toEqual(["key", "q", ...emptyFaults[type]].sort());
});

test("parts are added, moved and removed, and everything typed stays", () => {
  const form = formOfQuestion(everyQuestion.single);
  const added = act(form, "add options");
  expect(added).toMatchObject({ ...form, options: "a b c d" });
  expect(questionOfForm("single", added).written?.structure).toMatchObject({ options: ["a", "b", "c"] });
  const moved = act({ ...added, "option.d": "Four" }, "up options d", "up options d", "remove options a");
  expect(questionOfForm("single", moved).written?.structure).toMatchObject({
    options: ["d", "b", "c"],
    answer: "b",
  });
});

test("of the options that were offered those that nobody needed are left out; one that is marked has to be written", () => {
  const form = (type: "single" | "multiple" | "order", more: Record<string, string>) =>
    questionOfForm(type, {
      ...newQuestionForm(type),
      ...{ key: "Q-1", q: "Which?", "option.a": "This", "option.c": "That" },
      ...more,
    });
  expect(form("single", { right: "c" }).written?.structure).toMatchObject({
    options: ["a", "c"],
    answer: "c",
  });
  expect(form("single", { right: "d" }).errors).toEqual({ "option.d": "bank.textMissing" });
  expect(form("single", { right: "a", "optionWhy.b": "No." }).errors).toEqual({
    "option.b": "bank.textMissing",
  });
  expect(form("multiple", { "right.a": "yes", "right.d": "yes" }).errors).toEqual({
    "option.d": "bank.textMissing",
  });
  expect(form("order", {}).written?.structure).toMatchObject({ options: ["a", "c"] });
  expect(form("order", { "option.c": "" }).errors).toEqual({
    "option.b": "bank.textMissing",
    "option.c": "bank.textMissing",
    "option.d": "bank.textMissing",
  });
});

test("a new part never takes the id of a removed one, whose texts in other languages would become its own", () => {
  expect(act(formOfQuestion(everyQuestion.single), "remove options c", "add options").options).toBe("a b d");
});

test("a gap that is added has its mark in the text", () => {
  const form = act(formOfQuestion(everyQuestion.blanks), "add gaps");
  expect(form).toMatchObject({ gaps: "g1 g2 g3 g4", "gap.g4.options": "a b" });
  expect(form.body).toContain("{{g4}}");
  expect(questionOfForm("blanks", { ...form, body: "No marks" }).errors).toMatchObject({
    body: "bank.bodyMarks",
  });
});

test("what a button did not mean is nothing", () => {
  expect([formActOf("save"), formActOf("remove options"), formActOf(undefined)]).toEqual([null, null, null]);
});

test("texts in another language keep what belongs to parts that stay", () => {
  const { structure, text } = everyQuestion.essay;
  const serbian = {
    ...text,
    rubric: {
      c1: { title: "Безбедност", levels: ["Није", "Јесте", "Објашњено"] },
      c2: { title: "Жеље", levels: ["Не", "Да"] },
    },
  };
  const form = act(formOfQuestion({ structure, text }), "remove criterion.c1.levels 2", "remove criteria c2");
  const changed = questionOfForm("essay", form).written;
  expect(changed?.structure).toMatchObject({ rubric: [{ id: "c1", levels: [0, 2.5] }] });
  expect(changed && carriedText(serbian, changed.structure, form).rubric).toEqual({
    c1: { title: "Безбедност", levels: ["Није", "Објашњено"] },
  });
  const more = act(formOfQuestion({ structure, text }), "add criterion.c1.levels");
  const written = { ...more, "criterion.c1.level.4": "Shown", "criterion.c1.level.4.points": "4" };
  const raised = questionOfForm("essay", written).written;
  expect(raised && carriedText(serbian, raised.structure, written).rubric).toEqual({
    c1: { title: "Безбедност", levels: ["Није", "Јесте", "Објашњено", ""] },
    c2: serbian.rubric.c2,
  });
});

test("numbers are understood with a point and with a comma", () => {
  const form = formOfQuestion(everyQuestion.numeric);
  for (const answer of ["2,5", "2.5", " 2,5 "]) {
    expect(questionOfForm("numeric", { ...form, answer }).written?.structure).toMatchObject({ answer: 2.5 });
  }
  expect(questionOfForm("numeric", { ...form, answer: "2.5.1" }).errors).toEqual({
    answer: "bank.numberMissing",
  });
});

test("what the rules find wrong is told at its field", () => {
  const circle = { ...formOfQuestion(everyQuestion.branching), "step.s2.choice.a.next": "s1" };
  expect(questionOfForm("branching", circle).errors).toMatchObject({ "step.s1": "bank.stepInCircle" });
  const falling = { ...formOfQuestion(everyQuestion.essay), "criterion.c2.level.2.points": "0" };
  expect(questionOfForm("essay", falling).errors).toEqual({ "criterion.c2.levels": "bank.levelsNotRising" });
  const half = { ...formOfQuestion(everyQuestion.short), "accepted.1.percent": "50" };
  expect(questionOfForm("short", half).errors).toEqual({ accepted: "faults.noFullAnswer" });
  const outside = { ...formOfQuestion(everyQuestion.hotspot), "region.r1.left": "90" };
  expect(questionOfForm("hotspot", outside).errors).toEqual({ "region.r1": "bank.regionOutside" });
  const crossing = { ...formOfQuestion(everyQuestion.hotspot), "region.r3.corners": "1 1\n9 9\n9 1\n1 9" };
  expect(questionOfForm("hotspot", crossing).errors).toEqual({ "region.r3.corners": "bank.regionCrosses" });
  const detection = {
    ...crossing,
    ...formOfQuestion(everyQuestion.detection),
    medium: "image",
    locate: "region",
  };
  expect(questionOfForm("detection", detection).errors).toEqual({
    "region.r3.corners": "bank.regionCrosses",
  });
});
