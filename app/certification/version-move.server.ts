import { enrolmentsInAttempt } from "#app/assessment/open-attempts.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import {
  beforeMove,
  findMove,
  listDueMoves,
  offerIn,
  type OpenMove,
} from "#app/learning/version-move.server.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import { requiredIn } from "#app/library/visible-outline.ts";
import { after, clock, days, minutes } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { log } from "#app/platform/log.server.ts";
import { moveToVersion } from "#app/players/version-move.server.ts";

import { completeCourse } from "./completion.server.ts";
import { requestCertificate } from "./learner-steps.server.ts";

/**
 * Moves the learners of a course whose day has come. Whoever is in the middle of an attempt finishes it under the version
 * it was begun on, and is moved after it: the sweep comes back. With what she has done she may have completed the new
 * version. Safe to repeat: who was moved is not found again.
 */
export async function performMove(courseId: string): Promise<void> {
  const certificates = await serializable(async (tx) => {
    const move = await findMove(courseId, tx);
    const { slug, archivedAt } = await tx.course.findUniqueOrThrow({ where: { id: courseId } });
    if (move?.kind !== "required" || !move.moveAt || move.moveAt > clock.now() || archivedAt) return [];
    const [rows, busy] = [
      await tx.enrolment.findMany({ where: beforeMove(move), select: { id: true } }),
      await enrolmentsInAttempt(tx, courseId),
    ];
    return moveAlong(
      tx,
      null,
      { ...move, slug },
      rows.map(({ id }) => id).filter((id) => !busy.has(id)),
    );
  }, minutes(1));
  for (const certificateId of certificates) await requestCertificate(certificateId);
}

/** Does for all courses what a lost job left undone; one that fails holds up no other. */
export async function performDueMoves(): Promise<void> {
  for (const courseId of await listDueMoves()) {
    await performMove(courseId).catch((error: unknown) =>
      log.error({ err: error, courseId }, "learners were not moved"),
    );
  }
}

/**
 * The learner goes on with the version that she is offered. Accepting twice moves once. Throws NotFoundError when she is
 * not enrolled, ConflictError when nothing is offered to her, or while she is in the middle of an attempt.
 */
export async function acceptMove(actor: Actor, courseSlug: string): Promise<void> {
  // Serializable: she may be handing in an attempt in another window, and the trainer changing her mind.
  const certificates = await serializable(async (tx) => {
    const { id, course, completedAt, standing } = await enrolmentOf(actor, courseSlug, tx);
    const move = await findMove(course.courseId, tx);
    if (move && course.versionId === move.toVersionId) return [];
    const offer = offerIn(move, { number: course.number, completedAt, standing });
    if (!move || !offer) throw new ConflictError("learn.moveGone");
    if ((await enrolmentsInAttempt(tx, course.courseId)).has(id))
      throw new ConflictError("learn.moveInAttempt");
    return moveAlong(tx, actor, { ...move, slug: courseSlug }, [id]);
  });
  for (const certificateId of certificates) await requestCertificate(certificateId);
}

/**
 * Completes the course for learners on a version who have nothing left to do in it, as those may who were just moved to
 * it. Safe to repeat.
 */
export async function completeMoved(courseVersionId: string): Promise<void> {
  const { structure } = await getCourseVersion(courseVersionId);
  const required = requiredIn(structure.course.outline);
  if (required.length === 0) return;
  const finished = await db.enrolment.findMany({
    where: {
      courseVersionId,
      completedAt: null,
      AND: required.map(({ id }) => ({
        progress: { some: { activityId: id, completedAt: { not: null } } },
      })),
    },
    select: { id: true },
  });
  for (const { id } of finished) {
    const certificateId = await serializable((tx) => completeCourse(tx, id));
    if (certificateId) await requestCertificate(certificateId);
  }
}

/** Does it for versions of the last day, for what a lost job left undone. */
export async function completeLately(): Promise<void> {
  const versions = await db.courseVersion.findMany({
    where: { importedAt: { gt: after(-days(1)) }, enrolments: { some: { completedAt: null } } },
    select: { id: true },
  });
  for (const { id } of versions) await completeMoved(id);
}

async function moveAlong(
  tx: Transaction,
  actor: Actor | null,
  move: OpenMove & { slug: string },
  enrolmentIds: string[],
): Promise<string[]> {
  const versions = await tx.courseVersion.findMany({
    where: { courseId: move.courseId, number: { lt: move.toVersion.number } },
    select: { id: true },
  });
  const moved = await moveToVersion(tx, actor, move.slug, {
    fromVersionIds: versions.map(({ id }) => id),
    toVersionId: move.toVersionId,
    enrolmentIds,
  });
  const certificates: string[] = [];
  for (const { enrolmentId } of moved) {
    const certificateId = await completeCourse(tx, enrolmentId);
    if (certificateId) certificates.push(certificateId);
  }
  return certificates;
}
