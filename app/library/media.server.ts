import type { Actor } from "#app/identity/actor.ts";
import { isAdministrator } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";

import { mediumType } from "./media-file.server.ts";
import { mediaFolder, mediaKey } from "./media-key.ts";
import { packageBlobKey } from "./package-blobs.ts";

/** A file that is shown or played: where the file store keeps it, and its size in bytes. */
export type KeptMedium = { key: string; contentType: string; bytes: number };

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
    select: { contentType: true, bytes: true },
  });
  return medium && { key: mediaKey(sha256), ...medium };
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
  return file && { key: packageBlobKey(sha256), contentType: mediumType(file.path), bytes: file.bytes };
}

function reachableBy({ id }: Actor) {
  return {
    OR: [{ enrolments: { some: { userId: id } } }, { course: { trainers: { some: { userId: id } } } }],
  };
}
