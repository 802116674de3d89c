import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { root } from "./setup.js";

/**
 * Runs `work` on a database and a folder of data of their own, which are deleted afterwards. The settings are in this
 * process's environment then, so `work` imports what parses them.
 */
export async function withScratchDatabase<Result>(
  name: string,
  work: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), `sigurna-${name}-`));
  const postgres = await startEmbeddedPostgres(join(directory, "postgres"), ["-c", "fsync=off"]);
  try {
    await postgres.createDatabase("scratch");
    Object.assign(process.env, {
      NODE_ENV: "production",
      DATABASE_URL: postgres.urlOf("scratch"),
      DATA_DIR: join(directory, "data"),
      APP_ORIGIN: "http://localhost:3000",
      CONTENT_ORIGIN: "http://127.0.0.1:3000",
      LOG_LEVEL: "error",
    });
    execFileSync(process.execPath, ["--import", "tsx", join(root, "scripts/migrate.ts")], {
      stdio: "ignore",
    });
    return await work(directory);
  } finally {
    const { db } = await import("#app/platform/db.server.ts");
    await db.$disconnect();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
