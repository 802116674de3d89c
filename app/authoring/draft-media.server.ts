import type { Actor } from "#app/identity/actor.ts";
import { readCourseText } from "#app/library/course-files.server.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { mediaFolder } from "#app/library/media-key.ts";
import { mediaName } from "#app/library/media-kind.ts";
import { mediumType } from "#app/library/media-file.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, inTurn, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { toSerbianLatin } from "#app/platform/transliterate.ts";

import { withBank } from "./bank-folder.server.ts";
import { lessonAt } from "./lesson-at.ts";
import { withPictureNamed } from "./draft-pictures.server.ts";
import {
  changeDraft,
  changeDraftIn,
  type Draft,
  draftFolder,
  measured,
  requireUnplanned,
} from "./draft.server.ts";
import { hasRoomFor, lockRoom } from "./media-room.server.ts";
import { type MediaUses, mediaUses, withMediumRenamed } from "./media-uses.server.ts";
import { type MediumRefusal, readyMedium, type SentMedium } from "./medium-intake.server.ts";

export type DraftMedium = { path: string; sha256: string; bytes: number };

/** The files of media/ in a draft, by path. */
export async function listDraftMedia({ course }: Draft, client: Transaction = db): Promise<DraftMedium[]> {
  return client.draftFile.findMany({
    where: { courseId: course.courseId, path: { startsWith: `${mediaFolder}/` } },
    orderBy: { path: "asc" },
    select: { path: true, sha256: true, bytes: true },
  });
}

/** Where lessons and questions of a draft use its media, or would with the folder that is handed in. */
export async function usesInDraft(draft: Draft, paths: string[], folder?: FolderParts): Promise<MediaUses> {
  return mediaUses(await withBank(folder ?? (await draftFolder(draft)), draft.course), paths);
}

async function folderWithBank(draft: Draft): Promise<FolderParts> {
  return withBank(await draftFolder(draft), draft.course);
}

/**
 * Adds a file to the media of a draft, under a name like its own that is free; one that is there already stays the only
 * one. Its path, or why it cannot be added; `except` is the upload or conversion that it comes from, whose room it takes.
 * Throws NotFoundError when the draft is gone.
 */
export async function addDraftMedium(
  actor: Pick<Actor, "id">,
  draft: Draft,
  sent: SentMedium,
  except?: string,
): Promise<{ path: string } | MediumRefusal> {
  const ready = await readyMedium(sent);
  if ("refusal" in ready) return ready;
  const { courseId } = draft.course;
  const { name, sha256, bytes, keep } = ready;
  if (!(await hasRoomFor(draft.course, bytes, { except }))) return { refusal: "media.quotaFull" };
  // Until the draft names it, it belongs to nobody and is swept after an hour.
  await keep();
  const ofBank = [...(await folderWithBank(draft)).keys()];
  return inTurn(async (tx) => {
    // Of several that arrive at once each waits here for the ones before: names and room are counted.
    await lockRoom(tx, draft.course);
    await requireUnplanned(tx, courseId);
    const media = await listDraftMedia(draft, tx);
    const known = media.find((one) => one.sha256 === sha256 && mediumType(one.path) === mediumType(name));
    if (known) return { path: known.path };
    if (!(await hasRoomFor(draft.course, bytes, { client: tx, except })))
      return { refusal: "media.quotaFull" };
    const path = freePath(name, new Set([...ofBank, ...media.map((one) => one.path)]));
    const changed = { changedAt: clock.now(), changedBy: actor.id };
    await tx.draftFile.create({ data: { courseId, path, sha256, bytes, ...changed } });
    return { path };
  });
}

/** Another file of the same name gets a number. */
function freePath(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf(".");
  let path = `${mediaFolder}/${name}`;
  for (let count = 2; taken.has(path); count += 1)
    path = `${mediaFolder}/${name.slice(0, dot)}-${count}${name.slice(dot)}`;
  return path;
}

/**
 * Gives a medium of a draft another name (without folder and ending) and changes the lessons and the outline that use
 * it. Its new path, or why it cannot be called so. Throws NotFoundError when it is not there.
 */
