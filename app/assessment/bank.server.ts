import { type Actor, isAdministrator, isTrainer } from "#app/identity/actor.ts";
import { clock } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";

import { canChangeBank, canSeeBank } from "./policy.ts";

export type Bank = { id: string; title: string; courseId: string | null };

/** The bank of a course, made when the course is made; given a new title it takes that. */
export async function ensureCourseBank(tx: Transaction, courseId: string, title: string): Promise<Bank> {
  return tx.questionBank.upsert({
    where: { courseId },
    update: { title },
    create: { id: newId(), courseId, title, createdAt: clock.now() },
    select: { id: true, title: true, courseId: true },
  });
}

/** Throws ForbiddenError for a learner. */
export function requireStaff(actor: Actor): void {
  if (!isAdministrator(actor) && !isTrainer(actor)) throw new ForbiddenError();
}

/**
 * A bank the actor may look at, and whether she may change it. Throws ForbiddenError for a learner, and NotFoundError
 * for the bank of a course that is not hers: which courses there are is not hers to learn.
 */
export async function requireBank(
  actor: Actor,
  bankId: string,
  client: Transaction = db,
): Promise<Bank & { canChange: boolean }> {
  requireStaff(actor);
  const row = await client.questionBank.findUnique({
    where: { id: bankId },
    select: {
      id: true,
      title: true,
      courseId: true,
      editors: { select: { userId: true } },
      course: { select: { trainers: { select: { userId: true } } } },
    },
  });
  if (!row) throw new NotFoundError();
  const { editors, course, ...bank } = row;
  const access = {
    courseId: bank.courseId,
    trainerIds: course?.trainers.map(({ userId }) => userId) ?? [],
    editorIds: editors.map(({ userId }) => userId),
  };
  if (!canSeeBank(actor, access)) throw new NotFoundError();
  return { ...bank, canChange: canChangeBank(actor, access) };
}

/** A bank the actor may change. Throws like `requireBank`, and ForbiddenError when she may only look at it. */
export async function requireChangeableBank(actor: Actor, bankId: string, client: Transaction = db) {
  const { canChange, ...bank } = await requireBank(actor, bankId, client);
  if (!canChange) throw new ForbiddenError();
  return bank;
}
