import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { clock } from "#app/platform/clock.ts";
import { serializable } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { requireChangeableBank } from "./bank.server.ts";
import { contentOfStored, getBankQuestion } from "./bank-question.server.ts";
import { ensureCategory } from "./categories.server.ts";
import { freeKey } from "./free-key.ts";
import { addQuestionVersions } from "./question-version.server.ts";

/**
 * Copies a question, in its current version, into a bank the actor may change, which may be its own; returns the copy's
 * id. Throws like `getBankQuestion` and `requireChangeableBank`.
 */
export async function duplicateQuestion(
  actor: Actor,
  bankId: string,
  questionId: string,
  targetId: string,
): Promise<string> {
  return serializable(async (tx) => {
    await requireChangeableBank(actor, targetId, tx);
    const { question } = await getBankQuestion(actor, bankId, questionId, tx);
    const keys = await tx.bankQuestion.findMany({ where: { bankId: targetId }, select: { key: true } });
    const key = freeKey(question.key, new Set(keys.map((row) => row.key)));
    const id = newId();
    const categoryId = await ensureCategory(tx, targetId, question.category);
    await tx.bankQuestion.create({ data: { id, bankId: targetId, categoryId, key, createdAt: clock.now() } });
    const content = contentOfStored(question.stored);
    const copy = { ...content, question: { ...content.question, id: key } };
    await addQuestionVersions(tx, [{ questionId: id, content: copy }], actor.id);
    await recordAudit(tx, actor, "question.duplicated", `question:${id}`, { of: questionId, key });
    return id;
  });
}
