import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { clock, seconds } from "#app/platform/clock.ts";
import { serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";

import { requireChangeableBank } from "./bank.server.ts";
import { contentOfStored, getBankQuestion, writeContent } from "./bank-question.server.ts";
import { whichAreUsed } from "./bank-uses.server.ts";
import { ensureCategory } from "./categories.server.ts";
import { freeKey } from "./free-key.ts";

/**
 * Changes to many questions of a bank at once. Ids of questions that are not in it are passed over; each function
 * returns how many it changed, and throws like `requireChangeableBank`.
 */

/** Many versions may have to be written. */
const longest = seconds(60);

export async function moveQuestions(
  actor: Actor,
  bankId: string,
  ids: string[],
  path: string,
): Promise<number> {
  return changing(actor, bankId, ids, async (tx, present) => {
    const categoryId = await ensureCategory(tx, bankId, path);
    const { count } = await tx.bankQuestion.updateMany({
      where: { id: { in: present } },
      data: { categoryId },
    });
    await recordEach(tx, actor, "question.moved", present, { category: path });
    return count;
  });
}

/** A question that is used gets a new version, as with any change of it. */
export async function tagQuestions(
  actor: Actor,
  bankId: string,
  ids: string[],
  tag: string,
): Promise<number> {
  return retagged(actor, bankId, ids, (tags) => (tags.includes(tag) ? tags : [...tags, tag]));
}

/** The opposite of `tagQuestions`. */
export async function untagQuestions(
  actor: Actor,
  bankId: string,
  ids: string[],
  tag: string,
): Promise<number> {
  return retagged(actor, bankId, ids, (tags) => tags.filter((one) => one !== tag));
}

/** Retired questions are kept with all that was answered, and not asked any more. */
export async function retireQuestions(actor: Actor, bankId: string, ids: string[]): Promise<number> {
  return changing(actor, bankId, ids, async (tx, present) => {
    const active = await tx.bankQuestion.findMany({ where: { id: { in: present }, retiredAt: null } });
    const { count } = await tx.bankQuestion.updateMany({
      where: { id: { in: active.map(({ id }) => id) } },
      data: { retiredAt: clock.now() },
    });
    await recordEach(
      tx,
      actor,
      "question.retired",
      active.map(({ id }) => id),
    );
    return count;
  });
}

/** The opposite of `retireQuestions`. */
export async function restoreQuestions(actor: Actor, bankId: string, ids: string[]): Promise<number> {
  return changing(actor, bankId, ids, async (tx, present) => {
    const retired = await tx.bankQuestion.findMany({
      where: { id: { in: present }, retiredAt: { not: null } },
    });
    const { count } = await tx.bankQuestion.updateMany({
      where: { id: { in: retired.map(({ id }) => id) } },
      data: { retiredAt: null },
    });
    await recordEach(
      tx,
      actor,
      "question.restored",
      retired.map(({ id }) => id),
    );
    return count;
  });
}

/**
 * Moves questions with their versions to another bank, into categories of the same names. Throws ConflictError for a
 * question that a course's folder brings, which would come back; and like `requireChangeableBank` for either bank.
 */
export async function moveToBank(
  actor: Actor,
  bankId: string,
  ids: string[],
  targetId: string,
): Promise<number> {
  return changing(actor, bankId, ids, async (tx, present) => {
    await requireChangeableBank(actor, targetId, tx);
    const rows = await tx.bankQuestion.findMany({
      where: { id: { in: present } },
      include: { category: { select: { path: true } } },
    });
    const ofFolder = rows.find(({ folderHash }) => folderHash);
    if (ofFolder) throw new ConflictError("bank.folderStays", { key: ofFolder.key });
    const keys = await tx.bankQuestion.findMany({ where: { bankId: targetId }, select: { key: true } });
    const taken = new Set(keys.map(({ key }) => key));
    for (const row of rows) {
      const key = freeKey(row.key, taken);
      taken.add(key);
      const categoryId = await ensureCategory(tx, targetId, row.category.path);
      await tx.bankQuestion.update({ where: { id: row.id }, data: { bankId: targetId, categoryId, key } });
    }
    await recordEach(tx, actor, "question.movedToBank", present, { bank: targetId });
    return rows.length;
  });
}

function retagged(actor: Actor, bankId: string, ids: string[], change: (tags: string[]) => string[]) {
  return changing(actor, bankId, ids, async (tx, present) => {
    const used = await whichAreUsed(tx, present);
    let count = 0;
    for (const id of present) {
      const { question } = await getBankQuestion(actor, bankId, id, tx);
      const content = contentOfStored(question.stored);
      const tags = change(content.question.tags);
      if (tags.join() === content.question.tags.join()) continue;
      await writeContent({ tx, actor, used }, question, {
        ...content,
        question: { ...content.question, tags },
      });
      count += 1;
    }
    return count;
  });
}

async function changing(
  actor: Actor,
  bankId: string,
  ids: string[],
  change: (tx: Transaction, present: string[]) => Promise<number>,
): Promise<number> {
  return serializable(async (tx) => {
    await requireChangeableBank(actor, bankId, tx);
    const present = await tx.bankQuestion.findMany({
      where: { bankId, id: { in: ids } },
      select: { id: true },
    });
    return change(
      tx,
      present.map(({ id }) => id),
    );
  }, longest);
}

async function recordEach(
  tx: Transaction,
  actor: Actor,
  action: string,
  ids: string[],
  detail: Record<string, string> = {},
) {
  for (const id of ids) await recordAudit(tx, actor, action, `question:${id}`, detail);
}
