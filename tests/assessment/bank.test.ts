import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { readBankFilter } from "#app/assessment/bank-filter.ts";
import {
  moveQuestions,
  moveToBank,
  restoreQuestions,
  retireQuestions,
  tagQuestions,
  untagQuestions,
} from "#app/assessment/bank-bulk.server.ts";
import { addEditor, listBanks, makeSharedBank, renameBank } from "#app/assessment/bank-directory.server.ts";
import { submitNewQuestion, submitQuestion } from "#app/assessment/bank-editor.server.ts";
import { editorPage, questionPage } from "#app/assessment/bank-pages.server.ts";
import { previewBankAnswer } from "#app/assessment/bank-preview.server.ts";
import { addQuestions, getBankQuestion } from "#app/assessment/bank-question.server.ts";
import { searchBank } from "#app/assessment/bank-search.server.ts";
import { listVersions, restoreVersion } from "#app/assessment/bank-versions.server.ts";
import { duplicateQuestion } from "#app/assessment/duplicate.server.ts";
import { readCurriculumItems } from "#app/assessment/exchange/curriculum-items.ts";
import { newQuestionForm } from "#app/assessment/editor/new-form.ts";
import { findMedia } from "#app/assessment/question-media.server.ts";
import { noteCompared, questionTranslations } from "#app/assessment/question-translations.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { Question, QuestionText } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import { bankOf, questionIn, sentForm, sharedBank } from "#tests/builders/banks.ts";
import { learner, trainer } from "#tests/builders/people.ts";
import { courseWithQuiz, learnerIn, takeQuiz, trainerOf } from "#tests/builders/quizzes.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { sentFile } from "#tests/builders/sent-files.ts";

const filter = (query = "") => readBankFilter(new URLSearchParams(query));

async function keysIn(actor: Actor, bankId: string, query = ""): Promise<string[]> {
  const { rows } = await searchBank(actor, bankId, filter(query), "en");
  return rows.map(({ key }) => key);
}

/** The editor's form of a question with some fields changed. */
async function edited(actor: Actor, bankId: string, questionId: string, changes: Record<string, string>) {
  const { fields } = await editorPage(actor, bankId, questionId, null);
  return sentForm({ ...fields, ...changes });
}

async function usedQuestion() {
  const course = await courseWithQuiz({ questions: [singleChoice("K1"), singleChoice("K2")] });
  const vera = await trainerOf(course);
  const ana = await learnerIn(course);
  await takeQuiz(ana, course, { K1: "a", K2: "a" });
  return { course, vera, ana, ...(await bankOf(course, "K1")) };
}

test("trainers see the banks of their courses and shared ones; only editors change a shared one", async () => {
  const course = await courseWithQuiz({ questions: [singleChoice("K1")] });
  const [vera, other] = [await trainerOf(course), await trainer()];
  const { bankId } = await bankOf(course, "K1");
  const shared = await sharedBank(vera);
  const seen = async (actor: Actor) =>
    (await listBanks(actor)).filter(({ id }) => [bankId, shared].includes(id));
  expect((await seen(vera)).map(({ id, canChange }) => [id, canChange])).toEqual([
    [bankId, true],
    [shared, true],
  ]);
  expect((await seen(other)).map(({ id, canChange }) => [id, canChange])).toEqual([[shared, false]]);
  await expect(listBanks(await learner())).rejects.toThrow(ForbiddenError);
  await expect(searchBank(other, bankId, filter(), "en")).rejects.toThrow(NotFoundError);
  await expect(renameBank(other, shared, "Mine")).rejects.toThrow(ForbiddenError);
  await expect(questionIn(other, shared)).rejects.toThrow(ForbiddenError);
  await expect(renameBank(vera, bankId, "Not like its course")).rejects.toThrow(NotFoundError);
  await addEditor(vera, shared, other.id);
  await questionIn(other, shared);
  expect((await seen(other))[0]).toMatchObject({ canChange: true, questions: 1 });
});

