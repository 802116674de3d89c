import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { newId } from "#app/platform/id.ts";

import { uploadsDirectory } from "./upload-files.server.ts";

/** A film that is being converted, noted beside its file where uploads lie: both are swept with them. */
const note = z.object({
  course: z.string(),
  owner: z.string(),
  name: z.string(),
  format: z.string(),
  refusal: z.string().nullable(),
});
export type FilmNote = z.infer<typeof note>;

/** The films of a course that are being converted or could not be, and when (in milliseconds) each was noted. */
export async function listFilmNotes(course: string): Promise<(FilmNote & { id: string; notedAt: number })[]> {
  const files = await readdir(uploadsDirectory()).catch(() => []);
  const found = await Promise.all(
    files
      .filter((one) => one.endsWith(".film"))
      .map(async (file) => {
        const id = file.replace(/\.film$/, "");
        const one = await readFilmNote(id);
        const noted = await stat(notePath(id)).catch(() => null);
        return one?.course === course && noted ? [{ ...one, id, notedAt: noted.mtimeMs }] : [];
      }),
  );
  return found.flat();
}

export async function readFilmNote(id: string): Promise<FilmNote | null> {
  const text = await readFile(notePath(id), "utf8").catch(() => null);
  return text === null ? null : (note.safeParse(JSON.parse(text)).data ?? null);
}

/** In one step, so that nobody reads half of it. */
export async function writeFilmNote(id: string, content: FilmNote): Promise<void> {
  const written = `${notePath(id)}-${newId()}`;
  await writeFile(written, JSON.stringify(content));
  await rename(written, notePath(id));
}

export async function removeFilmNote(id: string): Promise<void> {
  await rm(notePath(id), { force: true });
}

function notePath(id: string): string {
  return join(uploadsDirectory(), `${id}.film`);
}
