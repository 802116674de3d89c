import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, parse } from "node:path";

import { listReceived, statesOf } from "#app/library/uploaded-package.server.ts";
import { clock, hours } from "#app/platform/clock.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { tidyForeignUploads } from "./foreign-course/foreign-upload.server.ts";
import { checkPackage } from "./jobs.ts";
import { bytesArrived, uploadsDirectory } from "./upload-files.server.ts";

/** An upload to which nothing was added for so long is given up. */
const keptFor = hours(24);

/** One of which nothing has come yet: its beginning may have been asked for twice, and it keeps room from others. */
const emptyKeptFor = hours(1);

/** Asks again for the check or reading of every upload that waits, and deletes what nobody will go on with. Safe to repeat. */
export async function tidyUploads(): Promise<void> {
  await mkdir(uploadsDirectory(), { recursive: true });
  const courses = await tidyForeignUploads();
  const files = await readdir(uploadsDirectory());
  const states = await statesOf(files.map((file) => parse(file).name));
  for (const file of files) {
    const { name } = parse(file);
    const state = states.get(name);
    const path = join(uploadsDirectory(), file);
    if (state === "received" || courses.has(name)) continue;
    if (state !== undefined || (await isGivenUp(path, name)))
      await rm(path, { recursive: true, force: true });
  }
  for (const id of await listReceived()) await enqueue(checkPackage, { packageVersionId: id }, id);
}

async function isGivenUp(path: string, id: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found) return false;
  const limit = (await bytesArrived(id)) > 0 ? keptFor : emptyKeptFor;
  return clock.now().getTime() - found.mtimeMs > limit;
}
