import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, constants, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

import { env } from "./env.server.ts";
import { newId } from "./id.ts";

let disk: Disk | undefined;

/** The store of files that belong to people or courses; keys are paths with "/". */
export function storage(): Disk {
  disk ??= new Disk(new FSDriver({ location: filesDirectory(), visibility: "private" }));
  return disk;
}

/** Stores bytes under a key and returns their SHA-256 in hex. */
export async function storeFile(key: string, bytes: Uint8Array): Promise<string> {
  await storage().put(key, bytes);
  return createHash("sha256").update(bytes).digest("hex");
}

/** Where a stream is written until it is whole. */
const incomingFolder = "incoming";

/**
 * Stores a stream under a key: all of it or nothing, whoever reads meanwhile and whenever the process is killed.
 * Returns its size.
 */
export async function storeStream(key: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const incoming = join(filesDirectory(), incomingFolder, newId());
  const target = join(filesDirectory(), key);
  await mkdir(dirname(incoming), { recursive: true });
  await mkdir(dirname(target), { recursive: true });
  try {
    const written = createWriteStream(incoming);
    await pipeline(content, written);
    await rename(incoming, target);
    return written.bytesWritten;
  } catch (error) {
    await rm(incoming, { force: true });
    throw error;
  }
}

export type KeptFile = { key: string; modifiedAt: Date };

/** Every file below a folder of keys, and what killed processes left behind while they stored streams. */
export async function* listFiles(folder: string): AsyncIterable<KeptFile> {
  for (const prefix of [folder, incomingFolder]) {
    let paginationToken: string | undefined;
    do {
      const page = await storage().listAll(prefix, {
        recursive: true,
        ...(paginationToken ? { paginationToken } : {}),
      });
      for (const object of page.objects) {
        if (!object.isFile) continue;
        const { lastModified } = await object.getMetaData();
        yield { key: object.key, modifiedAt: lastModified };
      }
      paginationToken = page.paginationToken;
    } while (paginationToken);
  }
}

/** The bytes of a file from `start` to `end`, both included, as a stream. */
export function readStream(key: string, range?: { start: number; end: number }): Readable {
  return createReadStream(join(filesDirectory(), key), range);
}

export async function isStorageWritable(): Promise<boolean> {
  try {
    await mkdir(filesDirectory(), { recursive: true });
    await access(filesDirectory(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function filesDirectory() {
  return join(env().DATA_DIR, "files");
}
