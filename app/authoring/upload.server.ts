import { copyFile, mkdir, readFile, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { maxArchiveBytes } from "#app/library/package-limits.ts";
import {
  addReceivedVersion,
  findVersionFor,
  requireAuthor,
  requireUploadedPackage,
} from "#app/library/uploaded-package.server.ts";
import { serializable } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { RefusalError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { requireDraft } from "./draft.server.ts";
import { requireRoomFor } from "./draft-media.server.ts";
import {
  addForeignUpload,
  askForTakeOver,
  foreignBytes,
  requireForeignAllowed,
  requireForeignUpload,
} from "./foreign-course/foreign-upload.server.ts";
import { checkPackage } from "./jobs.ts";

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
  await rm(`${uploadPath(id)}.json`, { force: true });
  await rm(uploadPath(id), { force: true });
}

/**
 * Whether the actor may begin this upload. Throws ForbiddenError, NotFoundError for another's package or course, and a
 * refusal with 413 (too large), 422 (too many wait) or 507 (the disk has no room for it and for what is made of it).
 */
export async function requireUploadAllowed(
  actor: Actor,
  { bytes, purpose }: Pick<Upload, "bytes" | "purpose">,
) {
  requireAuthor(actor);
  if (purpose.kind === "medium") await requireRoomFor(await requireDraft(actor, purpose.course), bytes);
  else if (purpose.kind === "foreign") await requireForeignAllowed(actor);
  else if (purpose.packageId) await requireUploadedPackage(actor, purpose.packageId);
  if (bytes > maxArchiveBytes) throw new RefusalError(413, "authoring.uploadTooLarge");
  await mkdir(uploadsDirectory(), { recursive: true });
  const { bavail, bsize } = await statfs(uploadsDirectory());
  if (bavail * bsize < 2 * bytes + reserve) throw new RefusalError(507, "authoring.uploadNoRoom");
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
  // Serializable: what waits is counted, and two processes may see the last byte of one upload.
  await serializable((tx) => addForeignUpload(tx, actor, upload));
  const { state, changedAt } = await requireForeignUpload(actor, upload.id);
  if (state === "received") await askForTakeOver({ id: upload.id, changedAt });
  else if (state === "refused") await removeUpload(upload.id);
}

/** Takes a course in that came with a form, and returns the upload's id. Throws like `requireUploadAllowed`. */
export async function receiveForeignFile(
  actor: Actor,
  { path, name, bytes }: { path: string; name: string; bytes: number },
): Promise<string> {
  const id = newId();
  await requireUploadAllowed(actor, { bytes, purpose: { kind: "foreign" } });
  await copyFile(path, uploadPath(id));
  await receiveForeign(actor, { id, bytes, fileName: plainFileName(name) });
  return id;
}

/** The size of an upload that has been taken in, also when its file is gone; null for others than the actor may see. */
export async function receivedBytes(actor: Actor, uploadId: string): Promise<number | null> {
  const version = await findVersionFor(actor, uploadId);
  return version ? Number(version.bytes) : foreignBytes(actor, uploadId);
}

const kept = z.object({
  size: z.number(),
  metadata: z.object({ owner: z.string(), filename: z.string(), draft: z.string() }),
});

/** A medium that the actor has sent for a course and that has arrived whole; null for any other upload. */
export async function findArrived(
  actor: Actor,
  course: string,
  id: string,
): Promise<{ path: string; name: string } | null> {
  const path = z.uuid().safeParse(id).success ? uploadPath(id) : null;
  const note = path && (await readFile(`${path}.json`, "utf8").catch(() => null));
  const { size, metadata } = kept.safeParse(note && JSON.parse(note)).data ?? {};
  if (!path || metadata?.owner !== actor.id || metadata.draft !== course) return null;
  return (await stat(path)).size === size ? { path, name: metadata.filename } : null;
}

/** A file name as a person may read it: no folders, no control characters, at most 200 characters. */
export function plainFileName(given: string | null | undefined): string {
  const name = (given ?? "")
    .replace(/^.*[/\\]/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return name.slice(0, 200) || "package.zip";
}
