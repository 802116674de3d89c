import type { BrowserContext, Frame } from "playwright";

import { env } from "#app/platform/env.server.ts";

import type { Answer, ApiCall } from "./plan.ts";

/** Calls for one record, and the error with which no further of them is needed. */
export type Trial = { calls: ApiCall[]; error: string };

/** What the page that stands for an activity offers. `visit` is another each time it is loaded. */
type BlankWindow = {
  replay?: { visit: string; callAll(trials: Trial[]): Answer[]; callOnLeaving(trials: Trial[]): void };
};

/** Stands for each page of a package while a log is replayed: it calls what it is told to, and nothing by itself. */
const blankPage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Replay</title></head>
  <body>
    <p>The calls of a log are made here.</p>
    <script>
      const call = (name, ...given) => {
        const api = parent.API_1484_11 ?? parent.API;
        const old = { Initialize: "LMSInitialize", Terminate: "LMSFinish" };
        const known = parent.API_1484_11 ? name : (old[name] ?? "LMS" + name);
        return String(api[known](...given));
      };
      const answerTo = ({ calls, error }) => {
        let answer;
        for (const { name, given } of calls) {
          answer = { value: call(name, ...given), error: call("GetLastError") };
          if (answer.error === error) break;
        }
        return answer;
      };
      window.replay = {
        visit: crypto.randomUUID?.() ?? String(Math.random()),
        callAll: (trials) => trials.map(answerTo),
        callOnLeaving: (trials) => addEventListener("pagehide", () => trials.forEach(answerTo)),
      };
    </script>
  </body>
</html>
`;

/** Puts the blank page in the place of whatever a package shows. Returns how to let the package through again. */
export async function silencePackages(context: BrowserContext): Promise<() => Promise<void>> {
  const { APP_ORIGIN, CONTENT_ORIGIN } = env();
  const isOfPackage = ({ origin, pathname }: URL) =>
    ![APP_ORIGIN, CONTENT_ORIGIN].includes(origin) || pathname.startsWith("/files/");
  await context.route(isOfPackage, (route) =>
    route.request().resourceType() === "document"
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body: blankPage })
      : route.continue(),
  );
  return () => context.unroute(isOfPackage);
}

/** One after the other without a pause, so that the player does nothing of its own between them. */
export function callAll(frame: Frame, trials: Trial[]): Promise<Answer[]> {
  return frame.evaluate((all) => (window as unknown as BlankWindow).replay?.callAll(all) ?? [], trials);
}

/** The calls are made when the player takes the page away. */
export async function callOnLeaving(frame: Frame, trials: Trial[]): Promise<void> {
  await frame.evaluate((all) => (window as unknown as BlankWindow).replay?.callOnLeaving(all), trials);
}

export type Shown = { visit: string; activity: string | null; address: string };

/** What the shell shows, once that is there. `activity` is null where no table of contents names it. */
export async function shownIn(shell: Frame): Promise<Shown | null> {
  const here = await shell.childFrames()[0]?.evaluate(() => ({
    visit: (window as unknown as BlankWindow).replay?.visit,
    address: decodeURI(location.href),
  }));
  if (!here?.visit) return null;
  const activity = await shell.evaluate(
    () => document.querySelector<HTMLElement>("#side:not([hidden]) [aria-current]")?.dataset.activity ?? null,
  );
  return { visit: here.visit, address: here.address, activity };
}
