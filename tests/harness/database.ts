import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import pg from "pg";
import { afterAll, inject } from "vitest";

// The same for every file of a process: the application, which is loaded once, knows no other.
const name = `test_${process.pid}`;
const workshop = join(inject("workshop"), name);

await anew();
const url = new URL(inject("postgresUrl"));
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.DATA_DIR = join(workshop, "data");
process.env.SCRATCH_FOLDER = workshop;
process.env.LOG_LEVEL = "silent";
process.env.NODE_ENV = "test";

afterAll(async () => {
  const { db } = await import("#app/platform/db.server.ts");
  const { closeQueues } = await import("#app/platform/queue.server.ts");
  await db.$disconnect();
  await closeQueues();
});

/** Every file finds an empty database and no files. */
async function anew() {
  rmSync(join(workshop, "data"), { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const server = await connected("postgres");
  const { rowCount } = await server.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (rowCount === 0) await server.query(`CREATE DATABASE "${name}" TEMPLATE "template"`);
  await server.end();
  if (rowCount !== 0) await empty();
}

/** Takes a fraction of the time of another copy. The template holds only the notes of which migrations have run. */
async function empty() {
  const client = await connected(name);
  // Of the file before, what still goes on.
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()",
    [name],
  );
  const { rows } = await client.query<{ used: string | null }>(`
    SELECT string_agg(oid::regclass::text, ', ') AS used
    FROM pg_class
    WHERE relnamespace IN ('public'::regnamespace, 'bullmq'::regnamespace) AND relkind = 'r'
      AND oid NOT IN ('_prisma_migrations'::regclass, 'bullmq.migration'::regclass) AND pg_relation_size(oid) > 0`);
  const used = rows[0]?.used;
  if (used) await client.query(`TRUNCATE ${used} RESTART IDENTITY CASCADE`);
  await client.end();
}

async function connected(database: string) {
  const address = new URL(inject("postgresUrl"));
  address.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  return client;
}
