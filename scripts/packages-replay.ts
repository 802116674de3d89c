/**
 * `npm run packages:replay -- <package> <log.json> [--json <file>] [--show]`: makes the calls of an exported run-time log
 * (docs/run-log.md) against the real player, on scratch data, and says which answers are other than recorded. Ends with
 * 1 when one is, or when a record could not be replayed. `--show` leaves the package itself open in a window, in the
 * state where the log ends.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { type Browser, chromium, type Page } from "playwright";

import type { RunLogFile } from "#app/players/run-log-file.ts";

import { browserFlags, findBrowser } from "./browser.js";
import { readRunLog } from "./packages-replay/read-log.ts";
import type { Replay } from "./packages-replay/replay.ts";
import { isSame, reportOf } from "./packages-replay/table.ts";
import { startScratchSite } from "./scratch-site.ts";
import { root, setUp } from "./setup.js";
import { giveUp, Remedy } from "./steps.js";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "string" }, show: { type: "boolean", default: false } },
  });
  const [path, logPath, ...more] = positionals;
  if (path === undefined || logPath === undefined || more.length > 0) {
    throw new Remedy("Name a package and a log of it: npm run packages:replay -- course.zip log.json");
  }
  if (!existsSync(path)) throw new Remedy(`${path} is not there.`);
  const log = readRunLog(resolve(logPath));
  await setUp();
  const replay = await replayHere(resolve(path), log, values.show);
  if (values.json !== undefined) writeFileSync(resolve(values.json), JSON.stringify(replay, null, 2));
  console.log(`\n${reportOf(replay)}`);
  process.exit(isSame(replay) ? 0 : 1);
} catch (error) {
  giveUp(error);
}

async function replayHere(path: string, log: RunLogFile, isShown: boolean): Promise<Replay> {
  const site = await startScratchSite("replay", join(root, "scripts/migrate.ts"));
  try {
    // Only now: the settings are parsed at first use.
    const { newPerson } = await import("./packages-try/publish.ts");
    const { replayLog } = await import("./packages-replay/replay.ts");
    const browser = await openBrowser(isShown);
    const author = await newPerson("trainer");
    const replay = await replayLog(browser, author, { path, log, ...(isShown ? { onRelaunch } : {}) });
    await browser.close();
    return replay;
  } finally {
    await site.stop();
  }
}

async function openBrowser(isShown: boolean): Promise<Browser> {
  const options = { executablePath: findBrowser({ isShown }), args: browserFlags, headless: !isShown };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!isShown) throw error;
    throw new Remedy("No window can be opened here. Leave --show out, or run this where there is a screen.");
  }
}

async function onRelaunch(page: Page) {
  console.log("The package is open in the state where the log ends. Close its tab to go on.");
  await page.bringToFront();
  await page.waitForEvent("close", { timeout: 0 });
}
