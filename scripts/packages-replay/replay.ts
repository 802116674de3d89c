import { basename } from "node:path";

import type { Browser, BrowserContext, Page } from "playwright";

import type { Actor } from "#app/identity/actor.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";
import type { LaunchMode } from "#app/players/boot.ts";
import type { LoggedLaunch, RunLogFile } from "#app/players/run-log-file.ts";

import {
  closeTab,
  isAllSent,
  launch as openPlayer,
  leavePlayer,
  signIn,
  until,
} from "../packages-try/player-tab.ts";
import { newPerson, publishFor, takeIn } from "../packages-try/publish.ts";
import type { Watch } from "../packages-try/watch-page.ts";
import { Remedy } from "../steps.js";
import { type Account, emptyAccount, noteAnswer } from "./account.ts";
import { silencePackages } from "./blank-page.ts";
import { missingIn } from "./new-log.ts";
import { requireSamePackage } from "./read-log.ts";
import { replayContent } from "./replay-content.ts";
import { replayVisits } from "./replay-visits.ts";
import { resumedOtherwise } from "./resumed.ts";

/** What came of replaying a log. */
export type Replay = Account & {
  package: string;
  attempt: number;
  /** Numbers of the launches that were replayed; those without a record were not. */
  launches: number[];
  /** The package itself, launched once more after all of it. */
  relaunch: { mode: LaunchMode; calls: Record<string, number>; consoleErrors: string[] };
  /** What is ours to mend: answers with 5xx, records that were not acknowledged. */
  faults: string[];
};

export type ReplayWish = {
  path: string;
  log: RunLogFile;
  /** Shows the page of the relaunched package and waits until it is closed. */
  onRelaunch?: (page: Page) => Promise<void>;
};

const firstCallLimit = 8_000;

type Setting = { context: BrowserContext; playerPath: string; structure: PackageStructure; replay: Replay };

/**
 * Takes a package in, and makes the calls of a log against the player as a learner of its own. Throws a Remedy for a
 * package that is not accepted, or is not the one of the log.
 */
export async function replayLog(
  browser: Browser,
  author: Actor,
  { path, log, onRelaunch }: ReplayWish,
): Promise<Replay> {
  const taken = await takeIn(author, path);
  if ("refused" in taken) throw new Remedy(`The package is not accepted: ${taken.refused}`);
  const { structure } = taken.package;
  requireSamePackage(log, structure);
  const learner = await newPerson("learner");
  const { playerPath } = await publishFor([learner], author, taken.package);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const replay: Replay = {
    ...emptyAccount(),
    package: basename(path),
    attempt: log.attempt,
    launches: [],
    relaunch: { mode: "normal", calls: {}, consoleErrors: [] },
    faults: [],
  };
  const setting = { context, playerPath, structure, replay };
  try {
    await signIn(context, learner);
    // H5P content has no page of its own that could be left out.
    const letThrough = structure.standard === "h5p" ? null : await silencePackages(context);
    for (const [index, launch] of log.launches.entries()) {
      if (launch.records.length > 0) await replayLaunch(setting, launch, log.launches.slice(0, index));
    }
    await letThrough?.();
    await relaunch(setting, log.launches, onRelaunch);
    return replay;
  } finally {
    await context.close();
  }
}

async function replayLaunch(setting: Setting, launch: LoggedLaunch, before: LoggedLaunch[]) {
  const { replay, structure, playerPath } = setting;
  const { number, records } = launch;
  const { page, watch } = await openLaunch(setting, launch, before);
  const awaited =
    structure.standard === "h5p"
      ? (await replayContent(replay, { page, watch }, launch)).map((record) => ({ record, plan: null }))
      : await replayVisits(replay, page, launch, structure);
  if (!(await isAllSent(page))) replay.faults.push(`launch ${number}: not everything was acknowledged`);
  await leavePlayer(page, playerPath);
  const ofAwaited = awaited.map(({ record }) => record);
  const missing = await missingIn(watch.boot?.launchId ?? "", ofAwaited, records);
  for (const { record, plan } of awaited) {
    const recorded = plan?.recorded ?? { value: "true", error: "0" };
    const now = missing.has(record) ? { value: "no such answer", error: "0" } : recorded;
    noteAnswer(replay, number, record, { recorded, now });
  }
  await closeTab(page);
  replay.launches.push(number);
  replay.faults.push(...watch.faults);
}

/** Opens the player and compares how it begins. */
async function openLaunch(
  { context, playerPath, replay }: Setting,
  { number, mode }: Pick<LoggedLaunch, "number" | "mode">,
  before: LoggedLaunch[],
): Promise<{ page: Page; watch: Watch }> {
  const { page, watch } = await openPlayer(context, playerPath);
  if (!watch.boot) throw new Remedy(`The player does not begin launch ${number}: ${await sentenceOn(page)}`);
  if (watch.boot.mode !== mode) {
    const place = { launch: number, seq: null, activity: "", call: "launched as" };
    replay.differences.push({ ...place, recorded: mode, now: watch.boot.mode });
  }
  replay.differences.push(...resumedOtherwise(number, before, watch.boot.values));
  return { page, watch };
}

async function sentenceOn(page: Page): Promise<string> {
  return (
    (await page
      .getByRole("status")
      .first()
      .innerText({ timeout: 1_000 })
      .catch(() => "")) || "no reason"
  );
}

/** The package itself, in the state where the log ends. */
async function relaunch(setting: Setting, launches: LoggedLaunch[], onRelaunch: ReplayWish["onRelaunch"]) {
  const { context, playerPath, replay } = setting;
  const { page, watch } = await openPlayer(context, playerPath);
  if (!watch.boot) throw new Remedy(`The package does not come up again: ${await sentenceOn(page)}`);
  const number = (launches.at(-1)?.number ?? 0) + 1;
  replay.differences.push(...resumedOtherwise(number, launches, watch.boot.values));
  replay.relaunch.mode = watch.boot.mode;
  await waitUntilUp(page, watch);
  for (const { kind } of watch.acknowledged.values()) {
    replay.relaunch.calls[kind] = (replay.relaunch.calls[kind] ?? 0) + 1;
  }
  replay.relaunch.consoleErrors = [...watch.consoleErrors];
  replay.faults.push(...watch.faults);
  await onRelaunch?.(page);
}

/** A review writes nothing; there the files that have come must do. */
async function waitUntilUp(page: Page, { boot, acknowledged }: Watch) {
  if (boot?.mode === "review") {
    await page.waitForLoadState("networkidle", { timeout: firstCallLimit }).catch(() => undefined);
    return;
  }
  await until(firstCallLimit, () => [...acknowledged.values()].some(({ kind }) => kind === "initialize"));
}
