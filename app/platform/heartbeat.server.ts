import { clock, days, seconds } from "./clock.ts";
import { db } from "./db.server.ts";
import { productVersion } from "./health.server.ts";
import { log } from "./log.server.ts";

/** Tells through the database, every ten seconds, that a worker is alive. Returns how to stop. */
export async function startHeartbeat(workerId: string): Promise<() => Promise<void>> {
  const beat = async () => {
    const row = { beatAt: clock.now(), version: productVersion() };
    await db.workerHeartbeat.upsert({ where: { workerId }, update: row, create: { workerId, ...row } });
  };
  await beat();
  await db.workerHeartbeat.deleteMany({
    where: { beatAt: { lt: new Date(clock.now().getTime() - days(1)) } },
  });
  const timer = setInterval(() => {
    beat().catch((error: unknown) => log.error({ err: error }, "heartbeat failed"));
  }, seconds(10));
  return async () => {
    clearInterval(timer);
    await db.workerHeartbeat.deleteMany({ where: { workerId } });
  };
}
