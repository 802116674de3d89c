import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";

import { programFile } from "#app/platform/program-file.ts";

/** With what Node is given; the worker, for which nobody waits, collects its garbage early. */
const programs = { web: [programFile("web")], worker: ["--max-semi-space-size=2", programFile("worker")] };

/** Keeps web server and worker running: whichever ends is started again, a little later each time. */
export class Supervisor {
  private readonly children = new Map<string, ChildProcess>();
  private isStopping = false;

  /** Starts both and resolves when the web server answers. */
  async start(healthAddress: string): Promise<void> {
    for (const [name, command] of Object.entries(programs)) this.run(name, command, 0);
    for (let tries = 0; tries < 600; tries += 1) {
      const isUp = await fetch(healthAddress).then(
        (response) => response.ok,
        () => false,
      );
      if (isUp) return;
      await setTimeout(100);
    }
    throw new Error("The web server did not answer within a minute; its messages above say why.");
  }

  /** Process ids of those that run. */
  get processIds(): Record<string, number> {
    return Object.fromEntries([...this.children].flatMap(([name, { pid }]) => (pid ? [[name, pid]] : [])));
  }

  /** Asks both to end and waits; after ten seconds they are ended. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all(
      [...this.children.values()].map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = new Promise((done) => child.once("exit", done));
        child.kill("SIGTERM");
        const timer = new AbortController();
        await Promise.race([
          ended,
          setTimeout(10_000, undefined, { signal: timer.signal }).then(
            () => child.kill("SIGKILL"),
            () => undefined,
          ),
        ]);
        timer.abort();
      }),
    );
  }

  private run(name: string, command: string[], failures: number) {
    const startedAt = Date.now();
    // A group of its own, so that Ctrl-C reaches only the supervisor, which ends the others in order.
    const child = spawn(process.execPath, command, {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        // glibc keeps freed memory for each thread; with one pool, taking in a big package needs a tenth less.
        MALLOC_ARENA_MAX: "1",
        ...process.env,
        LOG_LEVEL: process.env.LOG_LEVEL || "warn",
      },
      detached: process.platform !== "win32",
    });
    this.children.set(name, child);
    child.once("exit", (code, signal) => {
      if (this.isStopping) return;
      const repeated = Date.now() - startedAt < 10_000 ? failures + 1 : 0;
      const pause = Math.min(30, 2 ** repeated - 1);
      console.error(`The ${name} ended (${signal ?? code}); starting it again in ${pause} s.`);
      void setTimeout(pause * 1000, undefined, { ref: false }).then(() => {
        if (!this.isStopping) this.run(name, command, repeated);
      });
    });
  }
}
