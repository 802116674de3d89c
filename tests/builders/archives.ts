import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { scratchFolder } from "./scratch-folder.ts";
import { zipBytes, type ZipEntry } from "./zip-bytes.ts";

const workshop = scratchFolder("archives");
let count = 0;

/** Writes an archive and returns its path. Ordinary files may be given by name. */
export function archive(
  files: Record<string, string | Buffer> | ZipEntry[],
  fileName = "package.zip",
): string {
  return fileOf(zipBytes(Array.isArray(files) ? files : entriesOf(files)), fileName);
}

export function fileOf(bytes: string | Buffer, fileName: string): string {
  const path = join(workshop, String((count += 1)), fileName);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/** The same files in a folder. */
export function unpacked(files: Record<string, string | Buffer>, name = "package"): string {
  const folder = join(workshop, String((count += 1)), name);
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Record<string, string | Buffer>) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

function entriesOf(files: Record<string, string | Buffer>): ZipEntry[] {
  return Object.entries(files).map(([name, content]) => ({ name, content }));
}
