import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import { requireChangeableBank } from "./bank.server.ts";
import { contentOfStored, getBankQuestion } from "./bank-question.server.ts";
import { addQuestionVersions } from "./question-version.server.ts";
import { getQuestionVersion, getQuestionVersions, type StoredQuestion } from "./stored-question.server.ts";
import { type VersionChange, versionChanges } from "./version-changes.ts";

export type VersionSummary = {
  versionId: string;
  number: number;
  createdAt: Date;
  /** Null for what a course's folder brought. */
  author: string | null;
  /** In how many attempts it was asked. */
  asked: number;
  isCurrent: boolean;
  /** Against the version before; null for the first. */
  changes: VersionChange[] | null;
};

/** The versions of a question, newest first. Throws like `getBankQuestion`. */
export async function listVersions(actor: Actor, bankId: string, questionId: string) {
  const { bank, question } = await getBankQuestion(actor, bankId, questionId);
  const rows = await db.questionVersion.findMany({
    where: { questionId },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      _count: { select: { askedIn: true } },
    },
  });
  const stored = await getQuestionVersions(rows.map(({ id }) => id));
  const versions: VersionSummary[] = rows.map((row, index) => {
    const before = stored[index - 1];
    const after = stored[index] as StoredQuestion;
    return {
      versionId: row.id,
      number: row.number,
      createdAt: row.createdAt,
      author: row.createdBy?.name ?? null,
      asked: row._count.askedIn,
      isCurrent: row.id === question.stored.versionId,
      changes: before ? versionChanges(contentOfStored(before), contentOfStored(after)) : null,
    };
  });
  return { bank, question, versions: versions.reverse() };
}

/**
 * Makes an older version the current one again, as a new version. Throws NotFoundError, and like
 * `requireChangeableBank`.
 */
export async function restoreVersion(
  actor: Actor,
  bankId: string,
  questionId: string,
  number: number,
): Promise<void> {
  await serializable(async (tx) => {
    await requireChangeableBank(actor, bankId, tx);
    const { question } = await getBankQuestion(actor, bankId, questionId, tx);
    const row = await tx.questionVersion.findUnique({ where: { questionId_number: { questionId, number } } });
    if (!row) throw new NotFoundError();
    if (row.id === question.stored.versionId) return;
    const content = contentOfStored(await getQuestionVersion(row.id, tx));
    const restored = { ...content, question: { ...content.question, id: question.key } };
    await addQuestionVersions(tx, [{ questionId, content: restored }], actor.id);
    await recordAudit(tx, actor, "question.versionRestored", `question:${questionId}`, { version: number });
  });
}
