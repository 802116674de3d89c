import { createHash } from "node:crypto";

import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { captionFault, maxCaptionBytes } from "#app/library/captions.ts";
import { mediaAddress, mediumType } from "#app/library/media-file.server.ts";
import { packageBlobKey } from "#app/library/package-blobs.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { clock } from "#app/platform/clock.ts";
import { serializable } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import type { Language } from "#app/platform/languages.ts";
import { readFile, storeFile } from "#app/platform/storage.server.ts";

import { captionsOfFilm, languageOfCaptions } from "./caption-files.ts";
import { type DraftMedium, listDraftMedia } from "./draft-media.server.ts";
import { type Draft, requireDraft, requireUnplanned } from "./draft.server.ts";
import { hasRoomFor, lockRoom } from "./media-room.server.ts";

/** What new captions begin with: the form of a caption, to be written over. */
const beginning = "WEBVTT\n\n00:00.000 --> 00:04.000\n\n";

export type CaptionsPage = {
  slug: string;
  courseTitle: string;
  name: string;
  text: string;
  /** Names what the draft says; empty where there are no such captions yet. */
  basis: string;
  film: { name: string; address: string } | null;
  /** Of the captions, as far as their name says it. */
  language: Language | null;
};

/**
 * Captions of a draft by the name of their file; those that a film could have are begun. Throws like `requireDraft`, and
 * NotFoundError for other names.
 */
export async function captionsPage(
  actor: Actor,
  courseSlug: string,
  name: string,
  readerLanguage: Language,
): Promise<CaptionsPage> {
  const draft = await requireDraft(actor, courseSlug);
  const { film, before } = await requireCaptions(draft, name);
  const { text: course } = await getCourseText(draft.course.versionId, readerLanguage);
  return {
    slug: draft.course.slug,
    courseTitle: course.course.title,
    name,
    text: before ? (await readFile(packageBlobKey(before.sha256))).toString("utf8") : beginning,
    basis: before?.sha256 ?? "",
    film: film && { name: film.path.replace(/^media\//, ""), address: mediaAddress(film) },
    language: languageOfCaptions(name),
  };
}

const captionsForm = z.object({ basis: z.string().default(""), text: z.string().default("") });

/** Why captions are not written: what is wrong, in which line, and what stands there. */
export type CaptionRefusal = { key: MessageKey; line: number | null; says: string };

/**
 * Writes captions of a draft, where players understand them and nobody has changed them since the author saw them
 * (`basis`). Why not, or null. Throws like `captionsPage`, and ConflictError like `requireUnplanned`.
 */
export async function submitCaptions(
  actor: Actor,
  courseSlug: string,
  name: string,
  fields: Fields,
): Promise<{ refusal: CaptionRefusal; typed: string } | null> {
  const draft = await requireDraft(actor, courseSlug);
  await requireCaptions(draft, name);
  const { basis, text: typed } = captionsForm.parse(fields);
  const text = `${typed.replace(/\r\n?/g, "\n").trim()}\n`;
  const refused = (key: MessageKey, line: number | null = null) => ({
    refusal: { key, line, says: line === null ? "" : (text.split("\n")[line - 1] ?? "") },
    typed,
  });
  const fault = captionFault(text);
  if (fault) return refused(`media.captions_${fault.problem}`, fault.line);
  const bytes = Buffer.from(text);
  if (bytes.length > maxCaptionBytes) return refused("media.captionsTooLarge");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // Until the draft names it, it belongs to nobody and is swept after an hour.
  await storeFile(packageBlobKey(sha256), bytes);
  const key = await place(actor, draft, `media/${name}`, { sha256, bytes: bytes.length, basis });
  return key && refused(key);
}

/** Serializable: somebody else may write the same captions, or fill the course's room, at the same moment. */
async function place(
  actor: Actor,
  { course }: Draft,
  path: string,
  { sha256, bytes, basis }: { sha256: string; bytes: number; basis: string },
): Promise<MessageKey | null> {
  return serializable(async (tx) => {
    await lockRoom(tx, course);
    await requireUnplanned(tx, course.courseId);
    const where = { courseId_path: { courseId: course.courseId, path } };
    const before = await tx.draftFile.findUnique({ where, select: { sha256: true, bytes: true } });
    if ((before?.sha256 ?? "") !== basis && before?.sha256 !== sha256) return "captions.changed";
    const added = bytes - (before?.bytes ?? 0);
    if (added > 0 && !(await hasRoomFor(course, added, { client: tx }))) return "media.quotaFull";
    const written = { sha256, bytes, text: null, changedAt: clock.now(), changedBy: actor.id };
    await tx.draftFile.upsert({
      where,
      update: written,
      create: { courseId: course.courseId, path, ...written },
    });
    return null;
  });
}

async function requireCaptions(
  draft: Draft,
  name: string,
): Promise<{ film: DraftMedium | null; before: DraftMedium | null }> {
  const media = await listDraftMedia(draft);
  const before = media.find(({ path }) => path === `media/${name}` && path.endsWith(".vtt")) ?? null;
  const film =
    media.find(
      ({ path }) =>
        mediumType(path).startsWith("video/") && captionsOfFilm(path, languageOfCaptions(name)) === name,
    ) ?? null;
  if (!before && !film) throw new NotFoundError();
  return { film, before };
}
