import { after, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";

/** Long enough to look into a complaint about a course that ended with a school year. */
const keptFor = days(180);
const launchesAtOnce = 100;

/**
 * Deletes the log of attempts that were completed or closed long ago: each call with its value. What came of it stays:
 * the newest values, results, times. Returns how many records are gone.
 */
export async function deleteOldRecords(): Promise<number> {
  const before = { lt: after(-keptFor) };
  const launches = await db.runLaunch.findMany({
    where: {
      attempt: { OR: [{ completedAt: before }, { closedAt: before }] },
      lastSeenAt: before,
      records: { some: {} },
    },
    select: { id: true },
  });
  let deleted = 0;
  for (let index = 0; index < launches.length; index += launchesAtOnce) {
    const ids = launches.slice(index, index + launchesAtOnce).map(({ id }) => id);
    deleted += (await db.runRecord.deleteMany({ where: { launchId: { in: ids } } })).count;
  }
  return deleted;
}
