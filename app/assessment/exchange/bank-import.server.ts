import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { PackageRefusedError } from "#app/library/package-refusal.ts";
import { clock, seconds } from "#app/platform/clock.ts";
import { serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";
import { portions } from "#app/platform/portions.ts";

import { requireChangeableBank } from "../bank.server.ts";
import { getBankQuestion, writeContent } from "../bank-question.server.ts";
import { whichAreUsed } from "../bank-uses.server.ts";
import { ensureCategory } from "../categories.server.ts";
import { addQuestionVersions, type QuestionChange, questionHashes } from "../question-version.server.ts";
import { type ExchangeFormat, type LeftOut, sentence, type Sentence } from "./exchange.ts";
import { maxQuestionFileBytes } from "./exchange-limits.ts";
import {
  forgetImport,
  type ImportFile,
  keepImport,
  keptImport,
  onDisk,
  withKept,
} from "./import-upload.server.ts";
import { readSettings } from "./read-settings.server.ts";
import { readApart } from "./reading-apart.server.ts";
import type { ReadyQuestion } from "./ready-question.server.ts";

/** What happens to a question whose key another one of the bank has: a key of its own, or a new version of that one. */
export const collisions = ["new-key", "new-version"] as const;
export const importForm = z.object({ collision: z.enum(collisions).default("new-key") });
export type Collision = (typeof collisions)[number];

/** `category`: of questions that the file puts into none. */
export type ImportChoices = { language: Language; category: string };

/** new; same: it is there already; taken: its key belongs to another question, or to this one as it was. */
type Standing = "new" | "same" | "taken";

export type ImportPreview = {
  token: string;
  format: ExchangeFormat;
  notes: Sentence[];
  questions: {
    name: string;
    key: string;
    type: string;
    category: string;
    standing: Standing;
    notes: Sentence[];
  }[];
  leftOut: LeftOut[];
};

/**
 * What a file holds and what would become of it; nothing is saved but the file itself, until it is imported. Throws like
 * `requireChangeableBank`; `refusal` is why the file is not taken.
 */
export async function previewImport(
  actor: Actor,
  bankId: string,
  file: ImportFile,
  choices: ImportChoices,
): Promise<{ preview: ImportPreview; refusal: null } | { preview: null; refusal: Sentence }> {
  await requireChangeableBank(actor, bankId);
  if (file.isTooLarge) {
    return {
      preview: null,
      refusal: sentence("exchange.refusedTooLarge", { limit: maxQuestionFileBytes / 1024 ** 2 }),
    };
  }
  try {
    const { format, notes, ready, leftOut } = await read(file, choices, false);
    const standings = await serializable((tx) => standingsOf(tx, bankId, ready), longest);
    const questions = ready.map(({ name, category, content, notes: own }, index) => ({
      name,
      key: content.question.id,
      type: content.question.type,
      category,
      standing: standings[index]?.standing ?? "new",
      notes: own,
    }));
    const token = await keepImport(actor, bankId, file);
    return { preview: { token, format, notes, questions, leftOut }, refusal: null };
  } catch (error) {
    if (error instanceof PackageRefusedError) return { preview: null, refusal: error.refusal };
    throw error;
  }
}

/** The same for a table that was pasted. */
export function previewPasted(actor: Actor, bankId: string, table: string, choices: ImportChoices) {
  return onDisk("table.csv", [Buffer.from(table)], (file) => previewImport(actor, bankId, file, choices));
}

export type Imported = { added: number; changed: number; same: number };

/**
 * Imports the file of a preview: all of its questions or, when something fails, none. Those that are there already are
 * passed over, so importing twice is harmless. Throws like `requireChangeableBank`, and NotFoundError for a token that
 * is not the actor's or whose file was imported, and ConflictError for one that cannot be read now.
 */
export async function importQuestions(
  actor: Actor,
  bankId: string,
  token: string,
  { collision, ...choices }: ImportChoices & { collision: Collision },
): Promise<Imported> {
  await requireChangeableBank(actor, bankId);
  const file = await keptImport(actor, bankId, token);
  const { format, ready } = await withKept(file, (kept) => read(kept, choices, true)).catch(asConflict);
  const imported = await saveReady(actor, bankId, ready, { format, collision });
  await forgetImport(file.sha256);
  return imported;
}

function read({ path, name }: ImportFile, { language, category }: ImportChoices, isKept: boolean) {
  return readApart({ path, name, settings: readSettings(language), category, isKept });
}

/** It was read for the preview: most likely the server had less time for it now. */
function asConflict(error: unknown): never {
  if (error instanceof PackageRefusedError) throw new ConflictError(error.refusal.key, error.refusal.values);
  throw error;
}

/** Many versions may have to be compared and written. */
const longest = seconds(60);

/** All or nothing. Serializable: keys are looked up and then taken, versions are counted. */
export function saveReady(
  actor: Actor,
  bankId: string,
  ready: ReadyQuestion[],
  { format, collision }: { format: ExchangeFormat; collision: Collision },
): Promise<Imported> {
  return serializable(async (tx) => {
    await requireChangeableBank(actor, bankId, tx);
    const standings = await standingsOf(tx, bankId, ready);
    const used = await whichAreUsed(
      tx,
      standings.flatMap(({ questionId }) => questionId ?? []),
    );
    const result: Imported = { added: 0, changed: 0, same: 0 };
    const added: { question: ReadyQuestion; key: string }[] = [];
    for (const [index, question] of ready.entries()) {
      const { standing, questionId, freeKey, key } = standings[index] as QuestionStanding;
      if (standing === "same") result.same += 1;
      else if (standing === "taken" && collision === "new-version" && questionId) {
        const { question: present } = await getBankQuestion(actor, bankId, questionId, tx);
        await writeContent({ tx, actor, used }, present, question.content);
        result.changed += 1;
      } else added.push({ question, key: standing === "taken" ? freeKey : key });
    }
    await addAll(tx, actor, bankId, added);
    result.added = added.length;
    await recordAudit(tx, actor, "questionBank.imported", `bank:${bankId}`, { format, ...result });
    return result;
  }, longest);
}

async function addAll(
  tx: Transaction,
  actor: Actor,
  bankId: string,
  added: { question: ReadyQuestion; key: string }[],
): Promise<void> {
  const categories = new Map<string, string>();
  for (const { question } of added) {
    if (!categories.has(question.category)) {
      categories.set(question.category, await ensureCategory(tx, bankId, question.category));
    }
  }
  const createdAt = clock.now();
  for (const portion of portions(added)) {
    const rows = portion.map(({ question, key }) => ({ id: newId(), question, key }));
    await tx.bankQuestion.createMany({
      data: rows.map(({ id, question, key }) => ({
        id,
        bankId,
        categoryId: categories.get(question.category) as string,
        key,
        createdAt,
        retiredAt: question.isRetired ? createdAt : null,
      })),
    });
    const changes = rows.map(({ id, question, key }): QuestionChange => ({
      questionId: id,
      content: { ...question.content, question: { ...question.content.question, id: key } },
    }));
    await addQuestionVersions(tx, changes, actor.id);
  }
}

type QuestionStanding = { standing: Standing; key: string; freeKey: string; questionId: string | null };

/** By key and content; a question that got a number behind its key at an earlier import is known again by that. */
async function standingsOf(
  tx: Transaction,
  bankId: string,
  ready: ReadyQuestion[],
): Promise<QuestionStanding[]> {
  const rows = await tx.bankQuestion.findMany({
    where: { bankId },
    select: { id: true, key: true, currentVersion: { select: { contentHash: true } } },
  });
  const present = new Map(rows.map((row) => [row.key, row]));
  const taken = new Set([...present.keys(), ...ready.map(({ content }) => content.question.id)]);
  const hashOf = async ({ content }: ReadyQuestion, key: string) =>
    (await questionHashes(tx, [{ ...content, question: { ...content.question, id: key } }]))[0];
  const hashes = await questionHashes(
    tx,
    ready.map(({ content }) => content),
  );
  const standings: QuestionStanding[] = [];
  for (const [index, question] of ready.entries()) {
    const key = question.content.question.id;
    const row = present.get(key);
    if (!row) {
      standings.push({ standing: "new", key, freeKey: key, questionId: null });
      continue;
    }
    let isSame = row.currentVersion?.contentHash === hashes[index];
    let freeKey = key;
    for (let count = 2; !isSame; count += 1) {
      freeKey = `${key}-${count}`;
      const numbered = present.get(freeKey);
      if (!numbered && !taken.has(freeKey)) break;
      if (numbered) isSame = numbered.currentVersion?.contentHash === (await hashOf(question, freeKey));
    }
    taken.add(freeKey);
    standings.push({ standing: isSame ? "same" : "taken", key, freeKey, questionId: row.id });
  }
  return standings;
}
