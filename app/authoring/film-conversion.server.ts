import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { mediaTypeOf } from "#app/library/media-kind.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { hasFfmpeg, madeMp4 } from "#app/platform/ffmpeg.server.ts";
import { fileHead } from "#app/platform/file-head.server.ts";
import { newId } from "#app/platform/id.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { enqueue } from "#app/platform/queue.server.ts";

import { addDraftMedium } from "./draft-media.server.ts";
import type { Draft } from "./draft.server.ts";
import { isUnplayed } from "./film-codec.server.ts";
import { formatToConvert } from "./film-format.ts";
import { convertFilm } from "./jobs.ts";
import { largestSent } from "./medium-limits.ts";
import type { SentMedium } from "./medium-intake.server.ts";
import { plainFileName, uploadPath, uploadsDirectory } from "./upload.server.ts";

/** A film that is being converted, noted beside its file where uploads lie: both are swept with them. */
const note = z.object({
  course: z.string(),
  owner: z.string(),
  name: z.string(),
  format: z.string(),
  refusal: z.string().nullable(),
});
type Note = z.infer<typeof note>;

export type FilmConversion = { id: string; name: string; refusal: MessageKey | null };

const time = minutes(30);

/** Whether a file is a film that has to be converted first, and can be here. */
export async function isToConvert({ path }: SentMedium): Promise<boolean> {
  return hasFfmpeg() && (await formatOf(path)) !== null;
}

/** What ffmpeg reads a film as that browsers do not play; null for other files. */
async function formatOf(path: string): Promise<string | null> {
  const head = await fileHead(path);
  const contentType = mediaTypeOf(head) ?? "";
  const isUnplayedFilm = await isUnplayed(path, contentType);
  return (
    formatToConvert(head) ?? (isUnplayedFilm ? (contentType === "video/mp4" ? "mov" : "matroska") : null)
  );
}

/** Asks for the conversion of a film, which is added to the media of the draft when it is done. */
export async function beginConversion(actor: Actor, draft: Draft, sent: SentMedium): Promise<void> {
  const id = newId();
  await mkdir(uploadsDirectory(), { recursive: true });
  await copyFile(sent.path, uploadPath(id));
  await writeNote(id, {
    course: draft.course.slug,
    owner: actor.id,
    name: plainFileName(sent.name),
    format: (await formatOf(sent.path)) ?? "mov",
    refusal: null,
  });
  await enqueue(convertFilm, { filmId: id }, id);
}

/** Films of a draft that are being converted, and those that could not be. */
export async function listConversions({ course, createdAt }: Draft): Promise<FilmConversion[]> {
  const files = await readdir(uploadsDirectory()).catch(() => []);
  const found: FilmConversion[] = [];
  for (const file of files.filter((one) => one.endsWith(".film"))) {
    const id = file.replace(/\.film$/, "");
    const one = await readNote(id);
    const begun = await stat(notePath(id)).catch(() => null);
    if (one?.course !== course.slug || !begun || begun.mtimeMs < createdAt.getTime()) continue;
    found.push({ id, name: one.name, refusal: one.refusal as MessageKey | null });
  }
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

/** Takes a conversion that came to nothing off the list. */
export async function forgetConversion({ course }: Draft, id: string): Promise<void> {
  const isId = z.uuid().safeParse(id).success;
  const one = isId ? await readNote(id) : null;
  if (one?.course === course.slug && one.refusal !== null) await rm(notePath(id), { force: true });
}

/** Converts a film and adds it to its draft. Repeating it changes nothing: the same film makes the same file. */
export async function convert(id: string): Promise<void> {
  const one = await readNote(id);
  if (!one || one.refusal !== null) return;
  const [input, output] = [uploadPath(id), `${uploadPath(id)}.mp4`];
  const refusal = await converted(one, input, output);
  // The files last: who is interrupted before begins again with them.
  if (refusal) await writeNote(id, { ...one, refusal });
  else await rm(notePath(id), { force: true });
  await rm(output, { force: true });
  await rm(input, { force: true });
}

async function converted(one: Note, path: string, output: string): Promise<MessageKey | null> {
  const limit = largestSent.video;
  const isMade = await madeMp4({ path, format: one.format }, output, { time, bytes: limit });
  if (!isMade) return "media.notConverted";
  // At the limit ffmpeg stops in the middle of the film.
  if ((await stat(output)).size >= limit * 0.99) return "media.filmTooLong";
  const course = await getCurrentCourse(one.course);
  const draft = { course, createdAt: clock.now() };
  const name = `${one.name.replace(/\.[^.]*$/, "")}.mp4`;
  try {
    const added = await addDraftMedium({ id: one.owner }, draft, { name, path: output });
    return "refusal" in added ? added.refusal : null;
  } catch (error) {
    // The draft was published or thrown away meanwhile: there is nobody to be told.
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

function notePath(id: string): string {
  return join(uploadsDirectory(), `${id}.film`);
}

async function readNote(id: string): Promise<Note | null> {
  const text = await readFile(notePath(id), "utf8").catch(() => null);
  return text === null ? null : (note.safeParse(JSON.parse(text)).data ?? null);
}

/** In one step, so that nobody reads half of it. */
async function writeNote(id: string, content: Note): Promise<void> {
  const written = `${notePath(id)}-${newId()}`;
  await writeFile(written, JSON.stringify(content));
  await rename(written, notePath(id));
}
