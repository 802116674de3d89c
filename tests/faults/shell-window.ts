import type { BrowserContext, Frame, Page } from "@playwright/test";

import type { ToShell } from "#app/players/shell-messages.ts";

import { probeFrame, type ScormProbe } from "./probe-frame.ts";
import type { FaultySite } from "./site.ts";

/** The product's shell with a probe package, in the smallest page that can hold it: opens in a fraction of the player's time. */
export type ShellWindow = {
  /** Whether the package was told that it is stored. False as well when it no longer runs here. */
  set(element: string, value: string): Promise<boolean>;
  commit(): Promise<void>;
  tell(message: ToShell): Promise<void>;
  close(): Promise<void>;
  /** Ends the processes behind the page without a word. */
  crash(): Promise<void>;
};

type HoldingPage = { tellShell: (message: ToShell) => void };

export async function openShellWindow(
  context: BrowserContext,
  site: FaultySite,
  shellUrl: string,
): Promise<ShellWindow> {
  const page = await context.newPage();
  let isCrashed = false;
  page.on("crash", () => (isCrashed = true));
  await page.goto(`${site.appOrigin}/health`);
  await page.evaluate(holdShell, shellUrl);
  const frame = await probeFrame(page);
  return {
    set: (element, value) =>
      inProbe(frame, ([name, text]) => (window as unknown as { probe: ScormProbe }).probe.set(name, text), [
        element,
        value,
      ] as const).then((isTold) => isTold === true),
    commit: () =>
      inProbe(frame, () => (window as unknown as { probe: ScormProbe }).probe.commit(), null).then(
        () => undefined,
      ),
    async tell(message) {
      const told = page.evaluate((what) => (window as unknown as HoldingPage).tellShell(what), message);
      // A page whose process has ended with another's hears nothing.
      await told.catch((error: Error) => {
        if (!/crashed/.test(error.message)) throw error;
      });
    },
    close: () => page.close(),
    // Two windows may share a process: then this one has ended with the other.
    crash: () => (isCrashed ? page.close() : crashPage(context, page)),
  };
}

/** Runs in the page: what the learner's page does, without its words. */
function holdShell(shellUrl: string) {
  const { origin } = new URL(shellUrl);
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
  frame.src = shellUrl;
  const tellShell = (message: unknown) => frame.contentWindow?.postMessage(message, origin);
  (window as unknown as HoldingPage).tellShell = tellShell;
  addEventListener("message", ({ source, data }: MessageEvent<{ sigurna?: string }>) => {
    if (source === frame.contentWindow && data.sigurna === "ready") {
      tellShell({ sigurna: "start", clearStorage: false });
    }
  });
  document.body.append(frame);
}

/** Undefined when the package is not there any more, because it goes on elsewhere. */
async function inProbe<Given, Result>(
  frame: Frame,
  work: (given: Given) => Result,
  given: Given,
): Promise<Result | undefined> {
  try {
    return (await (frame.evaluate as (work: unknown, given: unknown) => Promise<unknown>)(
      work,
      given,
    )) as Result;
  } catch {
    return undefined;
  }
}

/** Ends the processes that draw the page and its frames; what runs in them is told nothing. */
export async function crashPage(context: BrowserContext, page: Page): Promise<void> {
  for (const frame of page.frames().slice(1)) {
    const session = await context.newCDPSession(frame).catch(() => null);
    // The process that is to end does not answer.
    session?.send("Page.crash").catch(() => undefined);
  }
  const crashed = page.waitForEvent("crash");
  void context
    .newCDPSession(page)
    .then((session) => session.send("Page.crash"))
    .catch(() => undefined);
  await crashed;
  await page.close();
}
