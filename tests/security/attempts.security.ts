import type { Browser } from "@playwright/test";

import type { Actor } from "#app/identity/actor.ts";
import { newPerson } from "#scripts/packages-try/publish.ts";
import { expect, test } from "#tests/journeys/fixtures.ts";

import { hostileH5p, type HostilePackage, hostileScorm } from "./hostile-packages.ts";
import { type HostilePlayer, playHostile } from "./hostile-player.ts";
import { type OtherHost, startOtherHost } from "./other-host.ts";

const app = () => process.env.APP_ORIGIN as string;

let other: OtherHost;
test.beforeAll(async () => {
  other = await startOtherHost();
});
test.afterAll(() => other.stop());

const elsewhere = () => ({ outside: other.origin, stun: other.stun });

/** A running package and whatever it has brought about around it. */
class Trial {
  readonly player: HostilePlayer;
  private readonly address: string;
  private readonly reached: string[] = [];
  private isCrashed = false;

  private constructor(player: HostilePlayer) {
    this.player = player;
    this.address = player.page.url();
    const { context, page } = player;
    page.on("crash", () => (this.isCrashed = true));
    page.on("download", (download) => this.reached.push(`download ${download.url()}`));
    context.on("page", (opened) => this.reached.push(`window ${opened.url()}`));
    page.on("response", (response) => {
      const isOfPackage = response.frame() !== page.mainFrame();
      if (isOfPackage && response.url().startsWith(app())) this.reached.push(`answer of ${response.url()}`);
    });
  }

  static async begin(browser: Browser, learner: Actor, hostile: HostilePackage) {
    return new Trial(await playHostile(browser, learner, hostile));
  }

  async expectNothingReached(name: string, targets: object = {}) {
    const { page, context, attempt } = this.player;
    other.hits.length = 0;
    const cookies = await context.cookies(app());
    const reached = await attempt(name, targets).catch(ended);
    expect(reached ?? []).toEqual([]);
    // A request that was under way when the attempt ended has arrived by the time this one of ours has.
    await context.request.get(`${app()}/health`);
    expect(other.hits).toEqual([]);
    expect(this.reached).toEqual([]);
    expect(page.url()).toBe(this.address);
    expect(await context.cookies(app())).toEqual(cookies);
    // Playwright calls a page crashed, and hears no more of it, when Chromium has ended a frame of it.
    if (!this.isCrashed) await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
}

/** The package was ended for what it tried. */
function ended(error: Error) {
  if (!/crashed|destroyed|not have permission/.test(error.message)) throw error;
}

const attempts: [string, string][] = [
  ["reads no cookie", "readCookies"],
  ["sets no cookie of the application", "setCookies"],
  ["does not see the learner's page", "readPage"],
  ["gets no answer from the application", "callApplication"],
  ["registers no service worker", "registerServiceWorker"],
  ["opens no window", "openWindows"],
  ["downloads nothing", "download"],
  ["opens no connection ahead", "connectAhead"],
  ["does not move the learner's page", "moveTop"],
];

/** After these, the package is no longer there. */
const lastAttempts: [string, string][] = [
  ["tells another host nothing", "tellAnotherHost"],
  ["leads its own frame nowhere else", "moveOwnFrame"],
  ["sends no form of its own frame elsewhere", "submitOwnFrame"],
  ["leads the player nowhere else", "moveShell"],
  ["calls nobody from a frame without an address", "callFromFrame"],
  ["does not show the application in itself", "frameApplication"],
];

test("where nothing holds it back, the same code does reach another host", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${other.origin}/index.html`);
  await page.evaluate(
    (targets) => (window as unknown as Hostile).hostile.tellAnotherHost(targets),
    elsewhere(),
  );
  const reached = () => new Set(other.hits.map((hit) => hit.replace(/^.*\//, "")));
  for (const way of [
    "fetch",
    "xhr",
    "beacon",
    "web-socket",
    "event-source",
    "image",
    "script",
    "style-sheet",
  ]) {
    await expect.poll(() => [...reached()], { message: way }).toContain(way);
  }
  for (const way of [
    "font",
    "frame",
    "frame-that-moves",
    "worker",
    "prefetch",
    "ping",
    "form-get",
    "packet",
  ]) {
    await expect.poll(() => [...reached()], { message: way }).toContain(way);
  }
  await page.context().close();
});

type Hostile = { hostile: { tellAnotherHost: (targets: object) => unknown } };

for (const [standard, build] of [
  ["SCORM", hostileScorm],
  ["H5P", hostileH5p],
] as const) {
  test.describe(`a hostile ${standard} package`, () => {
    let learner: Actor;
    let hostile: HostilePackage;
    let trial: Trial;

    test.beforeAll(async ({ browser }) => {
      learner = await newPerson("learner");
      hostile = await build([learner]);
      trial = await Trial.begin(browser, learner, hostile);
    });
    test.afterAll(() => trial.player.context.close());

    for (const [sentence, name] of attempts) {
      test(sentence, () => trial.expectNothingReached(name, elsewhere()));
    }

    test("reaches nothing through frames of the content origin that bring no policy", async () => {
      const [script = ""] = await trial.player
        .shell()
        .evaluate(() => [...document.scripts].map(({ src }) => src).filter(Boolean));
      const addresses = [
        script,
        "/",
        "/shell/none",
        "/files/none/x",
        "/run/none/boot",
        "/favicon.ico",
        "/player/none",
      ];
      addresses.push(
        new URL("none", script).pathname,
        `${new URL(trial.player.shell().url()).pathname}/boot`,
      );
      await trial.expectNothingReached("borrowFrames", { ...elsewhere(), addresses });
    });

    for (const [sentence, name] of lastAttempts) {
      test(sentence, async ({ browser }) => {
        const last = await Trial.begin(browser, learner, hostile);
        await last.expectNothingReached(name, elsewhere());
        await last.player.context.close();
      });
    }
  });
}
