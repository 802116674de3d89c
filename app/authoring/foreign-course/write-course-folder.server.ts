import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { ForeignCourse } from "./read-foreign-course.server.ts";

/** Writes the files of a course into a folder of its address below `parent`, ready to be imported. Returns its path. */
export async function writeCourseFolder(
  { slug, files }: Pick<ForeignCourse, "slug" | "files">,
  parent: string,
): Promise<string> {
  const folder = join(parent, slug);
  for (const [path, file] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    if (Buffer.isBuffer(file)) await writeFile(target, file);
    else await pipeline(Readable.from(file.read()), createWriteStream(target));
  }
  return folder;
}