test("a question nobody was asked is changed in its place; one that was asked gets a new version", async () => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const id = await questionIn(vera, bankId);
  const saved = await submitQuestion(
    vera,
    bankId,
    id,
    null,
    await edited(vera, bankId, id, { q: "Reworded?" }),
  );
  expect(saved).toEqual({ kind: "saved", questionId: id, isNewVersion: false });
  const { question } = await getBankQuestion(vera, bankId, id);
  expect(question.stored.number).toBe(1);
  expect(question.stored.texts.get("en")?.q).toBe("Reworded?");

  const used = await usedQuestion();
  const again = await submitQuestion(
    used.vera,
    used.bankId,
    used.questionId,
    null,
    await edited(used.vera, used.bankId, used.questionId, { q: "Corrected?" }),
  );
  expect(again).toMatchObject({ kind: "saved", isNewVersion: true });
  const item = await db.attemptItem.findFirstOrThrow({
    where: { questionVersion: { questionId: used.questionId } },
    include: { questionVersion: true },
  });
  expect(item.questionVersion.number).toBe(1);
  const { question: now } = await getBankQuestion(used.vera, used.bankId, used.questionId);
  expect(now.stored.number).toBe(2);
});

test("saving what did not change makes no version", async () => {
  const { vera, bankId, questionId } = await usedQuestion();
  const saved = await submitQuestion(
    vera,
    bankId,
    questionId,
    null,
    await edited(vera, bankId, questionId, {}),
  );
  expect(saved).toMatchObject({ kind: "saved", isNewVersion: false });
  expect(await db.questionVersion.count({ where: { questionId } })).toBe(1);
});

test("of two who edit at once the second is told, loses nothing, and may save on top", async () => {
  const { vera, bankId, questionId } = await usedQuestion();
  const first = await edited(vera, bankId, questionId, { q: "By the first?" });
  const second = await edited(vera, bankId, questionId, { q: "By the second?", why: "A reason." });
  await submitQuestion(vera, bankId, questionId, null, first);
  const told = await submitQuestion(vera, bankId, questionId, null, second);
  if (told.kind !== "again") expect.fail("the second was not told");
  expect(told.fields).toMatchObject({ q: "By the second?", why: "A reason." });
  expect(told.overtaken).toMatchObject({
    number: 2,
    differences: [
      { label: "bank.q", before: "By the first?", after: "By the second?" },
      { label: "bank.why", after: "A reason." },
    ],
  });
  expect((await getBankQuestion(vera, bankId, questionId)).question.stored.number).toBe(2);
  const onTop = await submitQuestion(vera, bankId, questionId, null, sentForm(told.fields));
  expect(onTop.kind).toBe("saved");
  const { versions } = await listVersions(vera, bankId, questionId);
  expect(versions.map(({ number, author }) => [number, author])).toEqual([
    [3, vera.name],
    [2, vera.name],
    [1, null],
  ]);
});

test("of two who save the same version at the same moment exactly one is told", async () => {
  const { vera, bankId, questionId } = await usedQuestion();
  const forms = await Promise.all(
    ["One?", "Two?", "Three?"].map((q) => edited(vera, bankId, questionId, { q })),
  );
  const outcomes = await Promise.all(
    forms.map((form) => submitQuestion(vera, bankId, questionId, null, form)),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["again", "again", "saved"]);
});

