import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";

import type { Browser, BrowserContext, Page } from "playwright";

import type { Actor } from "#app/identity/actor.ts";
import { launchableIds } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";

import { closeTab, isAllSent, launch, signIn, waitForFirstCall } from "./player-tab.ts";
import { newPerson, publishFor, takeIn } from "./publish.ts";
import { differences, lostRecords, recordCounts } from "./stored.ts";
import { packageFrames, touch } from "./touch.ts";
import type { Watch } from "./watch-page.ts";

/** What came of one package. */
export type Trial = {
  name: string;
  refused: string | null;
  standard: string | null;
  activities: number;
  findings: number;
  /** "running": it called its API or was shown. "shown": its page came up, and it called nothing. */
  launched: "running" | "shown" | "no" | null;
  consoleErrors: string[];
  /** By kind. */
  calls: Record<string, number>;
  errorCodes: string[];
  recordsAcknowledged: number;
  commitsAcknowledged: number;
  statements: number;
  /** Whether the next launch was given all that was acknowledged; null when nothing was. */
  isResumedEqual: boolean | null;
  /** What is ours to mend. */
  faults: string[];
  seconds: number;
};

const packageLimit = 60_000;

/** Tries one archive from upload to relaunch. Never throws: what goes wrong is in the answer. */
export async function tryPackage(
  openBrowser: () => Promise<Browser>,
  author: Actor,
  path: string,
): Promise<Trial> {
  const started = performance.now();
  const trial = emptyTrial(basename(path));
  // One for each package: whatever a package does to it ends with it.
  const browser = await openBrowser();
  const context = await browser.newContext();
  const timer = new AbortController();
  const limit = setTimeout(packageLimit, "late" as const, { signal: timer.signal }).catch(
    () => "early" as const,
  );
  const work = run(context, author, path, trial).catch((error: unknown) => {
    if (!timer.signal.aborted)
      trial.faults.push(`it failed: ${error instanceof Error ? error.message : String(error)}`);
  });
  if ((await Promise.race([work, limit])) === "late") {
    trial.faults.push(`it was not through after ${packageLimit / 1000} seconds`);
  }
  timer.abort();
  await browser.close();
  await work;
  trial.seconds = Math.round((performance.now() - started) / 100) / 10;
  return trial;
}

async function run(context: BrowserContext, author: Actor, path: string, trial: Trial) {
  const taken = await takeIn(author, path);
  if ("refused" in taken) {
    trial.refused = taken.refused;
    return;
  }
  const { structure, findings } = taken.package;
  trial.standard = standardOf(structure);
  trial.activities = launchableIds(structure).length;
  trial.findings = findings.length;
  const learner = await newPerson("learner");
  const { courseSlug, playerPath } = await publishFor([learner], author, taken.package);
  await signIn(context, learner);

  const first = await launch(context, playerPath);
  await waitForFirstCall(first.watch);
  await touch(first.page);
  trial.launched = await howLaunched(first.page, first.watch);
  if (!(await isAllSent(first.page))) trial.faults.push("not everything was acknowledged");
  await closeTab(first.page);

  const second = await launch(context, playerPath);
  trial.faults.push(...first.watch.faults, ...second.watch.faults);
  trial.consoleErrors = [...new Set([...first.watch.consoleErrors, ...second.watch.consoleErrors])];
  if (!first.watch.boot || !second.watch.boot) {
    trial.faults.push("the player did not begin");
    return;
  }
  await waitForFirstCall(second.watch);
  await report(trial, courseSlug, first.watch, second.watch);
}

async function report(trial: Trial, courseSlug: string, first: Watch, second: Watch) {
  const acknowledged = [...first.acknowledged.values()];
  const launchId = first.boot?.launchId ?? "";
  trial.recordsAcknowledged = acknowledged.length;
  trial.commitsAcknowledged = acknowledged.filter(({ kind }) => kind === "commit").length;
  trial.statements = first.statements + acknowledged.filter(({ kind }) => kind === "statement").length;
  Object.assign(trial, await recordCounts(courseSlug));
  const lost = await lostRecords(launchId, acknowledged);
  if (lost.length > 0) trial.faults.push(`${lost.length} acknowledged records are not stored`);
  const { compared, different } = await differences(launchId, second.boot?.values ?? {});
  trial.isResumedEqual = compared === 0 ? null : different.length === 0;
  if (different.length > 0)
    trial.faults.push(`the next launch was given other values of ${different.join(", ")}`);
}

async function howLaunched(page: Page, watch: Watch): Promise<Trial["launched"]> {
  const records = [...watch.acknowledged.values()];
  if (watch.statements > 0 || records.some(({ kind }) => kind === "initialize" || kind === "statement")) {
    return "running";
  }
  for (const frame of packageFrames(page)) {
    const length = await frame.evaluate(() => document.body?.innerHTML.length ?? 0).catch(() => 0);
    if (length > 0 && frame.url() !== "about:blank") return "shown";
  }
  return "no";
}

function standardOf(structure: PackageStructure): string {
  if (structure.standard === "scorm-2004") return `SCORM 2004 ${structure.edition} edition`;
  if (structure.standard === "h5p") return structure.mainLibrary;
  return structure.standard === "cmi5" ? "cmi5" : "SCORM 1.2";
}

function emptyTrial(name: string): Trial {
  return {
    name,
    refused: null,
    standard: null,
    activities: 0,
    findings: 0,
    launched: null,
    consoleErrors: [],
    calls: {},
    errorCodes: [],
    recordsAcknowledged: 0,
    commitsAcknowledged: 0,
    statements: 0,
    isResumedEqual: null,
    faults: [],
    seconds: 0,
  };
}
