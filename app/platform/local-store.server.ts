import { createReadStream } from "node:fs";
import { access, constants, mkdir, opendir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

import type { FileStore, KeptFile } from "./file-store.ts";
import { newId } from "./id.ts";

/** Files in a folder of this machine. */
export function localStore(directory: string): FileStore {
  const pathOf = (key: string) => {
    const path = resolve(directory, key);
    if (!path.startsWith(directory + sep)) throw new Error("a key leads out of the store");
    return path;
  };
  const takeOver = async (key: string, path: string) => {
    await mkdir(dirname(pathOf(key)), { recursive: true });
    await rename(path, pathOf(key));
  };
  return {
    put: async (key, bytes) => {
      const part = `${pathOf(key)}.${newId()}.part`;
      await mkdir(dirname(part), { recursive: true });
      await writeFile(part, bytes);
      await takeOver(key, part);
    },
    takeOver,
    read: async (key, span) => createReadStream(pathOf(key), span),
    has: async (key) => (await statOf(pathOf(key))) !== null,
    delete: (key) => rm(pathOf(key), { force: true }),
    list: (folder) => filesBelow(directory, join(directory, folder)),
    isUsable: async () => {
      try {
        await mkdir(directory, { recursive: true });
        await access(directory, constants.W_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

async function* filesBelow(directory: string, folder: string): AsyncIterable<KeptFile> {
  if (!(await statOf(folder))) return;
  for await (const entry of await opendir(folder, { recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await statOf(path);
    if (found) yield { key: relative(directory, path).split(sep).join("/"), modifiedAt: found.mtime };
  }
}

/** Null when there is none: another process may delete it at any moment. */
async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