test("an older version comes back as a new one, and what changed is told", async () => {
  const { vera, bankId, questionId } = await usedQuestion();
  await submitQuestion(
    vera,
    bankId,
    questionId,
    null,
    await edited(vera, bankId, questionId, { q: "Worse?", right: "b" }),
  );
  await restoreVersion(vera, bankId, questionId, 1);
  const { versions } = await listVersions(vera, bankId, questionId);
  expect(versions.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  expect(versions[1]?.changes?.map(({ label }) => label)).toEqual(["bank.q", "bank.changedKey"]);
  const { question } = await getBankQuestion(vera, bankId, questionId);
  expect(question.stored.texts.get("en")?.q).toBe("Question K1?");
  await expect(restoreVersion(vera, bankId, questionId, 9)).rejects.toThrow(NotFoundError);
});

test("a second language is written beside the first, and the bank knows what is missing", async () => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const id = await questionIn(vera, bankId, "single", { key: "L1" });
  expect(await keysIn(vera, bankId, "incomplete=sr-Cyrl")).toEqual(["L1"]);
  const { fields } = await editorPage(vera, bankId, id, "sr-Cyrl");
  const part = { version: fields.version ?? "", q: "Шта је тачно?", "option.a": "Један" };
  await submitQuestion(vera, bankId, id, "sr-Cyrl", sentForm(part));
  const { completeness } = await questionPage(vera, bankId, id, "en");
  expect(completeness.filter(({ written }) => written > 0)).toEqual([
    { language: "en", written: 7, needed: 7 },
    { language: "sr-Cyrl", written: 2, needed: 7 },
  ]);
  const rest = {
    "option.b": "Два",
    "option.c": "Три",
    "optionWhy.c": "Скоро.",
    why: "Зато.",
    context: "Слика",
  };
  const { fields: now } = await editorPage(vera, bankId, id, "sr-Cyrl");
  await submitQuestion(vera, bankId, id, "sr-Cyrl", sentForm({ ...now, ...rest }));
  expect(await keysIn(vera, bankId, "incomplete=sr-Cyrl")).toEqual([]);
  // Found in the other script and without marks on the letters.
  expect(await keysIn(vera, bankId, "search=sta je TACNO")).toEqual(["L1"]);
});

test("Montenegrin is read in Bosnian until it says something of its own", async () => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const id = await questionIn(vera, bankId, "truefalse", { key: "M1" });
  const read = async () => (await questionPage(vera, bankId, id, "cnr")).q;
  const write = async (language: "bs" | "cnr", q: string) => {
    const { fields } = await editorPage(vera, bankId, id, language);
    await submitQuestion(vera, bankId, id, language, sentForm({ ...fields, q, why: "Zato.", context: "" }));
  };
  await write("bs", "Je li to sigurnost?");
  expect(await read()).toBe("Je li to sigurnost?");
  const { completeness } = await questionPage(vera, bankId, id, "en");
  const written = (tag: string) => completeness.find(({ language }) => language === tag)?.written;
  expect(written("cnr")).toBe(written("bs"));
  await write("bs", "Je li ovo sigurnost?");
  expect(await read()).toBe("Je li ovo sigurnost?");
  await write("cnr", "Je li ovo bezbjednost?");
  expect(await read()).toBe("Je li ovo bezbjednost?");

  // What it says of its own is made of the Bosnian, so it is behind when that changes, and not when the English does.
  const translated = async (from: "en" | "bs", language: Language) => {
    const [one] = await questionTranslations(vera, bankId, { from, language, reader: "en" });
    return one;
  };
  await submitQuestion(vera, bankId, id, null, await edited(vera, bankId, id, { q: "Is this safety, too?" }));
  expect(await translated("en", "bs")).toMatchObject({ state: "behind" });
  expect(await translated("bs", "cnr")).toMatchObject({ state: "done" });
  await write("bs", "Je li i ovo sigurnost?");
  expect(await translated("en", "bs")).toMatchObject({ state: "done" });
  const cnr = await translated("bs", "cnr");
  expect(cnr).toMatchObject({ state: "behind" });
  expect(cnr?.units.find(({ name }) => name === "q")).toMatchObject({
    source: "Je li i ovo sigurnost?",
    before: "Je li ovo sigurnost?",
  });
  await noteCompared(vera, bankId, id, "cnr");
  expect(await translated("bs", "cnr")).toMatchObject({ state: "done" });
});

test("a new question typed in Latin letters is turned into Cyrillic before it is saved, however little of it is written", async () => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const form = { ...newQuestionForm("single"), q: "Šta je WhatsApp?", "option.a": "Lozinka", do: "cyrillic" };
  const turned = await submitNewQuestion(vera, bankId, "single", "sr-Cyrl", sentForm(form));
  expect(turned).toMatchObject({
    kind: "again",
    errors: null,
    fields: { q: "Шта је WhatsApp?", "option.a": "Лозинка" },
    kept: ["WhatsApp"],
  });
  // Nothing is turned in a language that has one script.
  const english = await submitNewQuestion(vera, bankId, "single", "en", sentForm(form));
  expect(english).toMatchObject({ kind: "again", fields: { q: "Šta je WhatsApp?" } });
});

