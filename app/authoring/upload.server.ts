import { copyFile, mkdir, statfs } from "node:fs/promises";

import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { maxArchiveBytes } from "#app/library/package-limits.ts";
import {
  addReceivedVersion,
  findVersionFor,
  requireAuthor,
  requireUploadedPackage,
} from "#app/library/uploaded-package.server.ts";
import { clock } from "#app/platform/clock.ts";
import { inTurn, serializable, type Transaction } from "#app/platform/db.server.ts";
import { RefusalError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { type Draft, requireDraft } from "./draft.server.ts";
import {
  addForeignUpload,
  askForTakeOver,
  foreignBytes,
  requireForeignAllowed,
  requireForeignUpload,
} from "./foreign-course/foreign-upload.server.ts";
import { checkPackage } from "./jobs.ts";
import { hasRoomFor, lockRoom } from "./media-room.server.ts";
import {
  bytesArrived,
  listUploadNotes,
  readUploadNote,
  type UploadNote,
  uploadPath,
  uploadsDirectory,
  writeUploadNote,
} from "./upload-files.server.ts";
import { maxPackagesWaiting } from "./upload-limits.ts";

/**
 * What a file is sent for: a package, whose version gets the id of the upload (`packageId` is that of an earlier
 * version); the media of a course's next version, where it waits until the person takes it in; or a course of another
 * platform.
 */
export type UploadPurpose =
  { kind: "package"; packageId: string | null } | { kind: "medium"; course: string } | { kind: "foreign" };

/** A file on its way or arrived. */
export type Upload = { id: string; fileName: string; bytes: number; purpose: UploadPurpose };

/** Left free for everything else on the disk. */
const reserve = 256 * 1024 ** 2;

/**
 * Begins an upload: what it needs is kept for it from here on, by its note beside where its file will be. Uploads begin one
 * after the other, so that what many announce at once is counted together. Returns the note's metadata. Throws
 * ForbiddenError, NotFoundError for another's package or course, and a refusal with 413 (too large, or no room in the
 * course), 422 (too many wait) or 507 (the disk has no room for it and for what is made of it).
 */
export async function beginUpload(
  actor: Actor,
  { id, fileName, bytes, purpose }: Upload,
): Promise<UploadNote["metadata"]> {
  requireAuthor(actor);
  const draft = purpose.kind === "medium" ? await requireDraft(actor, purpose.course) : null;
  if (purpose.kind === "package" && purpose.packageId) await requireUploadedPackage(actor, purpose.packageId);
  if (bytes > maxArchiveBytes) throw new RefusalError(413, "authoring.uploadTooLarge");
  await mkdir(uploadsDirectory(), { recursive: true });
  const metadata = { owner: actor.id, filename: plainFileName(fileName), ...noted(purpose) };
  await inTurn(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('uploads'))`;
    if (draft) await requireRoom(tx, draft, bytes);
    else if (purpose.kind === "foreign") await requireForeignAllowed(tx, actor);
    else await requirePackageAllowed(actor);
    await requireDiskRoom(bytes);
    const note = { id, size: bytes, metadata } satisfies UploadNote;
    await writeUploadNote(id, { ...note, offset: 0, creation_date: clock.now().toISOString() });
  });
  return metadata;
}

/** What the note of an upload says of its purpose; `purposeOf` reads it. */
function noted(purpose: UploadPurpose): Partial<UploadNote["metadata"]> {
  if (purpose.kind === "medium") return { draft: purpose.course };
  if (purpose.kind === "foreign") return { foreign: "yes" };
  return purpose.packageId ? { package: purpose.packageId } : {};
}

async function requireRoom(tx: Transaction, { course }: Draft, bytes: number): Promise<void> {
  await lockRoom(tx, course);
  if (!(await hasRoomFor(course, bytes, { client: tx }))) throw new RefusalError(413, "media.quotaFull");
}

/** A package's note is there until the package is checked. */
async function requirePackageAllowed(actor: Actor): Promise<void> {
  const waiting = (await listUploadNotes()).filter(
    ({ metadata: { owner, draft, foreign } }) => owner === actor.id && !draft && !foreign,
  );
  if (waiting.length >= maxPackagesWaiting) throw new RefusalError(422, "authoring.uploadTooMany");
}

/** What others have announced and not sent yet will need its room as well. */
async function requireDiskRoom(bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(uploadsDirectory());
  let announced = 0;
  for (const { id, size } of await listUploadNotes()) announced += size - (await bytesArrived(id));
  if (bavail * bsize < announced + 2 * bytes + reserve) throw new RefusalError(507, "authoring.uploadNoRoom");
}

/**
 * Takes a complete upload of a package or a course in and has it checked or read; a medium waits for its person
 * (`findArrived`). Repeating it changes nothing. Throws ForbiddenError, NotFoundError.
 */
export async function receiveUpload(actor: Actor, { purpose, ...upload }: Upload): Promise<void> {
  if (purpose.kind === "medium") return;
  if (purpose.kind === "foreign") return receiveForeign(actor, upload);
  const file = { ...upload, packageId: purpose.packageId };
  // Serializable: versions are counted, and two processes may see the last byte of one upload.
  await serializable((tx) => addReceivedVersion(tx, actor, file));
  await enqueue(checkPackage, { packageVersionId: upload.id }, upload.id);
}

async function receiveForeign(actor: Actor, upload: Omit<Upload, "purpose">): Promise<void> {
  await addForeignUpload(actor, upload);
  const { state, changedAt } = await requireForeignUpload(actor, upload.id);
  if (state === "received") await askForTakeOver({ id: upload.id, changedAt });
}

/** Takes a course in that came with a form, and returns the upload's id. Throws like `beginUpload`. */
export async function receiveForeignFile(
  actor: Actor,
  { path, name, bytes }: { path: string; name: string; bytes: number },
): Promise<string> {
  const upload = { id: newId(), bytes, fileName: plainFileName(name) };
  await beginUpload(actor, { ...upload, purpose: { kind: "foreign" } });
  await copyFile(path, uploadPath(upload.id));
  await receiveForeign(actor, upload);
  return upload.id;
}

/** The size of an upload that has been taken in, also when its file is gone; null for others than the actor may see. */
export async function receivedBytes(actor: Actor, uploadId: string): Promise<number | null> {
  const version = await findVersionFor(actor, uploadId);
  return version ? Number(version.bytes) : foreignBytes(actor, uploadId);
}

/** A medium that the actor has sent for a course and that has arrived whole; null for any other upload. */
export async function findArrived(
  actor: Actor,
  course: string,
  id: string,
): Promise<{ path: string; name: string } | null> {
  const note = z.uuid().safeParse(id).success ? await readUploadNote(id) : null;
  if (note?.metadata.owner !== actor.id || note.metadata.draft !== course) return null;
  return (await bytesArrived(id)) === note.size
    ? { path: uploadPath(id), name: note.metadata.filename }
    : null;
}

/** A file name as a person may read it: no folders, no control characters, at most 200 characters. */
export function plainFileName(given: string | null | undefined): string {
  const name = (given ?? "")
    .replace(/^.*[/\\]/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return name.slice(0, 200) || "package.zip";
}
