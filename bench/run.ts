/** `npm run bench`: measures the production build on a throw-away database. Load goes to this machine only. */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { giveUp, Remedy, step } from "#scripts/steps.js";

import { startHello } from "./hello-site.ts";
import { report } from "./report.ts";
import { startSite } from "./site.ts";

const running: { stop(): Promise<void> }[] = [];
const stopAll = async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
};
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void stopAll().then(() => process.exit(1)));
}

try {
  if (!existsSync(join(import.meta.dirname, "../build/server/index.js"))) {
    throw new Remedy("There is no production build yet. Make it with: npm run setup");
  }
  const hello = await step("Hello-world page", startHello);
  running.push(hello);
  const site = await startSite();
  running.push(site);
  // Only now: the application reads its settings when it is loaded.
  const { measure } = await import("./measure.ts");
  const measurements = await measure(site, hello.address);
  await stopAll();
  report(measurements);
} catch (error) {
  await stopAll();
  giveUp(error);
}
