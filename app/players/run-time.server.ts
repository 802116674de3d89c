import type { Transaction } from "#app/platform/db.server.ts";

import { ownElements } from "./run-record.ts";
import { sessionTimeElements, timeSpent, type TimedRecord } from "./time-spent.ts";

/**
 * Works out anew how long a launch spent at each of `activities`, from all its records so far. A review takes no time:
 * it is over.
 */
export async function recomputeTimeIn(
  tx: Transaction,
  launch: { id: string; attemptId: string; number: number; mode: string },
  activities: string[],
): Promise<void> {
  if (launch.mode === "review") return;
  for (const activity of activities) {
    const reset = await tx.runValue.findUnique({
      where: {
        attemptId_activity_element: { attemptId: launch.attemptId, activity, element: ownElements.reset },
      },
    });
    const resetSeq =
      !reset || reset.launchNumber < launch.number
        ? 0
        : reset.launchNumber === launch.number
          ? reset.seq
          : Infinity;
    const time = timeSpent(await timedRecords(tx, launch.id, activity), resetSeq);
    const key = { attemptId: launch.attemptId, activity, launchNumber: launch.number };
    await tx.runTime.upsert({
      where: { attemptId_activity_launchNumber: key },
      create: { ...key, ...time },
      update: time,
    });
    if (reset) {
      await tx.runTime.updateMany({
        where: { attemptId: launch.attemptId, activity, launchNumber: { lt: reset.launchNumber } },
        data: { currentSeconds: 0 },
      });
    }
  }
}

async function timedRecords(tx: Transaction, launchId: string, activity: string): Promise<TimedRecord[]> {
  return tx.$queryRaw`
    SELECT seq, at, kind, element, CASE WHEN element = ANY(${sessionTimeElements}) THEN value END AS value
    FROM run_record
    WHERE launch_id = ${launchId} AND activity = ${activity}
    ORDER BY seq`;
}
