import { expect, test } from "vitest";

import { searchBank } from "#app/assessment/bank-search.server.ts";
import { readBankFilter } from "#app/assessment/bank-filter.ts";
import { getBankQuestion } from "#app/assessment/bank-question.server.ts";
import { exportBank, exportPreview } from "#app/assessment/exchange/bank-export.server.ts";
import { importQuestions, previewImport } from "#app/assessment/exchange/bank-import.server.ts";
import { questionTypes } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import type { Actor } from "#app/identity/actor.ts";
import { questionIn, sharedBank } from "#tests/builders/banks.ts";
import { learner, trainer } from "#tests/builders/people.ts";

const choices = { language: "en" as const, category: "Imported" };
const newKey = { ...choices, collision: "new-key" as const };
const gift = (text: string) => ({ name: "bank.gift", bytes: Buffer.from(text) });
const twoQuestions = "// [id:K1]\nThe sun is hot.{T}\n\n// [id:K2]\nWhich?{=a ~b}\n\nOnly a text.\n";

async function previewed(actor: Actor, bankId: string, file: { name: string; bytes: Uint8Array }) {
  const { preview } = await previewImport(actor, bankId, file, choices);
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
  await expect(previewImport(other, bank, gift(twoQuestions), choices)).rejects.toThrow(ForbiddenError);
  await expect(exportBank(pupil, bank, "own", "en")).rejects.toThrow(ForbiddenError);
  const { token } = await previewed(ana, bank, gift(twoQuestions));
  const others = await sharedBank(other);
  await expect(importQuestions(other, others, token, newKey)).rejects.toThrow(NotFoundError);
  const { formats } = await exportPreview(other, bank, "en");
  expect(formats.find(({ format }) => format === "gift")?.notWritten).toMatchObject([{ name: "K1" }]);
  expect(formats.find(({ format }) => format === "own")?.notWritten).toEqual([]);
});
