import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

/** The category of a bank with this path, made if there is none; returns its id. */
export async function ensureCategory(tx: Transaction, bankId: string, path: string): Promise<string> {
  const { id } = await tx.questionCategory.upsert({
    where: { bankId_path: { bankId, path } },
    update: {},
    create: { id: newId(), bankId, path },
  });
  return id;
}
