import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";

import { readStream } from "#app/platform/storage.server.ts";

import type { FolderParts } from "./folder-part.ts";

/** Runs `work` with a course's folder on this machine's disk, where it is called as the course; it is deleted afterwards. */
export async function withFolderOnDisk<Result>(
  name: string,
  parts: FolderParts,
  work: (directory: string) => Promise<Result>,
): Promise<Result> {
  const place = await mkdtemp(join(tmpdir(), "course-"));
  try {
    const directory = join(place, name);
    for (const part of parts.values()) {
      const path = join(directory, part.path);
      await mkdir(dirname(path), { recursive: true });
      if ("text" in part) await writeFile(path, part.text);
      else await pipeline(await readStream(part.key), createWriteStream(path));
    }
    return await work(directory);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
