import type { Actor } from "#app/identity/actor.ts";
import { isAdministrator } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { readFile } from "#app/platform/storage.server.ts";

/**
 * A picture of a course that the actor takes or teaches; `sha256` in hex names it. Throws NotFoundError, also for
 * pictures of other courses.
 */
export async function readMedia(
  actor: Actor,
  sha256: string,
): Promise<{ contentType: string; bytes: Uint8Array }> {
  const medium = await db.courseMedia.findFirst({
    where: { sha256, ...(isAdministrator(actor) ? {} : { courseVersion: reachableBy(actor) }) },
    select: { contentType: true },
  });
  if (!medium) throw new NotFoundError();
  return { contentType: medium.contentType, bytes: await readFile(mediaKey(sha256)) };
}

function reachableBy({ id }: Actor) {
  return {
    OR: [{ enrolments: { some: { userId: id } } }, { course: { trainers: { some: { userId: id } } } }],
  };
}

/** Where the file store keeps a medium. */
export function mediaKey(sha256: string): string {
  return `media/${sha256}`;
}
