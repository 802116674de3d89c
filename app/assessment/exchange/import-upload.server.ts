import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { openSigned, signed } from "#app/platform/secret.server.ts";
import type { SentFile } from "#app/platform/sent-form.server.ts";
import { deleteFile, hasFile, incomingPath, readStream, storeStream } from "#app/platform/storage.server.ts";

/** Between the list of what a file holds and the word to import it, the file is kept; the token is our word for it. */

const secretName = "question-import";
const kept = z.object({ actorId: z.string(), bankId: z.string(), sha256: z.string(), name: z.string() });

export const importFolder = "imports";
const keyOf = (sha256: string) => `${importFolder}/${sha256}`;

/** On this machine's disk, where archives are read from. */
export type ImportFile = Pick<SentFile, "name" | "path" | "isTooLarge">;

export async function keepImport(actor: Actor, bankId: string, { name, path }: ImportFile): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest("hex");
  await storeStream(keyOf(sha256), createReadStream(path));
  const statement = { actorId: actor.id, bankId, sha256, name: name.slice(0, 200) };
  return signed(secretName, Buffer.from(JSON.stringify(statement)));
}

/**
 * The name and hash of the file whose token this person was given for this bank. Throws NotFoundError for any other.
 */
export async function keptImport(
  actor: Actor,
  bankId: string,
  token: string,
): Promise<{ name: string; sha256: string }> {
  const statement = await openSigned(secretName, token);
  const file = statement && kept.safeParse(JSON.parse(statement.toString("utf8"))).data;
  if (!file || file.actorId !== actor.id || file.bankId !== bankId) throw new NotFoundError();
  if (!(await hasFile(keyOf(file.sha256)))) throw new NotFoundError();
  return { name: file.name, sha256: file.sha256 };
}

/** Runs `work` with a file that was kept. */
export async function withKept<Result>(
  { name, sha256 }: { name: string; sha256: string },
  work: (file: ImportFile) => Promise<Result>,
): Promise<Result> {
  return onDisk(name, await readStream(keyOf(sha256)), work);
}

export async function forgetImport(sha256: string): Promise<void> {
  await deleteFile(keyOf(sha256));
}

/** Runs `work` with a file of this content. */
export async function onDisk<Result>(
  name: string,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  work: (file: ImportFile) => Promise<Result>,
): Promise<Result> {
  const path = await incomingPath();
  try {
    await pipeline(content, createWriteStream(path));
    return await work({ name, path, isTooLarge: false });
  } finally {
    await rm(path, { force: true });
  }
}
