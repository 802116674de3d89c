import { setTimeout } from "node:timers/promises";

import type { BrowserContext, Page } from "playwright";

import type { Actor } from "#app/identity/actor.ts";
import { startSession } from "#app/identity/session.server.ts";
import { env } from "#app/platform/env.server.ts";

import { shellFrame } from "./touch.ts";
import { type Watch, watchPage } from "./watch-page.ts";

/** The learner's player in a tab of its own. */

const bootLimit = 15_000;
const firstCallLimit = 8_000;
const savedLimit = 10_000;

export async function signIn(context: BrowserContext, learner: Actor) {
  const [pair = ""] = (await startSession(learner.id)).split(";");
  const [name = "", value = ""] = pair.split("=");
  await context.addCookies([{ name, value, url: env().APP_ORIGIN }]);
}

export async function launch(
  context: BrowserContext,
  playerPath: string,
): Promise<{ page: Page; watch: Watch }> {
  const page = await context.newPage();
  const watch = watchPage(page);
  await page.goto(`${env().APP_ORIGIN}${playerPath}`);
  await until(bootLimit, async () => {
    if (watch.boot) return true;
    // The first window's farewell may still be on its way.
    const takeOver = page.getByRole("button", { name: "Go on here" });
    if (await takeOver.isVisible()) await takeOver.click({ timeout: 1_000 }).catch(() => undefined);
    return false;
  });
  return { page, watch };
}

export async function waitForFirstCall(watch: Watch) {
  await until(firstCallLimit, () => watch.acknowledged.size > 0 || watch.statements > 0);
}

/** The shell forgets what the server has. False also when it does not answer. */
export async function isAllSent(page: Page): Promise<boolean> {
  const isNothingWaiting = () => !Object.keys(localStorage).some((key) => key.startsWith("sigurna.run."));
  const waiting = shellFrame(page)?.waitForFunction(isNothingWaiting, undefined, {
    timeout: savedLimit,
    polling: 100,
  });
  return waiting ? waiting.then(() => true).catch(() => false) : false;
}

/** As a person closes it, with the page's own farewell. */
export async function closeTab(page: Page) {
  const closed = page.waitForEvent("close", { timeout: 5_000 }).catch(() => undefined);
  await page.close({ runBeforeUnload: true });
  await closed;
  if (!page.isClosed()) await page.close();
}

export async function until(limit: number, isReached: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + limit;
  while (performance.now() < end) {
    if (await isReached()) return true;
    await setTimeout(100);
  }
  return false;
}

/** Goes back to the unit's own page; the player ends and sends what it has. */
export async function leavePlayer(page: Page, playerPath: string) {
  const isAway = (url: URL) => !url.pathname.endsWith("/player");
  await page
    .getByRole("link", { name: "Results and attempts" })
    .first()
    .click({ timeout: 5_000 })
    .then(() => page.waitForURL(isAway, { timeout: 5_000 }))
    // The page asks when something is not saved; a new address leaves as a closed tab does.
    .catch(() => page.goto(`${env().APP_ORIGIN}${playerPath.replace(/\/player$/, "")}`));
}
