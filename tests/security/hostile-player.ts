import type { Browser, BrowserContext, Frame, Page } from "@playwright/test";

import type { Actor } from "#app/identity/actor.ts";
import { packageFrames, shellFrame } from "#scripts/packages-try/touch.ts";
import { expect, signInOn } from "#tests/journeys/fixtures.ts";

export type HostilePlayer = {
  context: BrowserContext;
  page: Page;
  shell: () => Frame;
  /** Token of the launch, which the page around the package knows. */
  token: () => string;
  frame: () => Frame;
  /** Lets the package try something; the answer is what it reached. */
  attempt: (name: string, targets?: object) => Promise<unknown>;
};

const appOrigin = () => process.env.APP_ORIGIN as string;

/** A hostile package running for a learner, in a browser of its own or in the given one. */
export async function playHostile(
  browser: Browser,
  learner: Actor,
  { playerPath }: { playerPath: string },
  context?: BrowserContext,
): Promise<HostilePlayer> {
  const used = context ?? (await browser.newContext());
  await signInOn(used, appOrigin(), learner);
  const page = await used.newPage();
  await page.goto(`${appOrigin()}${playerPath}`);
  let frame: Frame | null = null;
  const takeOver = page.getByRole("button", { name: "Go on here" });
  await expect
    .poll(
      async () => {
        // An earlier window of the learner ended without a word.
        if (await takeOver.isVisible()) await takeOver.click();
        return (frame = await hostileFrame(page)) !== null;
      },
      { message: "the package runs" },
    )
    .toBe(true);
  const found = () => frame as unknown as Frame;
  return {
    context: used,
    page,
    shell: () => shellFrame(page) as Frame,
    token: () => new URL((shellFrame(page) as Frame).url()).pathname.split("/").at(-1) as string,
    frame: found,
    attempt: (name, targets = {}) =>
      found().evaluate(([called, given]) => (window as unknown as Hostile).hostile[called]?.(given), [
        name,
        { app: appOrigin(), ...targets },
      ] as const),
  };
}

type Hostile = { hostile: Record<string, (targets: object) => unknown> };

/** The frame in which the package has begun. */
async function hostileFrame(page: Page): Promise<Frame | null> {
  for (const frame of packageFrames(page)) {
    const hasBegun = await frame
      .evaluate(() => "hostile" in window && document.title === "Running")
      .catch(() => false);
    if (hasBegun) return frame;
  }
  return null;
}
