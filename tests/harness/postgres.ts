import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { startEmbeddedPostgres } from "#scripts/embedded-postgres.ts";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- augmenting needs an interface
  interface ProvidedContext {
    postgresUrl: string;
    /** A folder that goes with the run. */
    workshop: string;
  }
}

/** One embedded PostgreSQL for the run, with a migrated template that every process of tests copies. */
export default async function setup(project: TestProject) {
  const directory = mkdtempSync(join(tmpdir(), "sigurna-test-"));
  const postgres = await startEmbeddedPostgres(join(directory, "postgres"), [
    "-c",
    "fsync=off",
    "-c",
    "synchronous_commit=off",
    "-c",
    "max_connections=300",
  ]);
  await postgres.createDatabase("template");
  execFileSync(process.execPath, ["--import", "tsx", join(import.meta.dirname, "template.ts")], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      DATABASE_URL: postgres.urlOf("template"),
      DATA_DIR: join(directory, "data"),
      LOG_LEVEL: "silent",
    },
  });
  project.provide("postgresUrl", postgres.urlOf("postgres"));
  project.provide("workshop", directory);
  return async () => {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
