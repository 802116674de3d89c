import { after, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";

/** Long enough to look into a complaint about a course that ended with a school year. */
const keptFor = days(180);

/**
 * Deletes the log of attempts that were completed or closed long ago: each call with its value. What came of it stays:
 * the newest values, results, times, and which numbers there were, so that a record that arrives late adds to it and one
 * that arrives again does not. Returns how many records are gone.
 */
export async function deleteOldRecords(): Promise<number> {
  const before = { lt: after(-keptFor) };
  const launches = await db.runLaunch.findMany({
    where: {
      attempt: { OR: [{ completedAt: before }, { closedAt: before }] },
      lastSeenAt: before,
      records: { some: {} },
    },
    select: { id: true, attemptId: true, number: true },
  });
  let deleted = 0;
  for (const launch of launches) deleted += await deleteRecords(launch);
  return deleted;
}

async function deleteRecords(launch: { id: string; attemptId: string; number: number }): Promise<number> {
  return db.$transaction(async (tx) => {
    // None arrives meanwhile: its time would be worked out from a log that is half gone.
    await tx.$queryRaw`SELECT id FROM run_attempt WHERE id = ${launch.attemptId} FOR NO KEY UPDATE`;
    await tx.$executeRaw`
      UPDATE run_time SET base = run_clock_after(coalesce(clock, base), ${launch.id}, activity)
      WHERE attempt_id = ${launch.attemptId} AND launch_number = ${launch.number}`;
    await tx.$executeRaw`
      UPDATE run_launch SET deleted_seqs = coalesce(deleted_seqs, '{}') + (
        SELECT range_agg(int4range(seq, seq, '[]')) FROM run_record WHERE launch_id = ${launch.id})
      WHERE id = ${launch.id}`;
    return (await tx.runRecord.deleteMany({ where: { launchId: launch.id } })).count;
  });
}
