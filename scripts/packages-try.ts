/**
 * `npm run packages:try -- <file-or-folder> … [--json <file>]`: what becomes of packages in the real player. Each is
 * taken in by the real check on scratch data, launched in Chromium, touched a little, closed and launched again. Prints
 * a table and writes JSON (packages-try.json). Ends with 1 only when something is ours to mend.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "playwright";

import { browserFlags, findBrowser } from "./browser.js";
import { findPackages } from "./packages-try/find-packages.ts";
import { tableOf } from "./packages-try/table.ts";
import type { Trial } from "./packages-try/trial.ts";
import { startScratchSite } from "./scratch-site.ts";
import { root, setUp } from "./setup.js";
import { giveUp, Remedy } from "./steps.js";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "string", default: "packages-try.json" } },
  });
  const paths = findPackages(positionals);
  if (paths.length === 0) {
    throw new Remedy("Name packages, or folders with packages: npm run packages:try -- course.zip");
  }
  const report = resolve(values.json);
  await setUp();
  const trials = await tryAll(paths);
  writeFileSync(report, JSON.stringify(trials, null, 2));
  console.log(`\n${tableOf(trials)}`);
  process.exit(trials.every(({ faults }) => faults.length === 0) ? 0 : 1);
} catch (error) {
  giveUp(error);
}

async function tryAll(paths: string[]): Promise<Trial[]> {
  const site = await startScratchSite("packages", join(root, "scripts/migrate.ts"));
  const executablePath = findBrowser();
  try {
    // Only now: the settings are parsed at first use.
    const { newPerson } = await import("./packages-try/publish.ts");
    const { tryPackage } = await import("./packages-try/trial.ts");
    const openBrowser = () => chromium.launch({ executablePath, args: browserFlags });
    const author = await newPerson("trainer");
    const trials: Trial[] = [];
    for (const path of paths) {
      const trial = await tryPackage(openBrowser, author, path);
      console.log(`${trial.faults.length > 0 ? "✗" : "✓"} ${trial.name}  ${trial.seconds} s`);
      trials.push(trial);
    }
    return trials;
  } finally {
    await site.stop();
  }
}
