import { readFileSync } from "node:fs";
import { join } from "node:path";

import { clock, seconds } from "./clock.ts";
import { db } from "./db.server.ts";
import { isMailReachable } from "./mail.server.ts";
import { queueConnection } from "./queue.server.ts";
import { isStorageWritable } from "./storage.server.ts";

type PartHealth = "ok" | "down";

export type SystemHealth = {
  /** `degraded`: learners can go on, but certificates or mails wait. */
  status: "ok" | "degraded" | "down";
  database: PartHealth;
  queue: PartHealth;
  worker: PartHealth;
  mail: PartHealth;
  storage: PartHealth;
  version: string;
};

/** A worker that has not reported for this long counts as gone. */
export const workerSilence = seconds(30);

export async function systemHealth(): Promise<SystemHealth> {
  const [database, queue, worker, mail, storage] = await Promise.all([
    answers(() => db.$queryRaw`SELECT 1`),
    answers(() => queueConnection().query("SELECT 1 FROM bullmq.job LIMIT 1")),
    answers(async () => {
      await db.workerHeartbeat.findFirstOrThrow({
        where: { beatAt: { gte: new Date(clock.now().getTime() - workerSilence) } },
      });
    }),
    answers(async () => {
      if (!(await isMailReachable())) throw new Error("mail server does not answer");
    }),
    answers(async () => {
      if (!(await isStorageWritable())) throw new Error("file store is not writable");
    }),
  ]);
  const isDown = database === "down" || storage === "down";
  const isDegraded = queue === "down" || worker === "down" || mail === "down";
  return {
    status: isDown ? "down" : isDegraded ? "degraded" : "ok",
    database,
    queue,
    worker,
    mail,
    storage,
    version: productVersion(),
  };
}

let version: string | undefined;

/** The version in package.json of the folder the process runs in. */
export function productVersion(): string {
  version ??= (JSON.parse(readFileSync(join(process.cwd(), "package.json"), "utf8")) as { version: string })
    .version;
  return version;
}

async function answers(check: () => Promise<unknown>): Promise<PartHealth> {
  const timeout = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("no answer in time")), seconds(3)).unref(),
  );
  return Promise.race([check(), timeout]).then(
    () => "ok",
    () => "down",
  );
}
