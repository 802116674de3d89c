import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { searchBank } from "#app/assessment/bank-search.server.ts";
import { readBankFilter } from "#app/assessment/bank-filter.ts";
import { getBankQuestion } from "#app/assessment/bank-question.server.ts";
import { exportBank, exportPreview } from "#app/assessment/exchange/bank-export.server.ts";
import { importQuestions, previewImport } from "#app/assessment/exchange/bank-import.server.ts";
import { fileOfToken, keepUpload } from "#app/assessment/question-media.server.ts";
import { sweepUnsavedFiles } from "#app/assessment/unsaved-file-sweep.server.ts";
import { mediaKey } from "#app/library/media-key.ts";
import { questionTypes } from "#app/library/question-format.ts";
import { clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { listFiles, storeFile } from "#app/platform/storage.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";
import { questionIn, sharedBank } from "#tests/builders/banks.ts";
import { learner, trainer } from "#tests/builders/people.ts";
import { sentFile } from "#tests/builders/sent-files.ts";
import { zipBytes } from "#tests/builders/zip-bytes.ts";

const choices = { language: "en" as const, category: "Imported" };
const newKey = { ...choices, collision: "new-key" as const };
const gift = (text: string) => ({ name: "bank.gift", bytes: Buffer.from(text) });
const twoQuestions = "// [id:K1]\nThe sun is hot.{T}\n\n// [id:K2]\nWhich?{=a ~b}\n\nOnly a text.\n";

async function previewed(actor: Actor, bankId: string, file: { name: string; bytes: Uint8Array }) {
  const { preview } = await previewImport(actor, bankId, await sentFile(file.name, file.bytes), choices);
  if (!preview) throw new Error("The file was refused.");
  return preview;
}

const keysIn = async (actor: Actor, bankId: string) =>
  (await searchBank(actor, bankId, readBankFilter(new URLSearchParams()), "en")).rows.map(({ key }) => key);

test("a trainer sees what a file holds and what is left out before anything is saved, then imports it", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const preview = await previewed(ana, bank, gift(twoQuestions));
  expect(preview).toMatchObject({
    format: "gift",
    questions: [
      { key: "K1", type: "truefalse", standing: "new", category: "Imported" },
      { key: "K2", type: "single", standing: "new" },
    ],
    leftOut: [{ name: "Only a text.", reason: { key: "exchange.leftDescription" } }],
  });
  expect(await keysIn(ana, bank)).toEqual([]);
  expect(await importQuestions(ana, bank, preview.token, newKey)).toEqual({ added: 2, changed: 0, same: 0 });
  expect(await keysIn(ana, bank)).toEqual(["K1", "K2"]);
  await expect(importQuestions(ana, bank, preview.token, newKey)).rejects.toThrow(NotFoundError);
});

test("what is there already is passed over; what has changed gets a key of its own or becomes a new version", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const first = await previewed(ana, bank, gift(twoQuestions));
  await importQuestions(ana, bank, first.token, newKey);
  const changed = gift(twoQuestions.replace("hot", "warm"));

  const second = await previewed(ana, bank, changed);
  expect(second.questions.map(({ standing }) => standing)).toEqual(["taken", "same"]);
  expect(await importQuestions(ana, bank, second.token, newKey)).toEqual({ added: 1, changed: 0, same: 1 });
  expect(await keysIn(ana, bank)).toEqual(["K1", "K1-2", "K2"]);
  const third = await previewed(ana, bank, changed);
  expect(third.questions.map(({ standing }) => standing)).toEqual(["same", "same"]);

  const fourth = await previewed(ana, bank, gift(twoQuestions.replace("hot", "bright")));
  const outcome = await importQuestions(ana, bank, fourth.token, { ...choices, collision: "new-version" });
  expect(outcome).toEqual({ added: 0, changed: 1, same: 1 });
  const { id } = await db.bankQuestion.findFirstOrThrow({ where: { bankId: bank, key: "K1" } });
  const { question } = await getBankQuestion(ana, bank, id);
  expect(question.stored.texts.get("en")?.q).toBe("The sun is bright.");
});

