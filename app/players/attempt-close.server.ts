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
  const attempts = await tx.runAttempt.findMany({
    where: {
      enrolmentId: { in: enrolmentIds },
      activityId: { in: activityIds },
      closedAt: null,
      ...(packageName === undefined ? {} : { packageName }),
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const ids = attempts.map(({ id }) => id);
  // The attempts before their launches, as records that come now take them.
  await tx.runAttempt.updateMany({ where: { id: { in: ids } }, data: { closedAt: now } });
  await tx.runLaunch.updateMany({
    where: { attemptId: { in: ids }, supersededAt: null },
    data: { supersededAt: now },
  });
}
