import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { BrowserContext, Page } from "@playwright/test";

import type { Actor } from "#app/identity/actor.ts";

import { startBrowser } from "./browser-process.ts";
import { expect, signIn } from "./fixtures.ts";
import { crashPage } from "./shell-window.ts";
import type { FaultySite } from "./site.ts";
import type { Subject } from "./subject.ts";

export type Situation = {
  site: FaultySite;
  context: BrowserContext;
  page: Page;
  learner: Actor;
  subject: Subject;
};

/** Everything that a learner's page sends away. */
export const writes = /^POST /;

const slowMilliseconds = Number(process.env.FAULT_SLOW_MS ?? 4_000);

/**
 * What goes wrong, while the learner goes on. Each begins with a page on which something is saved, and ends when nothing
 * is wrong any more and everything has had its chance to be saved.
 */
export const faults: Record<string, (situation: Situation) => Promise<void>> = {
  async "no connection"({ site, context, subject }) {
    await context.setOffline(true);
    site.proxy.disturb(/./, "drop");
    await subject.act();
    await subject.unsaved();
    await subject.act();
    site.proxy.heal();
    await context.setOffline(false);
    await subject.saved();
  },

  async "answers with status 500"({ site, subject }) {
    site.proxy.disturb(writes, 500);
    await actUnsaved(site, subject);
    site.proxy.heal();
    await subject.saved();
  },

  async "an expired session"({ site, context, page, learner, subject }) {
    const { expireEverything } = await import("./stored-state.ts");
    await expireEverything(learner);
    await subject.act();
    await expect(page.getByRole("link", { name: /^Sign in again/ })).toBeVisible();
    await subject.act();
    await signIn(context, site, learner);
    // As it happens when she comes back from the tab in which she signed in.
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await subject.saved();
  },

  async "a slow line"({ site, subject }) {
    site.proxy.disturb(writes, { slow: slowMilliseconds });
    await actUnsaved(site, subject);
    site.proxy.heal();
    await subject.act();
    await subject.saved();
  },

  async "a killed tab"({ site, context, page, subject }) {
    site.proxy.disturb(writes, "drop");
    await actUnsaved(site, subject);
    await crashPage(context, page);
    site.proxy.heal();
    await subject.open(await context.newPage());
  },

  async "a killed browser"({ site, learner, subject }) {
    const folder = mkdtempSync(join(tmpdir(), "sigurna-browser-"));
    const before = await startBrowser(folder);
    await signIn(before.context, site, learner);
    await subject.open(await before.context.newPage());
    site.proxy.disturb(writes, "drop");
    await actUnsaved(site, subject);
    await subject.onDisk();
    await before.kill();
    site.proxy.heal();
    const after = await startBrowser(folder);
    await signIn(after.context, site, learner);
    await subject.open(await after.context.newPage());
    await after.kill();
    rmSync(folder, { recursive: true, force: true });
  },

  async "a killed server"({ site, subject }) {
    await subject.act();
    await site.killWeb();
    await subject.act();
    await subject.unsaved();
    await site.startWeb();
    await subject.saved();
  },

  async "a restarted database"({ site, subject }) {
    await site.stopDatabase();
    await subject.act();
    await subject.unsaved();
    await site.startDatabase();
    await subject.saved();
  },

  async "full storage"({ site, context, page, subject }) {
    await fillStorage(page);
    expect(await subject.act()).toBe(true);
    await subject.saved();
    await emptyStorage(page);
    site.proxy.disturb(writes, "drop");
    expect(await subject.act()).toBe(true);
    await subject.unsaved();
    // What is replaced by something that does not fit must stay.
    await fillStorage(page);
    await subject.act();
    await subject.full();
    await emptyStorage(page);
    await subject.unsaved();
    site.proxy.heal();
    await page.close();
    await subject.open(await context.newPage());
  },

  async "two windows"({ context, subject }) {
    await subject.act();
    await subject.open(await context.newPage());
    await subject.act();
    await subject.saved();
  },

  async "a clock that jumps"({ page, subject }) {
    await page.clock.setSystemTime(Date.now() + 5 * 3_600_000);
    await subject.act();
    await page.clock.setSystemTime(Date.now() - 8 * 3_600_000);
    await subject.act();
    await subject.saved();
  },
};

async function actUnsaved(site: FaultySite, subject: Subject) {
  await subject.act();
  await expect.poll(() => site.proxy.hits()).toBeGreaterThan(0);
  await subject.act();
  await subject.unsaved();
}

const filler = "filler.";

/** In every origin of the page: until not even a short text fits. */
async function fillStorage(page: Page) {
  for (const frame of page.frames()) {
    await frame
      .evaluate((prefix) => {
        let part = "x".repeat(1_000_000);
        for (let count = 0; part.length > 0; count += 1) {
          try {
            localStorage.setItem(prefix + count, part);
          } catch {
            part = part.slice(0, Math.floor(part.length / 2));
          }
        }
      }, filler)
      .catch(() => undefined);
  }
}

/** As when a package tidies up: its own frame comes first. */
async function emptyStorage(page: Page) {
  for (const frame of page.frames().reverse()) {
    await frame
      .evaluate((prefix) => {
        for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
      }, filler)
      .catch(() => undefined);
  }
}
