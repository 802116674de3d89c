import { mediaFolder } from "#app/library/media-key.ts";
import { after, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { deleteFile, listFiles } from "#app/platform/storage.server.ts";

import { importFolder } from "./exchange/import-upload.server.ts";

// So long a form may lie open until its question is saved, and a list of questions until it is imported.
const graceTime = days(1);

/**
 * Deletes files that were sent with the form of a question and never saved with one, and files of questions that were
 * looked into and never imported. Returns how many.
 */
export async function sweepUnsavedFiles(): Promise<number> {
  return (await sweep(importFolder, () => Promise.resolve(false))) + (await sweep(mediaFolder, isSaved));
}

async function sweep(folder: string, isHeld: (name: string) => Promise<boolean>): Promise<number> {
  const oldest = after(-graceTime);
  let deleted = 0;
  for await (const { key, modifiedAt } of listFiles(folder)) {
    const [top, name, ...deeper] = key.split("/");
    if (top !== folder || !name || deeper.length > 0 || modifiedAt > oldest || (await isHeld(name))) continue;
    await deleteFile(key);
    deleted += 1;
  }
  return deleted;
}

async function isSaved(sha256: string): Promise<boolean> {
  const select = { sha256: true };
  const ofQuestion = await db.questionMedia.findFirst({ where: { sha256 }, select });
  return (ofQuestion ?? (await db.courseMedia.findFirst({ where: { sha256 }, select }))) !== null;
}