test("questions are found by text, key, category and those inside it, tag, type, marks and use", async () => {
  const used = await usedQuestion();
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  await questionIn(vera, bankId, "single", { key: "A1", category: "Consent/Images", tags: ["evidence"] });
  await questionIn(vera, bankId, "order", { key: "A2", category: "Consent" });
  const lastId = await questionIn(vera, bankId, "truefalse", { key: "A3", category: "Consents" });
  expect(await keysIn(vera, bankId)).toEqual(["A2", "A1", "A3"]);
  expect(await keysIn(vera, bankId, "category=Consent")).toEqual(["A2", "A1"]);
  expect(await keysIn(vera, bankId, "tag=evidence")).toEqual(["A1"]);
  expect(await keysIn(vera, bankId, "type=order")).toEqual(["A2"]);
  expect(await keysIn(vera, bankId, "difficulty=hard&mark=critical&lesson=safe-contact")).toEqual(["A1"]);
  expect(await keysIn(vera, bankId, "search=a3")).toEqual(["A3"]);
  expect(await keysIn(vera, bankId, "search=third")).toEqual(["A2"]);
  // Whatever the shape of quotation marks and apostrophes.
  const { fields } = await editorPage(vera, bankId, lastId, null);
  await submitQuestion(vera, bankId, lastId, null, sentForm({ ...fields, why: "It’s “Stalker”." }));
  expect(await keysIn(vera, bankId, `search=it's "stalker"`)).toEqual(["A3"]);
  expect(await keysIn(vera, bankId, "use=used")).toEqual([]);
  expect(await keysIn(used.vera, used.bankId, "use=used")).toEqual(["K1", "K2"]);
  expect(await keysIn(used.vera, used.bankId, "use=unused")).toEqual([]);
});

test("many questions are moved, tagged, retired and brought back at once", async () => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const ids = await Promise.all(["B1", "B2"].map((key) => questionIn(vera, bankId, "truefalse", { key })));
  const foreign = await questionIn(vera, await sharedBank(vera), "truefalse");
  expect(await moveQuestions(vera, bankId, [...ids, foreign], "Evidence/First")).toBe(2);
  expect(await keysIn(vera, bankId, "category=Evidence")).toEqual(["B1", "B2"]);
  expect(await tagQuestions(vera, bankId, ids, "evidence")).toBe(2);
  expect(await tagQuestions(vera, bankId, ids, "evidence")).toBe(0);
  expect(await untagQuestions(vera, bankId, ids.slice(0, 1), "evidence")).toBe(1);
  expect(await keysIn(vera, bankId, "tag=evidence")).toEqual(["B2"]);
  expect(await retireQuestions(vera, bankId, ids)).toBe(2);
  expect(await keysIn(vera, bankId)).toEqual([]);
  expect(await keysIn(vera, bankId, "state=retired")).toEqual(["B1", "B2"]);
  expect(await restoreQuestions(vera, bankId, ids)).toBe(2);
  expect(await keysIn(vera, bankId)).toEqual(["B1", "B2"]);
  const actions = await db.auditEntry.findMany({
    where: { subject: `question:${ids[0]}` },
    orderBy: { id: "asc" },
  });
  expect(actions.map(({ action }) => action)).toEqual([
    "question.made",
    "question.moved",
    "question.changed",
    "question.changed",
    "question.retired",
    "question.restored",
  ]);
  await expect(retireQuestions(await trainer(), bankId, ids)).rejects.toThrow(ForbiddenError);
});

test("questions move to another bank with their versions and get a free key; those of a folder stay", async () => {
  const used = await usedQuestion();
  const vera = await trainer();
  const [from, to] = [await sharedBank(vera), await sharedBank(vera)];
  const id = await questionIn(vera, from, "truefalse", { key: "M1", category: "Consent" });
  await questionIn(vera, to, "truefalse", { key: "M1" });
  await moveToBank(vera, from, [id], to);
  expect(await keysIn(vera, to)).toEqual(["M1", "M1-2"]);
  expect((await getBankQuestion(vera, to, id)).question).toMatchObject({ key: "M1-2", category: "Consent" });
  await expect(moveToBank(vera, to, [id], used.bankId)).rejects.toThrow(NotFoundError);
  const mine = await makeSharedBank(used.vera, "Mine");
  await expect(moveToBank(used.vera, used.bankId, [used.questionId], mine)).rejects.toThrow(ConflictError);
});

