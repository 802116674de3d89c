import { createWriteStream, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";

import { ZipFile } from "yazl";

/** A package that a command has made: its files by their paths inside it. */
export type BuiltPackage = { name: string; archive: string; files: Map<string, string> };

/** Writes a package unpacked into a course's packages/, in place of what was there under its name. */
export function writePackage(courseFolder: string, { name, files }: BuiltPackage): void {
  const folder = join(courseFolder, "packages", name);
  rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

/** Writes a package as an archive for other systems. The same files give the same archive. */
export async function zipPackage(folder: string, { archive, files }: BuiltPackage): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, archive);
  const zip = new ZipFile();
  for (const [file, content] of files) {
    zip.addBuffer(Buffer.from(content), file, { mtime: new Date(1980, 0, 1), mode: 0o100644 });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}
