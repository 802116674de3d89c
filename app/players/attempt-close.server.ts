import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";

/**
 * Closes the open attempts of some learners at some activities, because the package behind them was exchanged: what
 * they did stays in the log and does not count any more, and the next launch begins a new attempt.
 */
export async function closeAttempts(
  tx: Transaction,
  enrolmentIds: string[],
  activityIds: string[],
): Promise<void> {
  await tx.runAttempt.updateMany({
    where: { enrolmentId: { in: enrolmentIds }, activityId: { in: activityIds }, closedAt: null },
    data: { closedAt: clock.now() },
  });
}
