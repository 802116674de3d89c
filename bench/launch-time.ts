import { chromium } from "@playwright/test";

import type { Actor } from "#app/identity/actor.ts";
import { findBrowser } from "#scripts/browser.js";
import { probeSlug } from "#tests/faults/probe-course.ts";

import { percentiles } from "./load.ts";
import { cookieOf } from "./people.ts";
import type { Site } from "./site.ts";

const launches = 8;

export type LaunchTime = { launches: number; p50: number; p95: number; helloP50: number; toHello: number };

/**
 * From asking for the player's page to the package's first call (SCORM 2004, its session opened), with a filled browser
 * cache as for anyone but the first; beside the loading of the hello-world page in the same browser.
 */
export async function measureLaunch(site: Site, learner: Actor, helloAddress: string): Promise<LaunchTime> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    // Playwright's own switches off that frames of another site have storage of their own; the last of two counts.
    args: ["--no-sandbox", "--disable-features=Translate,HttpsUpgrades"],
  });
  try {
    const context = await browser.newContext();
    const pairs = (await cookieOf(learner.id)).split("; ");
    await context.addCookies(
      pairs.map((pair) => {
        const [name = "", value = ""] = pair.split("=");
        return { name, value, url: site.address };
      }),
    );
    const time = async (
      address: string,
      until: (page: Awaited<ReturnType<typeof context.newPage>>) => Promise<unknown>,
    ) => {
      const times: number[] = [];
      for (let turn = 0; turn <= launches; turn += 1) {
        const page = await context.newPage();
        // The farewell of the page before may still be on its way.
        const goOn = page.getByRole("button", { name: "Go on here" });
        await page.addLocatorHandler(goOn, () => goOn.click());
        const start = performance.now();
        await page.goto(address, { waitUntil: "commit" });
        await until(page);
        if (turn > 0) times.push(performance.now() - start);
        // The page says that it is left, so that the next is not the second window.
        await page.goto("about:blank");
        await page.close();
      }
      return percentiles(times);
    };
    const hello = await time(helloAddress, (page) => page.waitForLoadState("load"));
    const launch = await time(
      `${site.address}/learn/${probeSlug}/packages/scorm2004/player`,
      async (page) => {
        const shell = page.frameLocator("iframe[data-player]");
        await page.locator("iframe[data-player]").waitFor();
        await shell.frameLocator("#package").locator("[data-begun]").waitFor({ state: "attached" });
      },
    );
    return {
      launches,
      p50: launch.p50,
      p95: launch.p95,
      helloP50: hello.p50,
      toHello: Number((launch.p50 / hello.p50).toFixed(2)),
    };
  } finally {
    await browser.close();
  }
}
