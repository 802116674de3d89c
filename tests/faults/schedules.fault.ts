/**
 * Random schedules of faults on one attempt, through the product's shell in Chromium, its content origin and PostgreSQL.
 * The learner's page around the shell is a small one of the tests, so that a schedule takes about a second; with the
 * real page the matrix tries each fault by itself. FAULT_SCHEDULES says how many; FAULT_SEED and FAULT_PATH, which a
 * failure prints, repeat one.
 */
import type { BrowserContext } from "@playwright/test";
import fc from "fast-check";

import type { Actor } from "#app/identity/actor.ts";

import { expect, test } from "./fixtures.ts";
import { Model, schedule, type Step } from "./schedule.ts";
import { openShellWindow, type ShellWindow } from "./shell-window.ts";
import type { FaultySite } from "./site.ts";

const parts = 5;
const schedules = Number(process.env.FAULT_SCHEDULES ?? 30);
const seed = Number(process.env.FAULT_SEED);
const path = process.env.FAULT_PATH;

const elements = ["cmi.location", "cmi.suspend_data", "cmi.score.scaled", "cmi.completion_status"] as const;

for (let part = 0; part < (path ? 1 : parts); part += 1) {
  const numRuns = Math.ceil(schedules / parts);
  test(`${numRuns} random schedules from seed ${seed + part} end as the model says`, async ({
    site,
    browser,
  }) => {
    test.setTimeout(120_000 + numRuns * 20_000);
    const { probeLearner } = await import("./prepare.ts");
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        const context = await browser.newContext();
        try {
          await play(await probeLearner(), site, context, steps);
        } finally {
          site.proxy.heal();
          await context.close();
        }
      }),
      { numRuns, seed: seed + part, ...(path ? { path } : {}) },
    );
  });
}

type OpenWindow = ShellWindow & { launchId: string; number: number };

async function play(learner: Actor, site: FaultySite, context: BrowserContext, steps: Step[]) {
  const { launchShell, renew } = await import("./launches.ts");
  const { expireEverything, storedState } = await import("./stored-state.ts");
  const model = new Model();
  let windows: OpenWindow[] = [];
  let count = 0;

  async function open() {
    // Nobody can open anything while the line is bad.
    site.proxy.heal();
    const { shellUrl, ...launch } = await launchShell(learner);
    windows = [...windows, { ...launch, ...(await openShellWindow(context, site, shellUrl)) }];
  }

  async function leave(how: "close" | "crash") {
    await windows.at(-1)?.[how]();
    windows = windows.slice(0, -1);
  }

  async function perform(step: Step) {
    const current = windows.at(-1);
    switch (step.do) {
      case "set": {
        const place = step.inOlderWindow ? (windows.at(-2) ?? current) : current;
        if (!place) return;
        count += 1;
        const element = elements[step.element] ?? elements[0];
        const value = valueOf(element, count, step.isLong);
        if (await place.set(element, value)) model.told(place.number, element, value);
        return;
      }
      case "commit":
        return current?.commit();
      case "reload":
        await leave("close");
        return open();
      case "close":
        return leave("close");
      case "crash":
        return leave("crash");
      case "take over":
        return open();
      case "expire":
        return expireEverything(learner);
      case "renew":
        for (const { launchId, tell } of windows) {
          await renew(learner, launchId);
          await tell({ sigurna: "renewed" });
        }
        return;
      case "break the line":
        return site.proxy.disturb(/^POST /, step.fault);
      case "mend":
        return site.proxy.heal();
      case "kill the server":
        await site.killWeb();
        return site.startWeb();
    }
  }

  await open();
  for (const step of steps) await perform(step);
  while (windows.length > 0) await leave("close");
  await open();
  await expect(async () => expect(await storedState(learner, "scorm2004")).toEqual(model.state())).toPass({
    timeout: 15_000,
    intervals: [20, 50, 100],
  });
}

function valueOf(element: (typeof elements)[number], count: number, isLong: boolean): string {
  switch (element) {
    case "cmi.score.scaled":
      return String(count / 1000);
    case "cmi.completion_status":
      return count % 2 === 0 ? "incomplete" : "unknown";
    case "cmi.suspend_data":
      return `${count} ${"y".repeat(isLong ? 50_000 : 5)}`;
    case "cmi.location":
      return `${count} ${"z".repeat(isLong ? 900 : 5)}`;
  }
}
