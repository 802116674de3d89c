import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import pg from "pg";

import { type RunningPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { Remedy, step } from "./steps.js";
import { Supervisor } from "./supervisor.ts";

/** Runs the whole of Sigurna in the foreground: database unless one is given, migrations, courses, web and worker. */
export async function serve({ isDemo }: { isDemo: boolean }): Promise<void> {
  const started = performance.now();
  const settings = process.env;
  const { DATA_DIR: dataDir, HOST: host, PORT: port, APP_ORIGIN: address } = await requireSettings();
  await requireFreePort(host, port);
  claimDataDirectory(dataDir);

  const supervisor = new Supervisor();
  let postgres: RunningPostgres | undefined;
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    console.log("\nStopping …");
    await supervisor.stop();
    await postgres?.stop();
    rmSync(lockFile(dataDir), { force: true });
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

  try {
    if (settings.DATABASE_URL) {
      await step("Database", () => requireDatabase(settings.DATABASE_URL as string));
    } else {
      postgres = await step("Embedded PostgreSQL", () => openDatabase(dataDir));
      settings.DATABASE_URL = postgres.urlOf("sigurna");
    }
    // Only now: the settings are parsed at first use.
    const { prepare, howToSignIn } = await import("./prepare.ts");
    await prepare();
    if (isDemo) {
      const { loadDemonstration } = await import("./demo.ts");
      await step("Demonstration data", loadDemonstration);
    }
    const signIn = await howToSignIn(isDemo);
    await step("Web server and worker", () => supervisor.start(`http://${reachable(host)}:${port}/health`));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`\nSigurna is running after ${seconds} s at ${address}\n${signIn}\nCtrl-C stops it.`);
  } catch (error) {
    // Ctrl-C takes the database away from what is being prepared: that is no failure.
    if (isStopping) return;
    await supervisor.stop();
    await postgres?.stop();
    rmSync(lockFile(dataDir), { force: true });
    throw error;
  }
}

/** Before anything is started. The embedded database's address is not known yet; any stands for it. */
async function requireSettings() {
  const { parseEnv } = await import("#app/platform/env.server.ts");
  try {
    return parseEnv({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || "postgresql://embedded" });
  } catch (error) {
    throw new Remedy((error as Error).message);
  }
}

/** An address to ask the web server at that listens on `host`; every address of the machine is written 0.0.0.0 or ::. */
function reachable(host: string) {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

const lockFile = (dataDir: string) => join(dataDir, "running.pid");

function claimDataDirectory(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch {
    throw new Remedy(
      `The data folder ${dataDir} cannot be written to. Give yourself the right to, or set DATA_DIR to another folder.`,
    );
  }
  const file = lockFile(dataDir);
  if (existsSync(file) && isAlive(Number(readFileSync(file, "utf8")))) {
    throw new Remedy(
      `Sigurna is running on ${dataDir} already (process ${readFileSync(file, "utf8")}). Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(file, String(process.pid));
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

async function requireFreePort(host: string, port: number) {
  await new Promise<void>((done, fail) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      fail(
        new Remedy(
          error.code === "EADDRINUSE"
            ? `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`
            : `The address ${host}:${port} cannot be used (${error.code}). Set HOST and PORT to another.`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

async function openDatabase(dataDir: string): Promise<RunningPostgres> {
  const postgres = await startEmbeddedPostgres(join(dataDir, "postgres"));
  try {
    const client = new pg.Client({ connectionString: postgres.urlOf("postgres") });
    await client.connect();
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'sigurna'");
    await client.end();
    if (!rowCount) await postgres.createDatabase("sigurna");
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function requireDatabase(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    throw new Remedy(
      `The database named by DATABASE_URL cannot be reached (${(error as Error).message}). Check that it runs and that the address, user and password are right.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
