import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { openSigned, signed } from "#app/platform/secret.server.ts";
import { deleteFile, hasFile, readFile, storeFile } from "#app/platform/storage.server.ts";

/** Between the list of what a file holds and the word to import it, the file is kept; the token is our word for it. */

const secretName = "question-import";
const kept = z.object({ actorId: z.string(), bankId: z.string(), sha256: z.string(), name: z.string() });

export const importFolder = "imports";
const keyOf = (sha256: string) => `${importFolder}/${sha256}`;

export type ImportFile = { name: string; bytes: Uint8Array };

export async function keepImport(actor: Actor, bankId: string, { name, bytes }: ImportFile): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await storeFile(keyOf(sha256), bytes);
  const statement = { actorId: actor.id, bankId, sha256, name: name.slice(0, 200) };
  return signed(secretName, Buffer.from(JSON.stringify(statement)));
}

/** The file of a token that this person was given for this bank. Throws NotFoundError for any other. */
export async function keptImport(
  actor: Actor,
  bankId: string,
  token: string,
): Promise<ImportFile & { sha256: string }> {
  const statement = await openSigned(secretName, token);
  const file = statement && kept.safeParse(JSON.parse(statement.toString("utf8"))).data;
  if (!file || file.actorId !== actor.id || file.bankId !== bankId) throw new NotFoundError();
  if (!(await hasFile(keyOf(file.sha256)))) throw new NotFoundError();
  return { name: file.name, sha256: file.sha256, bytes: await readFile(keyOf(file.sha256)) };
}

export async function forgetImport(sha256: string): Promise<void> {
  await deleteFile(keyOf(sha256));
}

/** Runs `work` with the file on the disk, where archives are read from. */
export async function onDisk<Result>(
  { name, bytes }: ImportFile,
  work: (file: { path: string; name: string }) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "question-import-"));
  try {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    return await work({ path, name });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