test("a copy is a question of its own; those who may only look copy into a bank of theirs", async () => {
  const [vera, other] = [await trainer(), await trainer()];
  const bankId = await sharedBank(vera);
  const id = await questionIn(vera, bankId, "match", { key: "D1" });
  await duplicateQuestion(vera, bankId, id, bankId);
  expect(await keysIn(vera, bankId)).toEqual(["D1", "D1-2"]);
  const theirs = await sharedBank(other);
  const copy = await duplicateQuestion(other, bankId, id, theirs);
  await submitQuestion(other, theirs, copy, null, await edited(other, theirs, copy, { q: "Changed?" }));
  expect((await getBankQuestion(vera, bankId, id)).question.stored.texts.get("en")?.q).toContain("match");
  await expect(duplicateQuestion(other, bankId, id, bankId)).rejects.toThrow(ForbiddenError);
});

test("where a question is used: quizzes that list or draw it, and the attempts", async () => {
  const { course, vera, bankId, questionId } = await usedQuestion();
  expect(await questionPage(vera, bankId, questionId, "en")).toMatchObject({
    uses: [{ courseSlug: course.slug, quizSlug: "quiz", how: "listed" }],
    attempts: 1,
  });
  const drawing = await courseWithQuiz({
    settings: { draw: { count: 1 } },
    questions: [singleChoice("K1"), singleChoice("K2")],
  });
  const drawn = await bankOf(drawing, "K2");
  const page = await questionPage(await trainerOf(drawing), drawn.bankId, drawn.questionId, "en");
  expect(page).toMatchObject({ uses: [{ quizSlug: "quiz", how: "drawn" }], attempts: 0 });
});

test("a new question needs a category and a free key, and gets a key by itself", async () => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const fields = {
    ...newQuestionForm("truefalse"),
    q: "Is it?",
    right: "true",
    category: " Consent / Images ",
  };
  const made = await submitNewQuestion(vera, bankId, "truefalse", "en", sentForm(fields));
  expect(made.kind).toBe("saved");
  await submitNewQuestion(vera, bankId, "truefalse", "en", sentForm(fields));
  expect(await keysIn(vera, bankId, "category=Consent/Images")).toEqual(["Q1", "Q2"]);
  const again = await submitNewQuestion(
    vera,
    bankId,
    "truefalse",
    "en",
    sentForm({ ...fields, key: "Q1", category: "" }),
  );
  expect(again).toMatchObject({
    kind: "again",
    errors: { category: "bank.categoryMissing" },
    fields: { q: "Is it?" },
  });
  const taken = await submitNewQuestion(vera, bankId, "truefalse", "en", sentForm({ ...fields, key: "Q1" }));
  expect(taken).toMatchObject({ kind: "again", errors: { key: "bank.keyTaken" } });
});

test("files are known by their content, kept with the form, and shown only to those whom they concern", async () => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const form = { ...newQuestionForm("hotspot"), q: "Where?", category: "Pictures", alt: "An inbox" };
  const script = {
    fields: form,
    files: new Map([["file.image", await sentFile("x.png", "<svg/>")]]),
  };
  const refused = await submitNewQuestion(vera, bankId, "hotspot", "en", script);
  expect(refused).toMatchObject({ kind: "again", errors: { image: "bank.mediaUnknown" } });
  const sent = { fields: form, files: new Map([["file.image", await sentFile("Моја слика (1).PNG", png)]]) };
  const begun = await submitNewQuestion(vera, bankId, "hotspot", "en", sent);
  if (begun.kind !== "again") expect.fail("an unfinished form was saved");
  expect(begun.fields.image).toBe("1.png");
  const place = (id: string, right: string) => ({
    [`region.${id}`]: `Place ${id}`,
    [`region.${id}.left`]: "1",
    [`region.${id}.top`]: "1",
    [`region.${id}.width`]: "5",
    [`region.${id}.height`]: "5",
    [`region.${id}.right`]: right,
  });
  const whole = sentForm({ ...begun.fields, ...place("r1", "yes"), ...place("r2", "") });
  const made = await submitNewQuestion(vera, bankId, "hotspot", "en", whole);
  if (made.kind !== "saved") expect.fail(JSON.stringify(made.errors));
  const { question } = await getBankQuestion(vera, bankId, made.questionId);
  const { sha256 } = question.stored.media[0] ?? expect.fail("no file");
  expect(await findMedia(vera, sha256)).toMatchObject({ contentType: "image/png", bytes: png.length });
  expect(await findMedia(await trainer(), sha256)).toMatchObject({ contentType: "image/png" });
  await expect(findMedia(await learner(), sha256)).rejects.toThrow(NotFoundError);
});

