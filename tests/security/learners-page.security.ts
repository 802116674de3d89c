import { newPerson } from "#scripts/packages-try/publish.ts";
import { expect, test } from "#tests/journeys/fixtures.ts";

import { hostileScorm } from "./hostile-packages.ts";
import { type HostilePlayer, playHostile } from "./hostile-player.ts";

let player: HostilePlayer;

test.beforeAll(async ({ browser }) => {
  const learner = await newPerson("learner");
  player = await playHostile(browser, learner, await hostileScorm([learner]));
});
test.afterAll(() => player.context.close());

test("keys pressed on the learner's page are not heard by the package", async () => {
  const { page, frame, attempt } = player;
  await attempt("logKeys");
  await page.getByRole("link").first().focus();
  await page.keyboard.type("secret");
  expect(await frame().evaluate(() => (window as unknown as { hostileKeys: string[] }).hostileKeys)).toEqual(
    [],
  );
});

test("a page with a package has no field to type into, so that taking the keyboard gains nothing", async () => {
  const fields = player.page.locator("input:not([type=hidden], [type=radio], [type=checkbox]), textarea");
  await expect(fields).toHaveCount(0);
});

test("the learner's page does not take a package for the player", async () => {
  const { page, attempt } = player;
  const address = page.url();
  const before = await page.locator("main").innerText();
  const height = await page.locator("iframe").evaluate(({ clientHeight }) => clientHeight);
  await attempt("speakAsShell");
  await attempt("readPage");
  expect(page.url()).toBe(address);
  expect(await page.locator("main").innerText()).toBe(before);
  expect(await page.locator("iframe").evaluate(({ clientHeight }) => clientHeight)).toBe(height);
});

test("the player does not take a package for the learner's page", async () => {
  const { frame, attempt } = player;
  await attempt("speakAsPage");
  await attempt("readPage");
  expect(await frame().title()).toBe("Running");
  expect(
    await frame().evaluate(() => (window as unknown as Lms).lms.LMSSetValue("cmi.core.lesson_location", "3")),
  ).toBe("true");
});

type Lms = { lms: { LMSSetValue: (element: string, value: string) => string } };

test("no address that a package sees leads anywhere, and none is told to the pages it leads to", async () => {
  const { frame, shell } = player;
  expect(await frame().evaluate(() => document.referrer)).toBe("");
  expect(await shell().evaluate(() => document.referrer)).not.toContain("/learn/");
  expect(frame().url()).not.toContain(player.token());
});
