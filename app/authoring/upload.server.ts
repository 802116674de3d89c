import { mkdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";

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
import { enqueue } from "#app/platform/queue.server.ts";

import { checkPackage } from "./jobs.ts";

/** A file on its way or arrived. Its id becomes the id of the package version; `packageId` is that of an earlier version. */
export type Upload = { id: string; fileName: string; bytes: number; packageId: string | null };

/** Left free for everything else on the disk. */
const reserve = 256 * 1024 ** 2;

/** Where uploads lie until they are checked; web and workers share it. */
export function uploadsDirectory(): string {
  return join(env().DATA_DIR, "uploads");
}

export function uploadPath(id: string): string {
  return join(uploadsDirectory(), id);
}

/** Deletes the file of an upload and what belongs to it. */
export async function removeUpload(id: string): Promise<void> {
  await rm(`${uploadPath(id)}.json`, { force: true });
  await rm(uploadPath(id), { force: true });
}

/**
 * Whether the actor may begin this upload. Throws ForbiddenError, NotFoundError for another's package, and a refusal
 * with 413 (too large) or 507 (the disk has no room for it and for what is unpacked from it).
 */
export async function requireUploadAllowed(
  actor: Actor,
  { bytes, packageId }: Omit<Upload, "id" | "fileName">,
) {
  requireAuthor(actor);
  if (packageId) await requireUploadedPackage(actor, packageId);
  if (bytes > maxArchiveBytes) throw new RefusalError(413, "authoring.uploadTooLarge");
  await mkdir(uploadsDirectory(), { recursive: true });
  const { bavail, bsize } = await statfs(uploadsDirectory());
  if (bavail * bsize < 2 * bytes + reserve) throw new RefusalError(507, "authoring.uploadNoRoom");
}

/** Takes a complete upload in and has it checked. Repeating it changes nothing. Throws ForbiddenError, NotFoundError. */
export async function receiveUpload(actor: Actor, upload: Upload): Promise<void> {
  // Serializable: versions are counted, and two processes may see the last byte of one upload.
  await serializable((tx) => addReceivedVersion(tx, actor, upload));
  await enqueue(checkPackage, { packageVersionId: upload.id }, upload.id);
}

/** The size of an upload that has been taken in, also when its file is gone; null for others than the actor may see. */
export async function receivedBytes(actor: Actor, uploadId: string): Promise<number | null> {
  const version = await findVersionFor(actor, uploadId);
  return version && Number(version.bytes);
}

/** A file name as a person may read it: no folders, no control characters, at most 200 characters. */
export function plainFileName(given: string | null | undefined): string {
  const name = (given ?? "")
    .replace(/^.*[/\\]/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return name.slice(0, 200) || "package.zip";
}
