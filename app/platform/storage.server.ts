import { createHash } from "node:crypto";
import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";

import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

import { env } from "./env.server.ts";

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
