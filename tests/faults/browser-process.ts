import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { type BrowserContext, chromium } from "@playwright/test";

import { browserFlags } from "#scripts/browser.js";

/** A browser that remembers in a folder, as a person's does, and can be ended like one that the system kills. */
export type BrowserProcess = {
  context: BrowserContext;
  /** SIGKILL for all of its processes at once: none gets time to write anything. */
  kill(): Promise<void>;
};

export async function startBrowser(folder: string): Promise<BrowserProcess> {
  const program = spawn(
    process.env.BROWSER_PATH ?? chromium.executablePath(),
    [...browserFlags, "--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const browser = await chromium.connectOverCDP(await debuggingAddress(program.stderr));
  const [context] = browser.contexts();
  if (!context) throw new Error("the browser has no window");
  return {
    context,
    async kill() {
      const ended = once(program, "exit");
      process.kill(-(program.pid as number), "SIGKILL");
      await ended;
      await browser.close();
    },
  };
}

async function debuggingAddress(errors: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(errors)) {
    const [, address] = /^DevTools listening on (ws:.*)$/.exec(line) ?? [];
    if (address) {
      errors.resume();
      return address;
    }
  }
  throw new Error("the browser did not start");
}
