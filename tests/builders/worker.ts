import { type ChildProcess, spawn } from "node:child_process";

import { programFile } from "#app/platform/program-file.ts";

/** The real worker process on this test's database. */
export function startWorker(settings: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [programFile("worker")], {
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", ...settings },
  });
}

/** Ends a worker and waits until it is gone; SIGKILL leaves it no time to finish anything. */
export async function endWorker(worker: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  worker.kill(signal);
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  await new Promise((done) => worker.once("exit", done));
}
