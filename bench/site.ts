import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startEmbeddedPostgres } from "#scripts/embedded-postgres.ts";
import { freePort } from "#scripts/free-port.ts";
import { closeConnections } from "#scripts/scratch-site.ts";
import { step } from "#scripts/steps.js";
import { Supervisor } from "#scripts/supervisor.ts";

export type Site = {
  /** Also what the site takes for its own: writes must come from it. */
  address: string;
  /** Resident memory in MiB. */
  memory(): Record<string, number>;
  /** Highest resident memory of a process so far, in MiB; where the system does not say, what it is now. */
  peakMemory(process: "web" | "worker"): number;
  /** The same of the processes that the worker has started and that still run, the largest of them; 0 without any. */
  peakMemoryOfJobs(): number;
  /** A folder for what the measurements need. */
  directory: string;
  stop(): Promise<void>;
};

/**
 * The product on a throw-away database, with the demonstration if wanted: PostgreSQL with its default safety settings, the
 * production build, one web process and one worker. Sets the environment, so import the application only after it.
 */
export async function startSite({ hasDemonstration = true } = {}): Promise<Site> {
  const directory = mkdtempSync(join(tmpdir(), "sigurna-bench-"));
  const postgres = await step("Embedded PostgreSQL", () =>
    // Room for a hundred connections of our own beside those of web and worker.
    startEmbeddedPostgres(join(directory, "postgres"), ["-c", "max_connections=200"]),
  );
  const supervisor = new Supervisor();
  const stop = async () => {
    await supervisor.stop();
    await closeConnections();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await postgres.createDatabase("bench");
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    Object.assign(process.env, {
      NODE_ENV: "production",
      DATABASE_URL: postgres.urlOf("bench"),
      DATA_DIR: join(directory, "data"),
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_ORIGIN: address,
      SMTP_URL: "",
      LOG_LEVEL: "error",
    });
    const { prepare } = await import("#scripts/prepare.ts");
    await prepare();
    if (hasDemonstration) {
      const { loadDemonstration } = await import("#scripts/demo.ts");
      await step("Demonstration data", loadDemonstration);
    }
    await step("Web server and worker", () => supervisor.start(`${address}/health`));
    const memory = () =>
      Object.fromEntries(
        Object.entries(supervisor.processIds).map(([name, id]) => [name, residentMemory(id)]),
      );
    const peakMemory = (name: "web" | "worker") => peakResidentMemory(supervisor.processIds[name] ?? 0);
    const peakMemoryOfJobs = () =>
      Math.max(0, ...childrenOf(supervisor.processIds.worker ?? 0).map(peakResidentMemory));
    return { address, memory, peakMemory, peakMemoryOfJobs, directory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function residentMemory(processId: number): number {
  const status = `/proc/${processId}/status`;
  const kibibytes = existsSync(status)
    ? Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(status, "utf8"))?.[1])
    : Number(execFileSync("ps", ["-o", "rss=", "-p", String(processId)], { encoding: "utf8" }));
  return Math.round(kibibytes / 1024);
}

function peakResidentMemory(processId: number): number {
  if (!existsSync("/proc/self/status")) return residentMemory(processId);
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(statusOf(String(processId)))?.[1] ?? 0) / 1024);
}

/** Empty where the system does not say. */
function childrenOf(processId: number): number[] {
  if (!existsSync("/proc/self/status")) return [];
  const parent = new RegExp(`^PPid:\\s+${processId}$`, "m");
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => parent.test(statusOf(id))).map(Number);
}

/** Empty for a process that has just ended. */
function statusOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/status`, "utf8");
  } catch {
    return "";
  }
}
