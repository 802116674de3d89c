import { mediaFolder } from "#app/library/media-key.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import { listFilmNotes } from "./film-notes.server.ts";
import { bytesArrived, listUploadNotes } from "./upload-files.server.ts";

type DraftedCourse = Pick<PublishedCourse, "courseId" | "slug">;

/** What all media of one course may come to, in bytes. */
export function mediaQuota(): number {
  return env().COURSE_MEDIA_MB * 1024 ** 2;
}

/**
 * Bytes that a course keeps for what is not in its draft yet: files that are being sent or wait to be taken in, and films
 * that are being converted. `except` is the upload or film that is being taken in.
 */
export async function bytesOnTheirWay(courseSlug: string, except?: string): Promise<number> {
  const sent = (await listUploadNotes())
    .filter(({ id, metadata }) => metadata.draft === courseSlug && id !== except)
    .map(({ size }) => size);
  const films = (await listFilmNotes(courseSlug)).filter(({ id, refusal }) => !refusal && id !== except);
  return sumOf([...sent, ...(await Promise.all(films.map(({ id }) => bytesArrived(id))))]);
}

/**
 * Lets others who add media to a draft wait until this transaction ends. The row is written, not only locked: of those
 * who wait, a serializable transaction then begins again and sees what was added. Throws NotFoundError when the draft is
 * gone.
 */
export async function lockRoom(
  tx: Transaction,
  { courseId }: Pick<DraftedCourse, "courseId">,
): Promise<void> {
  const rows = await tx.$executeRaw`
    UPDATE course_draft SET created_at = created_at WHERE course_id = ${courseId}`;
  if (rows === 0) throw new NotFoundError("drafts.none");
}

/** Whether a course's draft has room for so many bytes more. Only a caller that holds the room can rely on it. */
export async function hasRoomFor(
  { courseId, slug }: DraftedCourse,
  bytes: number,
  { client = db, except }: { client?: Transaction; except?: string } = {},
): Promise<boolean> {
  const { _sum: used } = await client.draftFile.aggregate({
    where: { courseId, path: { startsWith: `${mediaFolder}/` } },
    _sum: { bytes: true },
  });
  return (used.bytes ?? 0) + (await bytesOnTheirWay(slug, except)) + bytes <= mediaQuota();
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
