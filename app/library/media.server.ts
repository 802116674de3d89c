import type { Actor } from "#app/identity/actor.ts";
import { isAdministrator } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";

/** A file that is shown or played: where the file store keeps it, and its size in bytes. */
export type KeptMedium = { key: string; contentType: string; bytes: number };

/** A picture of a course that the actor takes or teaches; `sha256` in hex names it. Null for any other. */
export async function findCourseMedium(actor: Actor, sha256: string): Promise<KeptMedium | null> {
  const medium = await db.courseMedia.findFirst({
    where: { sha256, ...(isAdministrator(actor) ? {} : { courseVersion: reachableBy(actor) }) },
    select: { contentType: true, bytes: true },
  });
  return medium && { key: mediaKey(sha256), ...medium };
}

function reachableBy({ id }: Actor) {
  return {
    OR: [{ enrolments: { some: { userId: id } } }, { course: { trainers: { some: { userId: id } } } }],
  };
}

export const mediaFolder = "media";

/** Where the file store keeps a medium. */
export function mediaKey(sha256: string): string {
  return `${mediaFolder}/${sha256}`;
}
