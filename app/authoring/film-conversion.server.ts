import { copyFile, mkdir, rm, stat } from "node:fs/promises";

import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { mediaTypeOf } from "#app/library/media-kind.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { inTurn } from "#app/platform/db.server.ts";
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
import {
  type FilmNote,
  listFilmNotes,
  readFilmNote,
  removeFilmNote,
  writeFilmNote,
} from "./film-notes.server.ts";
import { convertFilm } from "./jobs.ts";
import { hasRoomFor, lockRoom } from "./media-room.server.ts";
import { largestSent } from "./medium-limits.ts";
import type { MediumRefusal, SentMedium } from "./medium-intake.server.ts";
import { bytesArrived, uploadPath, uploadsDirectory } from "./upload-files.server.ts";
import { plainFileName } from "./upload.server.ts";

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

/**
 * Asks for the conversion of a film, which is added to the media of the draft when it is done; meanwhile the course keeps
 * room for it. Why it cannot be, or null. `except` as for `addDraftMedium`.
 */
export async function beginConversion(
  actor: Actor,
  draft: Draft,
  sent: SentMedium,
  except?: string,
): Promise<MediumRefusal | null> {
  const id = newId();
  await mkdir(uploadsDirectory(), { recursive: true });
  await copyFile(sent.path, uploadPath(id));
  const note = {
    course: draft.course.slug,
    owner: actor.id,
    name: plainFileName(sent.name),
    format: (await formatOf(sent.path)) ?? "mov",
    refusal: null,
  };
  const bytes = await bytesArrived(id);
  const isBegun = await inTurn(async (tx) => {
    await lockRoom(tx, draft.course);
    if (!(await hasRoomFor(draft.course, bytes, { client: tx, except }))) return false;
    // Within the lock: the next one who asks for room counts it.
    await writeFilmNote(id, note);
    return true;
  });
  if (!isBegun) {
    await rm(uploadPath(id), { force: true });
    return { refusal: "media.quotaFull" };
  }
  await enqueue(convertFilm, { filmId: id }, id);
  return null;
}

/** Films of a draft that are being converted, and those that could not be. */
export async function listConversions({ course, createdAt }: Draft): Promise<FilmConversion[]> {
  return (await listFilmNotes(course.slug))
    .filter(({ notedAt }) => notedAt >= createdAt.getTime())
    .map(({ id, name, refusal }) => ({ id, name, refusal: refusal as MessageKey | null }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Takes a conversion that came to nothing off the list. */
export async function forgetConversion({ course }: Draft, id: string): Promise<void> {
  const isId = z.uuid().safeParse(id).success;
  const one = isId ? await readFilmNote(id) : null;
  if (one?.course === course.slug && one.refusal !== null) await removeFilmNote(id);
}

/** Converts a film and adds it to its draft. Repeating it changes nothing: the same film makes the same file. */
export async function convert(id: string): Promise<void> {
  const one = await readFilmNote(id);
  if (!one || one.refusal !== null) return;
  const [input, output] = [uploadPath(id), `${uploadPath(id)}.mp4`];
  const refusal = await converted(id, one);
  // The files last: who is interrupted before begins again with them.
  if (refusal) await writeFilmNote(id, { ...one, refusal });
  else await removeFilmNote(id);
  await rm(output, { force: true });
  await rm(input, { force: true });
}

async function converted(id: string, one: FilmNote): Promise<MessageKey | null> {
  const [path, output] = [uploadPath(id), `${uploadPath(id)}.mp4`];
  const limit = largestSent.video;
  const isMade = await madeMp4({ path, format: one.format }, output, { time, bytes: limit });
  if (!isMade) return "media.notConverted";
  // At the limit ffmpeg stops in the middle of the film.
  if ((await stat(output)).size >= limit * 0.99) return "media.filmTooLong";
  const course = await getCurrentCourse(one.course);
  const draft = { course, createdAt: clock.now() };
  const name = `${one.name.replace(/\.[^.]*$/, "")}.mp4`;
  try {
    const added = await addDraftMedium({ id: one.owner }, draft, { name, path: output }, id);
    return "refusal" in added ? added.refusal : null;
  } catch (error) {
    // The draft was published or thrown away meanwhile: there is nobody to be told.
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