test("a bank that is exported and imported elsewhere is the same bank", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  for (const type of questionTypes)
    await questionIn(ana, bank, type, { key: `K-${type}`, category: `Types/${type}` });
  const { bytes, fileName } = await exportBank(ana, bank, "own", "en");
  const other = await sharedBank(ana, "Another bank");
  const preview = await previewed(ana, other, { name: fileName, bytes });
  expect(preview.leftOut).toEqual([]);
  await importQuestions(ana, other, preview.token, newKey);
  const contents = (bankId: string) =>
    db.bankQuestion.findMany({
      where: { bankId },
      orderBy: { key: "asc" },
      select: {
        key: true,
        category: { select: { path: true } },
        currentVersion: { select: { contentHash: true } },
      },
    });
  expect(await contents(other)).toEqual(await contents(bank));
});

test("nothing of an import that fails is saved", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const preview = await previewed(ana, bank, gift(twoQuestions));
  await db.bankEditor.deleteMany({ where: { bankId: bank } });
  await expect(importQuestions(ana, bank, preview.token, newKey)).rejects.toThrow(ForbiddenError);
  expect(await db.bankQuestion.count({ where: { bankId: bank } })).toBe(0);
});

test("a bank is imported into by those who may change it, exported by those who may look at it", async () => {
  const [ana, other, pupil] = [await trainer(), await trainer(), await learner()];
  const bank = await sharedBank(ana);
  await questionIn(ana, bank, "branching", { key: "K1" });
  const sent = await sentFile("bank.gift", twoQuestions);
  await expect(previewImport(other, bank, sent, choices)).rejects.toThrow(ForbiddenError);
  await expect(exportBank(pupil, bank, "own", "en")).rejects.toThrow(ForbiddenError);
  const { token } = await previewed(ana, bank, gift(twoQuestions));
  const others = await sharedBank(other);
  await expect(importQuestions(other, others, token, newKey)).rejects.toThrow(NotFoundError);
  const { formats } = await exportPreview(other, bank, "en");
  expect(formats.find(({ format }) => format === "gift")?.notWritten).toMatchObject([{ name: "K1" }]);
  expect(formats.find(({ format }) => format === "own")?.notWritten).toEqual([]);
});

/** Our own form with one question. */
function bankOfOne(structure: object, texts: object, media: object[] = []) {
  const question = { category: "", isRetired: false, structure, texts, media };
  return JSON.stringify({ format: "sigurna-questions", version: 1, categories: [], questions: [question] });
}

const ownFile = (structure: object, texts: object) => ({
  name: "bank.json",
  bytes: Buffer.from(bankOfOne(structure, texts)),
});

const single = { id: "Q1", type: "single", options: ["a", "b"], answer: "a" };
const asked = { q: "Which?", options: { a: "One", b: "Two" } };

test.each([
  ["an answer that is no option", { ...single, answer: "c" }, asked, "faults.partUnknown"],
  ["answers that say the same", single, { ...asked, options: { a: "One", b: "one " } }, "faults.sameWords"],
  ["an answer without a text", single, { ...asked, options: { a: "One" } }, "faults.textMissing"],
])("%s is told before anything is saved", async (_, structure, text, key) => {
  const ana = await trainer();
  const preview = await previewed(ana, await sharedBank(ana), ownFile(structure, { en: text }));
  expect(preview).toMatchObject({ questions: [], leftOut: [{ name: "Q1", reason: { key } }] });
});

test("an unfinished translation is imported and told", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const texts = { en: asked, "sr-Cyrl": { q: "Шта?", options: { a: "Једно" } } };
  const preview = await previewed(ana, bank, ownFile(single, texts));
  expect(preview.questions[0]?.notes).toEqual([
    { key: "exchange.noteUnfinished", values: { language: "sr-Cyrl", count: 1 } },
  ]);
  await importQuestions(ana, bank, preview.token, newKey);
  expect(await keysIn(ana, bank)).toEqual(["Q1"]);
});

test("what is said to those who chose true or false is kept", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const preview = await previewed(
    ana,
    bank,
    gift("// [id:K1]\nThe sun is cold.{F#It is hot.#Right, it is hot.}"),
  );
  await importQuestions(ana, bank, preview.token, newKey);
  const { id } = await db.bankQuestion.findFirstOrThrow({ where: { bankId: bank } });
  const { question } = await getBankQuestion(ana, bank, id);
  expect(question.stored.texts.get("en")?.optionWhy).toEqual({
    true: "It is hot.",
    false: "Right, it is hot.",
  });
});

