import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { env } from "#app/platform/env.server.ts";
import { newId } from "#app/platform/id.ts";

/** Where uploads lie until they are checked; web and workers share it. */
export function uploadsDirectory(): string {
  return join(env().DATA_DIR, "uploads");
}

export function uploadPath(id: string): string {
  return join(uploadsDirectory(), id);
}

/** Where an upload is worked on by a process that may be killed. */
export function workshopPath(id: string): string {
  return `${uploadPath(id)}.work`;
}

/** Deletes the file of an upload and what belongs to it. */
export async function removeUpload(id: string): Promise<void> {
  await rm(notePath(id), { force: true });
  await rm(uploadPath(id), { force: true });
}

/** What is written beside an upload from its beginning until it is deleted, in the form of the tus server's file store. */
const note = z.object({
  id: z.string(),
  size: z.number(),
  metadata: z.object({
    owner: z.string(),
    filename: z.string(),
    draft: z.string().optional(),
    foreign: z.string().optional(),
    package: z.string().optional(),
  }),
});
export type UploadNote = z.infer<typeof note>;

/** Writes the note of an upload, in one step: who counts uploads meanwhile never reads half of it. */
export async function writeUploadNote(id: string, content: object): Promise<void> {
  const written = `${notePath(id)}-${newId()}`;
  await writeFile(written, JSON.stringify(content));
  await rename(written, notePath(id));
}

/** The note of an upload; null where there is none. */
export async function readUploadNote(id: string): Promise<UploadNote | null> {
  const text = await readFile(notePath(id), "utf8").catch(() => "");
  try {
    return note.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** All uploads that are under way or wait. */
export async function listUploadNotes(): Promise<UploadNote[]> {
  const files = await readdir(uploadsDirectory()).catch(() => []);
  const ids = files.filter((file) => file.endsWith(".json")).map((file) => file.replace(/\.json$/, ""));
  const notes = await Promise.all(ids.map(readUploadNote));
  return notes.filter((one) => one !== null);
}

/** How many bytes of an upload are on the disk. */
export async function bytesArrived(id: string): Promise<number> {
  return (await stat(uploadPath(id)).catch(() => null))?.size ?? 0;
}

function notePath(id: string): string {
  return `${uploadPath(id)}.json`;
}
