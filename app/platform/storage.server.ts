import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

import { env } from "./env.server.ts";
import type { ByteSpan, FileStore, KeptFile } from "./file-store.ts";
import { newId } from "./id.ts";
import { localStore } from "./local-store.server.ts";
import { objectStore } from "./object-store.server.ts";

let chosen: FileStore | undefined;
let onDisk: FileStore | undefined;

/** The store of files that belong to people or courses: a bucket where one is set, else a folder. */
function store(): FileStore {
  const { STORAGE_S3_URL: url, STORAGE_S3_REGION: region } = env();
  const { STORAGE_S3_KEY_ID: keyId, STORAGE_S3_SECRET: secret } = env();
  chosen ??= url ? objectStore({ url, region, keyId, secret }) : disk();
  return chosen;
}

function disk(): FileStore {
  onDisk ??= localStore(filesDirectory());
  return onDisk;
}

/** Where a stream is written until it is whole: on this machine's disk, whatever the store is. */
const incomingFolder = "incoming";

function storeOf(key: string): FileStore {
  return key.startsWith(`${incomingFolder}/`) ? disk() : store();
}

/** Stores bytes under a key and returns their SHA-256 in hex. */
export async function storeFile(key: string, bytes: Uint8Array): Promise<string> {
  await store().put(key, bytes);
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Stores a stream under a key: all of it or nothing, whoever reads meanwhile and whenever the process is killed.
 * Returns its size.
 */
export async function storeStream(key: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const incoming = await incomingPath();
  try {
    const written = createWriteStream(incoming);
    await pipeline(content, written);
    await store().takeOver(key, incoming, written.bytesWritten);
    return written.bytesWritten;
  } catch (error) {
    await rm(incoming, { force: true });
    throw error;
  }
}

/**
 * A path on this machine's disk for a file that is to be looked at before it is stored: `takeOverFile` or delete it.
 * What a killed process leaves there is among `listFiles`.
 */
export async function incomingPath(): Promise<string> {
  const path = join(filesDirectory(), incomingFolder, newId());
  await mkdir(dirname(path), { recursive: true });
  return path;
}

/** Stores a file of `incomingPath` under a key; it is gone from its path then. */
export function takeOverFile(key: string, path: string, bytes: number): Promise<void> {
  return store().takeOver(key, path, bytes);
}

/** Every file below a folder of keys, and what killed processes left behind while they stored streams. */
export async function* listFiles(folder: string): AsyncIterable<KeptFile> {
  yield* store().list(folder);
  yield* disk().list(incomingFolder);
}

/** The bytes of a file, or a part of it, as a stream. */
export function readStream(key: string, span?: ByteSpan): Promise<Readable> {
  return storeOf(key).read(key, span);
}

/** The whole of a file that is small enough. */
export async function readFile(key: string): Promise<Buffer> {
  return buffer(await readStream(key));
}

export function hasFile(key: string): Promise<boolean> {
  return storeOf(key).has(key);
}

/** Nothing happens when there is no such file. */
export function deleteFile(key: string): Promise<void> {
  return storeOf(key).delete(key);
}

/** Whether files can be kept; of a bucket, whether it answers to our key. */
export async function isStorageWritable(): Promise<boolean> {
  return (await disk().isUsable()) && (await store().isUsable());
}

function filesDirectory() {
  return join(env().DATA_DIR, "files");
}
