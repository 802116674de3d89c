import type { Actor } from "#app/identity/actor.ts";
import { isAdministrator } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";

import { isDocumentType } from "./document-kind.ts";
import { mediumType } from "./media-file.server.ts";
import { mediaFolder, mediaKey } from "./media-key.ts";
import { packageBlobKey } from "./package-blobs.ts";

/**
 * A file that is shown or played, or downloaded under the name `savedAs`: where the file store keeps it, and its size in
 * bytes.
 */
export type KeptMedium = { key: string; contentType: string; bytes: number; savedAs?: string };

/**
 * A picture, sound or film of a course that the actor takes, or teaches and writes the next version of; `sha256` in hex
 * names it. Null for any other.
 */
export async function findCourseMedium(actor: Actor, sha256: string): Promise<KeptMedium | null> {
  return (await findPublishedMedium(actor, sha256)) ?? findDraftMedium(actor, sha256);
}

async function findPublishedMedium(actor: Actor, sha256: string): Promise<KeptMedium | null> {
  const medium = await db.courseMedia.findFirst({
    where: { sha256, ...(isAdministrator(actor) ? {} : { courseVersion: reachableBy(actor) }) },
    select: { path: true, contentType: true, bytes: true },
  });
  if (!medium) return null;
  const { path, contentType, bytes } = medium;
  return { key: mediaKey(sha256), contentType, bytes, ...savedAs(path, contentType) };
}

async function findDraftMedium(actor: Actor, sha256: string): Promise<KeptMedium | null> {
  const isTaught = { draft: { course: { trainers: { some: { userId: actor.id } } } } };
  const file = await db.draftFile.findFirst({
    where: {
      sha256,
      text: null,
      path: { startsWith: `${mediaFolder}/` },
      ...(isAdministrator(actor) ? {} : isTaught),
    },
    select: { path: true, bytes: true },
  });
  if (!file) return null;
  const contentType = mediumType(file.path);
  return { key: packageBlobKey(sha256), contentType, bytes: file.bytes, ...savedAs(file.path, contentType) };
}

/** Documents are never opened on the site's own address. */
function savedAs(path: string, contentType: string) {
  return isDocumentType(contentType) ? { savedAs: path.replace(/^.*\//, "") } : {};
}

function reachableBy({ id }: Actor) {
  return {
    OR: [{ enrolments: { some: { userId: id } } }, { course: { trainers: { some: { userId: id } } } }],
  };
}
