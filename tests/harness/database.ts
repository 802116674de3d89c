import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import { afterAll, inject } from "vitest";

const adminUrl = inject("postgresUrl");
const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
const dataDirectory = mkdtempSync(join(tmpdir(), "sigurna-data-"));

await query(`CREATE DATABASE "${name}" TEMPLATE "template"`);
const url = new URL(adminUrl);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.DATA_DIR = dataDirectory;
process.env.LOG_LEVEL = "silent";
process.env.NODE_ENV = "test";

afterAll(async () => {
  const { db } = await import("#app/platform/db.server.ts");
  const { closeQueues } = await import("#app/platform/queue.server.ts");
  await db.$disconnect();
  await closeQueues();
  await query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  rmSync(dataDirectory, { recursive: true, force: true });
});

async function query(sql: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}
