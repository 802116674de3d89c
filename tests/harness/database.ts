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
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "template"`);
  await client.end();
}
