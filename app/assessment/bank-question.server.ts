import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import type { Question, QuestionText } from "#app/library/question-format.ts";
import { mediaOfQuestion } from "#app/library/question-media.ts";
import { clock, seconds } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";

import { requireBank, requireChangeableBank } from "./bank.server.ts";
import { whichAreUsed } from "./bank-uses.server.ts";
import { ensureCategory } from "./categories.server.ts";
import { addQuestionVersions, type QuestionContent, questionHashes } from "./question-version.server.ts";
import { getQuestionVersion, type QuestionFile, type StoredQuestion } from "./stored-question.server.ts";
import { keepSources } from "./translated-question.server.ts";

/** A question of a bank in its current version. */
export type BankQuestion = {
  id: string;
  key: string;
  category: string;
  isRetired: boolean;
  /** Its course's folder brings it. */
  isFromFolder: boolean;
  stored: StoredQuestion;
};

/** A question of a bank the actor may look at. Throws like `requireBank`, and NotFoundError. */
export async function getBankQuestion(
  actor: Actor,
  bankId: string,
  questionId: string,
  client: Transaction = db,
) {
  const bank = await requireBank(actor, bankId, client);
  return { bank, question: await bankQuestion(bankId, questionId, client) };
}

async function bankQuestion(bankId: string, questionId: string, client: Transaction): Promise<BankQuestion> {
  const row = await client.bankQuestion.findFirst({
    where: { id: questionId, bankId },
    include: { category: { select: { path: true } } },
  });
  if (!row?.currentVersionId) throw new NotFoundError();
  return {
    id: row.id,
    key: row.key,
    category: row.category.path,
    isRetired: row.retiredAt !== null,
    isFromFolder: row.folderHash !== null && row.folderHash !== "",
    stored: await getQuestionVersion(row.currentVersionId, client),
  };
}

export type NewQuestion = {
  /** Empty for the next free one. */
  key: string;
  category: string;
  structure: Question;
  texts: ReadonlyMap<Language, QuestionText>;
  files: QuestionFile[];
};

/** Adds a question to a bank and returns its id. Throws like `addQuestions`. */
export async function addQuestion(actor: Actor, bankId: string, given: NewQuestion): Promise<string> {
  const [id] = await addQuestions(actor, bankId, [given]);
  return id as string;
}

/**
 * Adds questions to a bank, all or none, and returns their ids in order. Throws ConflictError when a key is taken; like
 * `requireChangeableBank`.
 */
export async function addQuestions(actor: Actor, bankId: string, given: NewQuestion[]): Promise<string[]> {
  return serializable((tx) => addQuestionsIn(tx, actor, bankId, given), longest);
}

/** The same in a caller's transaction. Serializable callers only: keys are looked for and counted. */
export async function addQuestionsIn(
  tx: Transaction,
  actor: Actor,
  bankId: string,
  given: NewQuestion[],
): Promise<string[]> {
  await requireChangeableBank(actor, bankId, tx);
  const keys = await keysFor(tx, bankId, given);
  const categoryIds = new Map<string, string>();
  for (const path of new Set(given.map(({ category }) => category))) {
    categoryIds.set(path, await ensureCategory(tx, bankId, path));
  }
  const createdAt = clock.now();
  const rows = given.map(({ category }, index) => ({
    id: newId(),
    bankId,
    categoryId: categoryIds.get(category) as string,
    key: keys[index] as string,
    createdAt,
  }));
  await tx.bankQuestion.createMany({ data: rows });
  const changes = given.map(({ structure, texts, files }, index) => {
    const { id, key } = rows[index] as (typeof rows)[number];
    return { questionId: id, content: contentOf(structure, key, texts, files) };
  });
  await addQuestionVersions(tx, changes, actor.id);
  for (const { id, key } of rows) {
    await recordAudit(tx, actor, "question.made", `question:${id}`, { bank: bankId, key });
  }
  return rows.map(({ id }) => id);
}

/** A whole bank may be brought in. */
const longest = seconds(60);

/** The keys given, and the next free ones in place of empty ones. Throws ConflictError. */
async function keysFor(tx: Transaction, bankId: string, given: NewQuestion[]): Promise<string[]> {
  const rows = await tx.bankQuestion.findMany({ where: { bankId }, select: { key: true } });
  const taken = new Set(rows.map(({ key }) => key));
  for (const { key } of given.filter((question) => question.key !== "")) {
    if (taken.has(key)) throw new ConflictError("bank.keyTaken", { key });
    taken.add(key);
  }
  let last = Math.max(0, ...[...taken].map((key) => Number(/^Q(\d{1,9})$/.exec(key)?.[1] ?? 0)));
  return given.map(({ key }) => key || `Q${(last += 1)}`);
}

/** What a question consists of, with only those files that it names. */
export function contentOf(
  structure: Question,
  key: string,
  texts: ReadonlyMap<Language, QuestionText>,
  files: QuestionFile[],
): QuestionContent {
  const question = { ...structure, id: key };
  const named = mediaOfQuestion(question, [...texts.values()]);
  return { question, texts, media: files.filter(({ name }) => named.includes(name)) };
}

export type Saved =
  | { kind: "saved"; isNewVersion: boolean }
  /** Somebody else has saved meanwhile: nothing was written. */
  | { kind: "overtaken"; current: StoredQuestion };

export type QuestionEdit = {
  /** The version that the change was made on. */
  versionId: string;
  /** Where the question belongs; left out where it stays. */
  category?: string;
  /** What it becomes, out of what it is. */
  change: (current: BankQuestion) => QuestionContent;
};

/**
 * Changes a question. A version that was asked, or that a quiz may ask, stays, and a new one follows it; else the change
 * takes its place. Throws like `requireChangeableBank`, and NotFoundError.
 */
export async function saveQuestion(
  actor: Actor,
  bankId: string,
  questionId: string,
  { versionId, category, change }: QuestionEdit,
): Promise<Saved> {
  // Serializable: two may save on the same version, of whom the second is told; versions are counted.
  return serializable(async (tx) => {
    await requireChangeableBank(actor, bankId, tx);
    const current = await bankQuestion(bankId, questionId, tx);
    if (current.stored.versionId !== versionId) return { kind: "overtaken", current: current.stored };
    if (category !== undefined && category !== current.category) {
      const categoryId = await ensureCategory(tx, bankId, category);
      await tx.bankQuestion.update({ where: { id: questionId }, data: { categoryId } });
    }
    const used = await whichAreUsed(tx, [questionId]);
    const isNewVersion = await writeContent({ tx, actor, used }, current, change(current));
    return { kind: "saved", isNewVersion };
  });
}

/** Writes what a question becomes, if it differs; whether as a new version. Serializable callers only. */
export async function writeContent(
  { tx, actor, used }: { tx: Transaction; actor: Actor; used: ReadonlySet<string> },
  { id, stored }: BankQuestion,
  content: QuestionContent,
): Promise<boolean> {
  const [before, after] = await questionHashes(tx, [contentOfStored(stored), content]);
  if (before === after) return false;
  const isUsed = used.has(id);
  // Nothing refers to a version that was never asked.
  if (!isUsed) await tx.questionVersion.delete({ where: { id: stored.versionId } });
  await addQuestionVersions(tx, [{ questionId: id, content }], actor.id);
  await keepSources(tx, stored, content.texts);
  await recordAudit(tx, actor, "question.changed", `question:${id}`, {
    version: isUsed ? stored.number + 1 : stored.number,
  });
  return isUsed;
}

export function contentOfStored({ question, texts, media }: StoredQuestion): QuestionContent {
  return { question, texts, media };
}
