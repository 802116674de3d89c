import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { type CourseMove, type MovedLearner, moveLearners } from "#app/learning/course-move.server.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { closeAttempts } from "./attempt-close.server.ts";

/**
 * Moves learners under way, closes what they have open in packages that begin anew, and notes it for each; the actor is
 * null when a date has come. Serializable callers only.
 */
export async function moveToVersion(
  tx: Transaction,
  actor: Actor | null,
  course: string,
  by: CourseMove,
): Promise<MovedLearner[]> {
  const moved = await moveLearners(tx, by);
  for (const restartedIds of new Set(moved.map((one) => one.restartedIds))) {
    const ids = moved
      .filter((one) => one.restartedIds === restartedIds)
      .map(({ enrolmentId }) => enrolmentId);
    await closeAttempts(tx, ids, restartedIds);
  }
  for (const { userId } of moved)
    await recordAudit(tx, actor, "enrolment.moved", `user:${userId}`, { course });
  return moved;
}