test("a list of curriculum items is recognised; its lessons are categories", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const items = readFileSync(join(import.meta.dirname, "../../fixtures/curriculum-items.json"));
  const preview = await previewed(ana, bank, { name: "items.json", bytes: items });
  expect(preview.format).toBe("curriculum");
  expect(preview.leftOut).toEqual([]);
  expect(preview.questions).toHaveLength(138);
  expect(preview.questions[0]).toMatchObject({ key: "C1L1-1", category: "Course 1/Lesson 1" });
  expect(await importQuestions(ana, bank, preview.token, newKey)).toMatchObject({ added: 138 });
});

const drawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20"/></svg>',
);

function withPicture(content: Buffer, structure: object = single, text: object = asked) {
  const medium = { name: "map.svg", file: "media/map.svg" };
  const texts = { en: { ...text, context: "![Map of help](map.svg)" } };
  return {
    name: "bank.zip",
    bytes: zipBytes([
      { name: "sigurna-questions.json", content: bankOfOne(structure, texts, [medium]) },
      { name: medium.file, content },
    ]),
  };
}

test("a picture in SVG, which may hold script, is drawn as PNG; the description stays, and it is told", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const preview = await previewed(ana, bank, withPicture(drawing));
  expect(preview.questions[0]?.notes).toEqual([{ key: "exchange.noteDrawn", values: {} }]);
  await importQuestions(ana, bank, preview.token, newKey);
  const { id } = await db.bankQuestion.findFirstOrThrow({ where: { bankId: bank } });
  const { question } = await getBankQuestion(ana, bank, id);
  expect(question.stored.texts.get("en")?.context).toBe("![Map of help](map.png)");
  expect(question.stored.media).toMatchObject([{ name: "map.png", contentType: "image/png" }]);
  const [again] = (await previewed(ana, bank, withPicture(drawing))).questions;
  expect(again?.standing).toBe("same");
});

test("a picture in SVG that cannot be drawn is told, and leaves out a question that asks about it", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const faulty = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>');
  const { questions } = await previewed(ana, bank, withPicture(faulty));
  expect(questions[0]?.notes).toEqual([{ key: "exchange.noteNotDrawn", values: { name: "map.svg" } }]);
  const { structure, text } = everyQuestion.hotspot;
  const { leftOut } = await previewed(
    ana,
    bank,
    withPicture(faulty, { ...structure, image: "map.svg" }, text),
  );
  expect(leftOut).toMatchObject([{ reason: { key: "exchange.leftNoPicture" } }]);
});

test("a picture in SVG that a course has brought here stays as it is", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  await storeFile(mediaKey(createHash("sha256").update(drawing).digest("hex")), drawing);
  expect((await previewed(ana, bank, withPicture(drawing))).questions[0]?.notes).toEqual([]);
});

test("files that nobody saved or imported go after a day", async () => {
  const ana = await trainer();
  const bank = await sharedBank(ana);
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const other = Buffer.concat([png, Buffer.from("00", "hex")]);
  const upload = await keepUpload(await sentFile("a.png", png));
  const saved = await keepUpload(await sentFile("b.png", other));
  await previewed(ana, bank, gift(twoQuestions));
  const questionId = await questionIn(ana, bank);
  const version = await db.questionVersion.findFirstOrThrow({ where: { questionId } });
  if (!saved.file) throw new Error("The picture was refused.");
  await db.questionMedia.create({ data: { versionId: version.id, ...saved.file } });
  const kept = async () => {
    const keys: string[] = [];
    for await (const { key } of listFiles("media")) keys.push(key);
    for await (const { key } of listFiles("imports")) keys.push(key);
    return keys;
  };
  const before = await kept();
  await sweepUnsavedFiles();
  expect(await kept()).toEqual(before);
  const { now } = clock;
  clock.now = () => new Date(now().getTime() + days(2));
  try {
    await sweepUnsavedFiles();
  } finally {
    clock.now = now;
  }
  const after = await kept();
  expect(after).toContain(mediaKey(saved.file.sha256));
  expect(after).not.toContain(mediaKey(upload.file?.sha256 ?? ""));
  expect(after.filter((key) => key.startsWith("imports/"))).toEqual([]);
  expect(await fileOfToken(upload.token ?? "")).toBeNull();
});
