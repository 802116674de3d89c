import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";

import { parse } from "yaml";
import { z } from "zod";

import { openArchive } from "./package-archive.server.ts";
import { type PackageRefusal, PackageRefusedError, refuse } from "./package-refusal.ts";
import { filesOf, type PackageSource, readDescription, type SourceFile } from "./package-source.ts";
import { slug } from "./question-format.ts";

/** A course's folder, unpacked on this machine's disk; `directory` is called `id`. */
export type UnpackedCourse = { directory: string; id: string };

/**
 * Unpacks an archive of a course's folder, under the rules for archives of packages, runs `work` with it and deletes it.
 * `refusal` says why it is none.
 */
export async function withCourseArchive<Result>(
  path: string,
  fileName: string,
  work: (course: UnpackedCourse) => Promise<Result>,
): Promise<{ result: Result } | { refusal: PackageRefusal }> {
  const place = await mkdtemp(join(tmpdir(), "course-"));
  try {
    const source = await openArchive(path, fileName);
    try {
      const id = await courseIdIn(source);
      const directory = join(place, id);
      for (const file of source.files) await unpack(file, directory);
      return { result: await work({ directory, id }) };
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof PackageRefusedError) return { refusal: error.refusal };
    throw error;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function courseIdIn(source: PackageSource): Promise<string> {
  const file = filesOf(source).get("course.yaml") ?? refuse("drafts.refusedNoCourse");
  try {
    return z.object({ id: slug }).parse(parse((await readDescription(file)).toString("utf8"))).id;
  } catch {
    return refuse("drafts.refusedNoCourseId");
  }
}

async function unpack({ path, read }: SourceFile, directory: string): Promise<void> {
  const target = join(directory, path);
  await mkdir(dirname(target), { recursive: true });
  await pipeline(read(), createWriteStream(target));
}
