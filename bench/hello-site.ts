import { execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { compress } from "#scripts/compress.ts";
import { freePort } from "#scripts/free-port.ts";

const root = join(import.meta.dirname, "..");
// Inside the project, so that the server build finds its packages.
const buildDirectory = join(root, ".cache/bench-hello");

/** The smallest Remix page, built, compressed and served as the product is: what any figure is compared with. */
export async function startHello(): Promise<{ address: string; stop(): Promise<void> }> {
  rmSync(buildDirectory, { recursive: true, force: true });
  const compiler = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const env = { ...process.env, NODE_ENV: "production" as const, HELLO_BUILD: buildDirectory };
  execFileSync(process.execPath, [compiler, "vite:build", "--config", "bench/hello/vite.config.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  compress(join(buildDirectory, "client"));
  const port = await freePort();
  const server = spawn(process.execPath, ["--import", "tsx", join(root, "bench/hello/server.ts")], {
    env: { ...env, HELLO_PORT: String(port) },
    stdio: "inherit",
  });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once("exit", done));
    server.kill();
    await ended;
  };
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const isUp = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { address, stop };
    await setTimeout(100);
  }
  await stop();
  throw new Error("The hello-world page did not come up.");
}