test("a preview tells what a learner would be told, and leaves no trace", async () => {
  const { vera, bankId, questionId } = await usedQuestion();
  const before = await db.attemptItem.count();
  const right = await Promise.all(
    ["0", "1", "2"].map((answer) => previewBankAnswer(vera, bankId, questionId, { answer }, "en")),
  );
  expect(right.filter((outcome) => outcome.feedback?.why === "Because of K1.")).toHaveLength(3);
  expect(await db.attemptItem.count()).toBe(before);
});

const items = join(import.meta.dirname, "../fixtures/curriculum-items.json");

test("curriculum items load into a bank with every field", async () => {
  const content = readFileSync(items, "utf8");
  const { questions, faults } = readCurriculumItems(JSON.parse(content));
  expect(faults).toEqual([]);
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  await addQuestions(
    vera,
    bankId,
    questions.map(({ category, structure, text }) => ({
      key: structure.id,
      category,
      structure,
      texts: new Map([["en", text]]),
      files: [],
    })),
  );
  const given = JSON.parse(content) as { id: string }[];
  expect(given).toHaveLength(138);
  const rows = await db.bankQuestion.findMany({ where: { bankId }, select: { id: true, key: true } });
  const loaded = await Promise.all(
    rows.map(async ({ id }) => itemOf((await getBankQuestion(vera, bankId, id)).question)),
  );
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(loaded.sort(byId)).toEqual(given.sort(byId));
});

test("curriculum items that cannot be read are named with the reason", () => {
  const single = {
    id: "X1",
    type: "single",
    q: "Q",
    options: { a: "A", b: "B" },
    answer: "c",
    course: 1,
    lesson: 1,
  };
  expect(readCurriculumItems([single, { ...single, id: "X2", type: "dance" }])).toEqual({
    questions: [],
    faults: [
      { item: "X1", reason: "key-outside-options", detail: "c" },
      { item: "X2", reason: "unknown-form", detail: "type" },
    ],
  });
  expect(readCurriculumItems("no list").faults).toEqual([{ item: "", reason: "not-a-list", detail: "" }]);
});

/** A question of a bank as a curriculum item: the opposite of the reader. */
function itemOf({ key, category, stored }: Awaited<ReturnType<typeof getBankQuestion>>["question"]) {
  const text = stored.texts.get("en") ?? expect.fail("no text");
  const { type, facts, critical, recheck } = stored.question;
  const [, course, lesson] = /^Course (\d+)\/Lesson (\d+)$/.exec(category) ?? [];
  return {
    id: key,
    type,
    q: text.q,
    ...(text.why ? { why: text.why } : {}),
    ...(facts.length > 0 ? { facts } : {}),
    ...(critical ? { critical } : {}),
    ...(recheck ? { recheck } : {}),
    course: Number(course),
    lesson: Number(lesson),
    ...keyOf(stored.question, text),
  };
}

function keyOf(question: Question, text: QuestionText) {
  switch (question.type) {
    case "order":
      return { options: question.options.map((id) => text.options?.[id]) };
    case "match":
      return { pairs: question.pairs.map((id) => [text.left?.[id], text.right?.[id]]) };
    case "numeric":
      return { answer: question.answer, tolerance: question.tolerance };
    case "truefalse":
      return { answer: question.answer };
    case "single":
    case "scenario":
    case "multiple":
      return { options: text.options, answer: question.answer };
    default:
      return {};
  }
}
