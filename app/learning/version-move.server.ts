import type { Actor } from "#app/identity/actor.ts";
import { requestMails } from "#app/notifications/outgoing-mail.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import type { CourseVersion, VersionMove } from "#prisma/generated/client.ts";

import { enrolmentOf, type LearnerEnrolment } from "./enrolment.server.ts";
import { moveLearners } from "./jobs.ts";

/** What becomes of learners under way on earlier versions; `moveAt` with "require". */
export type MoveChoice = { learners: "stay" | "offer" | "move" | "require"; moveAt: Date | null };

/** A move with the version that it leads to. */
export type OpenMove = VersionMove & { toVersion: Pick<CourseVersion, "number" | "label"> };

/** Learners under way on versions before the one that a move leads to. */
export const beforeMove = ({ courseId, toVersion }: OpenMove) => ({
  courseId,
  completedAt: null,
  courseVersion: { number: { lt: toVersion.number } },
});

export async function findMove(courseId: string, client: Transaction = db): Promise<OpenMove | null> {
  return client.versionMove.findUnique({
    where: { courseId },
    include: { toVersion: { select: { number: true, label: true } } },
  });
}

/**
 * Writes what becomes of learners under way, in place of what was said before; each of those it concerns is told by mail
 * that there is something new, once for a version. After the commit, `dispatchMove`. The caller has checked that the
 * actor may.
 */
export async function chooseMove(
  tx: Transaction,
  { courseId, slug, toVersionId }: { courseId: string; slug: string; toVersionId: string },
  { learners, moveAt }: MoveChoice,
): Promise<void> {
  await tx.versionMove.deleteMany({ where: { courseId } });
  if (learners === "stay") return;
  const now = clock.now();
  await tx.versionMove.create({
    data: {
      courseId,
      toVersionId,
      kind: learners === "offer" ? "offered" : "required",
      moveAt: learners === "require" ? moveAt : learners === "move" ? now : null,
      createdAt: now,
    },
  });
  const move = await findMove(courseId, tx);
  const told = await tx.enrolment.findMany({
    where: { ...beforeMove(move as OpenMove), user: { deactivatedAt: null } },
    select: { userId: true },
  });
  await requestMails(
    tx,
    told.map(({ userId }) => ({
      recipientId: userId,
      template: "new-version" as const,
      data: { courseSlug: slug },
      dedupeKey: `new-version:${toVersionId}:${userId}`,
    })),
  );
}

/** Asks for the move on its day. What a crash leaves undone here, `sweep-version-moves` finds. */
export async function dispatchMove(courseId: string): Promise<void> {
  const move = await findMove(courseId);
  if (move?.kind !== "required" || !move.moveAt) return;
  const key = `${move.toVersionId}-${move.moveAt.getTime()}`;
  await enqueue(moveLearners, { courseId }, key, move.moveAt.getTime() - clock.now().getTime());
}

/** Courses whose day to move learners has come, and that still have some to be moved. */
export async function listDueMoves(): Promise<string[]> {
  const due = await db.versionMove.findMany({
    where: { kind: "required", moveAt: { lte: clock.now() }, course: { archivedAt: null } },
    include: { toVersion: { select: { number: true, label: true } } },
  });
  const waiting = await Promise.all(due.map((move) => db.enrolment.count({ where: beforeMove(move) })));
  return due.flatMap(({ courseId }, index) => ((waiting[index] ?? 0) > 0 ? [courseId] : []));
}

/** Another version of her course that a learner under way may, or from a day on must, go on with. */
export type VersionOffer = {
  toVersionId: string;
  label: string;
  kind: "offered" | "required";
  moveAt: Date | null;
};

/** What a move is for one learner; null where it does not concern her. */
export function offerIn(
  move: OpenMove | null,
  enrolment: Pick<LearnerEnrolment, "completedAt" | "standing"> & { number: number },
): VersionOffer | null {
  if (!move || enrolment.completedAt || enrolment.standing === "archived") return null;
  if (enrolment.number >= move.toVersion.number) return null;
  const { toVersionId, kind, moveAt, toVersion } = move;
  return { toVersionId, label: toVersion.label, kind, moveAt };
}

/**
 * The learner stays on her version: her home does not ask again until there is another one. Throws NotFoundError when
 * she is not enrolled, ConflictError when nothing is offered to her.
 */
export async function declineMove(actor: Actor, courseSlug: string): Promise<void> {
  const { id, course, completedAt, standing } = await enrolmentOf(actor, courseSlug);
  const offer = offerIn(await findMove(course.courseId), { number: course.number, completedAt, standing });
  if (offer?.kind !== "offered") throw new ConflictError("learn.moveGone");
  await db.enrolment.update({ where: { id }, data: { keptFromId: offer.toVersionId } });
}