export async function renameDraftMedium(
  actor: Actor,
  draft: Draft,
  path: string,
  wanted: string,
): Promise<{ path: string } | MediumRefusal> {
  const folder = await folderWithBank(draft);
  const uses = (await mediaUses(folder, [path])).get(path) ?? [];
  if (uses.some(({ kind }) => kind === "question")) return { refusal: "media.usedByQuestions" };
  const renamed = pathOf(wanted, path);
  if (renamed === null) return { refusal: "media.nameMissing" };
  if (renamed === path) return { path };
  if (folder.has(renamed)) return { refusal: "media.nameTaken" };
  const published = await publishedTexts(draft);
  // Serializable: a lesson may be written, and a name taken, at the same moment.
  await serializable(async (tx) => {
    const { courseId } = draft.course;
    const changed = { changedAt: clock.now(), changedBy: actor.id };
    await requireUnplanned(tx, courseId);
    if ((await listDraftMedia(draft, tx)).some((one) => one.path === renamed))
      throw new ConflictError("media.nameTaken");
    const { count } = await tx.draftFile.updateMany({
      where: { courseId, path },
      data: { path: renamed, ...changed },
    });
    if (count === 0) throw new NotFoundError();
    const texts = await tx.draftFile.findMany({ where: { courseId, OR: namesMedia } });
    for (const lesson of texts) {
      const before = lesson.text ?? published.get(lesson.sha256) ?? "";
      const text = withMediumRenamed(before, path, renamed);
      if (text === before) continue;
      await tx.draftFile.update({
        where: { courseId_path: { courseId, path: lesson.path } },
        data: { text, ...measured(text), ...changed },
      });
    }
    await changeDraftIn(tx, actor, draft, async (parts) => ({
      parts: await withPictureNamed(draft, parts, path, renamed),
    }));
  });
  return { path: renamed };
}

/** Its new path: the ending says what it is, and stays. Null when the name has no letter and no digit. */
function pathOf(wanted: string, path: string): string | null {
  if (!/[\p{L}\p{N}]/u.test(wanted)) return null;
  const ending = path.slice(path.lastIndexOf("."));
  const name = mediaName(`${toSerbianLatin(wanted).replaceAll(".", "-")}.x`, mediumType(path));
  return `${mediaFolder}/${name.slice(0, name.lastIndexOf("."))}${ending}`;
}

/** Lessons, and the outline. */
const namesMedia = [{ path: { startsWith: "lessons/" } }, { path: "course.yaml" }];

/** The lessons and outline of a draft that nobody has changed yet, by their SHA-256. They cannot change: whoever writes adds a text. */
async function publishedTexts({ course }: Draft): Promise<Map<string, string>> {
  const rows = await db.draftFile.findMany({
    where: { courseId: course.courseId, OR: namesMedia, text: null },
    select: { path: true, sha256: true },
  });
  const texts = new Map<string, string>();
  for (const { path, sha256 } of rows)
    if (lessonAt(path) || path === "course.yaml") texts.set(sha256, await readCourseText(sha256));
  return texts;
}

/**
 * Takes a medium out of a draft, with what its texts say of it, unless something uses it. Throws NotFoundError when it is
 * not there.
 */
export async function removeDraftMedium(
  actor: Actor,
  draft: Draft,
  path: string,
): Promise<{ isRemoved: boolean }> {
  let isRemoved = false;
  await changeDraft(actor, draft, async (parts) => {
    if (!path.startsWith(`${mediaFolder}/`) || !parts.has(path)) throw new NotFoundError();
    // Asked here, where nobody can put it into a lesson meanwhile.
    const uses = (await usesInDraft(draft, [path], parts)).get(path) ?? [];
    isRemoved = uses.length === 0;
    if (!isRemoved) return { parts };
    const without = new Map(await withPictureNamed(draft, parts, path, null));
    without.delete(path);
    return { parts: without };
  });
  return { isRemoved };
}
