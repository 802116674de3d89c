import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { freePort } from "./free-port.ts";
import { Supervisor } from "./supervisor.ts";

export type ScratchSite = {
  directory: string;
  supervisor: Supervisor;
  /** Ends everything and removes the data. */
  stop: () => Promise<void>;
};

/**
 * The whole product on data of its own: PostgreSQL, the production build, web server and worker. Its settings are in
 * this process's environment afterwards, so call it before anything parses them. `prepare` is a script that fills the
 * database.
 */
export async function startScratchSite(
  name: string,
  prepare: string,
  settings: Record<string, string> = {},
): Promise<ScratchSite> {
  const directory = mkdtempSync(join(tmpdir(), `sigurna-${name}-`));
  const postgres = await startEmbeddedPostgres(join(directory, "postgres"), ["-c", "fsync=off"]);
  const supervisor = new Supervisor();
  const stop = async () => {
    await supervisor.stop();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await postgres.createDatabase("scratch");
    const port = Number(settings.PORT ?? (await freePort()));
    Object.assign(process.env, {
      NODE_ENV: "production",
      DATABASE_URL: postgres.urlOf("scratch"),
      DATA_DIR: join(directory, "data"),
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_ORIGIN: `http://localhost:${port}`,
      CONTENT_ORIGIN: `http://127.0.0.1:${port}`,
      LOG_LEVEL: "error",
      ...settings,
    });
    execFileSync(process.execPath, ["--import", "tsx", prepare], { stdio: ["ignore", "inherit", "inherit"] });
    await supervisor.start(`http://127.0.0.1:${port}/health`);
    return {
      directory,
      supervisor,
      async stop() {
        await closeConnections();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Those of this process: a database that ends under them would be written about as a fault. */
export async function closeConnections(): Promise<void> {
  // Only now: the settings are parsed at first use.
  const { closeQueues } = await import("#app/platform/queue.server.ts");
  const { db } = await import("#app/platform/db.server.ts");
  await closeQueues();
  await db.$disconnect();
}
