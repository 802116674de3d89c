import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { programFile, type ProgramName } from "#app/platform/program-file.ts";
import { startEmbeddedPostgres } from "#scripts/embedded-postgres.ts";
import { freePort } from "#scripts/free-port.ts";

import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

export type FaultySite = {
  appOrigin: string;
  proxy: FaultProxy;
  /** SIGKILL: the web process gets no time to finish anything. */
  killWeb(): Promise<void>;
  startWeb(): Promise<void>;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * The product behind a line that can fail: PostgreSQL with its default safety settings, the production build, a worker,
 * and the proxy, which is all that browsers see. Sets the environment, so import the application only after it.
 */
export async function startFaultySite(): Promise<FaultySite> {
  const directory = mkdtempSync(join(tmpdir(), "sigurna-faults-"));
  const postgres = await startEmbeddedPostgres(join(directory, "postgres"));
  await postgres.createDatabase("faults");
  const webPort = await freePort();
  const proxy = await startFaultProxy(webPort);
  const appOrigin = `http://localhost:${proxy.port}`;
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATABASE_URL: postgres.urlOf("faults"),
    DATA_DIR: join(directory, "data"),
    HOST: "127.0.0.1",
    PORT: String(webPort),
    APP_ORIGIN: appOrigin,
    CONTENT_ORIGIN: `http://127.0.0.1:${proxy.port}`,
    SMTP_URL: "",
    // What the faults lead to is no news here.
    LOG_LEVEL: process.env.FAULT_LOG ?? "silent",
  });
  const { prepareProbeCourse } = await import("./prepare.ts");
  await prepareProbeCourse(directory);

  let web: ChildProcess | null = null;
  const worker = startProcess("worker");
  async function startWeb() {
    web = startProcess("web");
    await answers(`http://127.0.0.1:${webPort}/health`, web);
  }
  async function killWeb() {
    if (web) await end(web, "SIGKILL");
    web = null;
  }
  async function stop() {
    await Promise.all([killWeb(), end(worker, "SIGTERM"), proxy.stop()]);
    const { closeConnections } = await import("./prepare.ts");
    await closeConnections();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  try {
    await startWeb();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    appOrigin,
    proxy,
    killWeb,
    startWeb,
    stopDatabase: () => postgres.stop(),
    startDatabase: async () => {
      await postgres.startAgain();
      await answers(`http://127.0.0.1:${webPort}/health`, web);
    },
    stop,
  };
}

function startProcess(name: ProgramName): ChildProcess {
  return spawn(process.execPath, [programFile(name)], { stdio: ["ignore", "inherit", "inherit"] });
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await ended;
}

/** Waits until an address answers with 200. */
async function answers(address: string, server: ChildProcess | null) {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (server?.exitCode !== null) throw new Error(`the web process ended with code ${server?.exitCode}`);
    const isUp = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await setTimeout(50);
  }
  throw new Error(`${address} did not answer within a minute`);
}
