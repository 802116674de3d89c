import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";

/**
 * Closes the open attempts of some learners at some activities: because a new one begins, or because the package behind
 * them was exchanged. The next launch begins a new attempt, and windows that still play the old one are told. With
 * `packageName`, only those at one package of a lesson.
 */
export async function closeAttempts(
  tx: Transaction,
  enrolmentIds: string[],
  activityIds: string[],
  packageName?: string,
): Promise<void> {
  const now = clock.now();
  const which = {
    enrolmentId: { in: enrolmentIds },
    activityId: { in: activityIds },
    closedAt: null,
    ...(packageName === undefined ? {} : { packageName }),
  };
  await tx.runLaunch.updateMany({
    where: { attempt: which, supersededAt: null },
    data: { supersededAt: now },
  });
  await tx.runAttempt.updateMany({ where: which, data: { closedAt: now } });
}
