import { createPostgresBackend, Queue } from "bullmq";
import pg from "pg";

import { days, seconds } from "./clock.ts";
import { env } from "./env.server.ts";
import type { JobDefinition } from "./job.ts";
import { log } from "./log.server.ts";

const schema = "bullmq";
const queues = new Map<string, ReturnType<typeof openQueue>>();
let pool: pg.Pool | undefined;

/** BullMQ's own connections: an enqueue is never part of a Prisma transaction. Each worker keeps one for LISTEN. */
export function queueConnection(): pg.Pool {
  pool ??= openPool();
  return pool;
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().DATABASE_URL,
    options: `-c search_path="${schema}"`,
    max: 32,
    keepAlive: true,
  });
  // A database that restarts ends idle connections; without a listener that would end this process.
  opened.on("error", (error) => log.warn({ err: error }, "queue connection lost"));
  // Every queue and worker listens for its errors.
  opened.setMaxListeners(64);
  return opened;
}

/** The queue of one kind of job. Errors of its connection are logged; BullMQ reconnects by itself. */
export function queueOf(name: string) {
  const queue = queues.get(name) ?? openQueue(name);
  queues.set(name, queue);
  return queue;
}

function openQueue(name: string) {
  const queue = new Queue(
    name,
    {
      connection: queueConnection(),
      defaultJobOptions: {
        // One second, two, four …: about eighteen hours in all, so that a mail server may be away overnight.
        attempts: 17,
        backoff: { type: "exponential", delay: seconds(1), jitter: 0.3 },
        removeOnComplete: true,
        removeOnFail: { age: days(30) / 1000 },
      },
    },
    createPostgresBackend,
  );
  queue.on("error", (error: Error) => log.error({ err: error, queue: name }, "queue connection failed"));
  return queue;
}

/**
 * Asks for a job. Call it after the commit of the row it is about. `key` makes asking twice harmless, also for a job
 * that failed for good: that one waits for an administrator. It begins after `delay` milliseconds.
 */
export async function enqueue<Payload>(
  job: JobDefinition<Payload>,
  payload: Payload,
  key: string,
  delay = 0,
): Promise<void> {
  await queueOf(job.name).add(job.name, job.payload.parse(payload), {
    jobId: key,
    delay: Math.max(0, delay),
  });
}

/** Creates or upgrades BullMQ's own tables. Part of migrating; a worker on missing tables would spin. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const queue = new Queue(
    "migration",
    { connection: { connectionString: databaseUrl, migrate: true, schema } },
    createPostgresBackend,
  );
  await queue.waitUntilReady();
  await queue.close();
}

export async function closeQueues(): Promise<void> {
  await Promise.all([...queues.values()].map((queue) => queue.close()));
  queues.clear();
  await pool?.end();
  pool = undefined;
}
