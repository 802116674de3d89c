import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { basename, join } from "node:path";

import { maxFiles } from "./package-limits.ts";
import { arrangeFiles, type ListedFile } from "./package-listing.ts";
import { refuse } from "./package-refusal.ts";
import type { PackageSource } from "./package-source.ts";

/** A package that lies unpacked in a folder, under the same rules as an archive. */
export async function openFolder(directory: string, fileName = basename(directory)): Promise<PackageSource> {
  const listed: ListedFile[] = [];
  await listInto(listed, directory, "");
  if (listed.length === 0) refuse("packages.refusedEmptyArchive");
  return { fileName, ...arrangeFiles(listed), close: () => Promise.resolve() };
}

async function listInto(listed: ListedFile[], directory: string, folder: string) {
  for (const entry of await readdir(join(directory, folder), { withFileTypes: true })) {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    const path = join(directory, name);
    if (entry.isDirectory()) {
      await listInto(listed, directory, name);
    } else if (entry.isFile()) {
      const { size } = await lstat(path);
      listed.push({ name, bytes: size, read: () => createReadStream(path) as AsyncIterable<Buffer> });
    } else {
      refuse("packages.refusedLink", { name });
    }
    if (listed.length > maxFiles) refuse("packages.refusedTooMany", { limit: maxFiles });
  }
}
