import type { Page } from "@playwright/test";

import { endAllSessions } from "#app/identity/session.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { unit, unitCourse, unitLearner } from "#tests/builders/unit-course.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

/** What the package shows: inside the shell's frame, in a frame of its own. */
function inside(page: Page, title = "Exercise") {
  return page.frameLocator(`iframe[title="${title}"]`).frameLocator("iframe");
}

async function keep(page: Page, note: string) {
  await inside(page).getByLabel("Note").fill(note);
  await inside(page).getByRole("button", { name: "Keep" }).click();
  await expect(inside(page).getByRole("status")).toHaveText(note);
}

/** The content origin cannot be reached to store anything, until the answer is called. */
async function cutLine(page: Page) {
  await page.context().route("**/run/**", (route) => route.abort());
  return () => page.context().unroute("**/run/**");
}

test("a learner passes a unit, and sees that it counts and why it did not before", async ({
  page,
  signIn,
}) => {
  await signIn(await unitLearner());
  await page.goto(`/learn/${unitCourse}`);
  await page.getByRole("link", { name: "Start: Exercise" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Exercise");
  await expect(page.getByText("Not begun", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Begin", exact: true }).click();
  await keep(page, "half way");
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  await page.getByRole("link", { name: "Results and attempts" }).first().click();
  await expect(page.getByRole("heading", { name: "Why is this not complete?" })).toBeVisible();
  await page.getByRole("link", { name: "Go on where you stopped" }).click();
  await expect(inside(page).getByRole("status")).toHaveText("half way");
  await inside(page).getByRole("button", { name: "Pass" }).click();
  await expect(page.getByText("It counts as done.")).toBeVisible();
  await page.getByRole("link", { name: "Results and attempts" }).first().click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible();
  await expect(page.getByRole("cell", { name: "passed", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Log of attempt 1" }).click();
  await expect(page.getByRole("cell", { name: "cmi.core.lesson_status" }).first()).toBeVisible();
});

test("who leaves by a link while there is no connection is asked, and finds everything again", async ({
  context,
  signIn,
}) => {
  // A page of its own: requests that fail are noted in the console, which fails other tests.
  const page = await context.newPage();
  await signIn(await unitLearner());
  await page.goto(`${unit}/player`);
  await expect(inside(page).getByRole("button", { name: "Keep" })).toBeVisible();
  const mend = await cutLine(page);
  await keep(page, "kept without a line");
  await expect(page.getByText("Waiting for the connection.")).toBeVisible();
  const toCourse = page.getByRole("link", { name: "Units", exact: true });
  await toCourse.click();
  const question = page.getByRole("dialog", { name: "Not everything is saved yet" });
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(question).toBeHidden();
  await expect(inside(page).getByRole("status")).toHaveText("kept without a line");
  await toCourse.click();
  await question.getByRole("button", { name: "Leave all the same" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Units");
  await mend();
  await page.goto(`${unit}/player`);
  await expect(inside(page).getByRole("status")).toHaveText("kept without a line");
});

test("a session that ends in the middle says so, and goes on after signing in again", async ({
  context,
  signIn,
}) => {
  const page = await context.newPage();
  const ana = await unitLearner();
  await signIn(ana);
  await page.goto(`${unit}/player`);
  await keep(page, "before");
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  await endAllSessions(ana.id);
  await db.runLaunch.updateMany({
    where: { attempt: { enrolment: { userId: ana.id } } },
    data: { expiresAt: new Date() },
  });
  await keep(page, "after");
  await expect(page.getByText("Your session has ended")).toBeVisible();
  await signIn(await learner());
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText("Somebody else is signed in on this browser now")).toBeVisible();
  await expect(page.locator("iframe")).toBeHidden();
  await signIn(ana);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  await expect(inside(page).getByRole("status")).toHaveText("after");
  await page.reload();
  await expect(inside(page).getByRole("status")).toHaveText("after");
});

test("a second window is told and can take over; the first stops with nothing lost", async ({
  context,
  signIn,
}) => {
  // The first window's last request is answered with 409, which the console notes.
  const page = await context.newPage();
  await signIn(await unitLearner());
  await page.goto(`${unit}/player`);
  await keep(page, "in the first");
  const second = await context.newPage();
  await second.goto(`${unit}/player`);
  await expect(second.getByText("This unit is open somewhere else")).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "Go on here" }).click();
  await expect(inside(second).getByRole("status")).toHaveText("in the first");
  await inside(page).getByRole("button", { name: "Keep" }).click();
  await expect(page.getByText("You went on somewhere else")).toBeVisible();
  await page.getByRole("button", { name: "Go on here" }).click();
  await expect(inside(page).getByRole("status")).toHaveText("in the first");
});

test("the exit works inside a frame, within 300 ms, and what was kept is there afterwards", async ({
  page,
  context,
  signIn,
}) => {
  await context.route("https://example.org/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Neutral</title><p>Neutral page</p>" }),
  );
  await signIn(await unitLearner());
  await page.goto(`${unit}/player`);
  await keep(page, "before the exit");
  await inside(page).getByLabel("Note").focus();
  const leaving = page.waitForRequest("https://example.org/**");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  const started = Date.now();
  await leaving;
  expect(Date.now() - started).toBeLessThan(300);
  await page.waitForURL("https://example.org/");
  await context.clearCookies({ name: "away" });
  await page.goto(`${unit}/player`);
  await expect(inside(page).getByRole("status")).toHaveText("before the exit");
});

test("a unit in the middle of a lesson is opened there and left before the page is turned", async ({
  page,
  signIn,
}) => {
  const ana = await unitLearner();
  await signIn(ana);
  await page.goto(`/learn/${unitCourse}/lessons/reading/first`);
  const card = page.getByRole("region", { name: "Warm-up" });
  await card.getByRole("link", { name: "Start" }).click();
  await inside(page, "Warm-up").getByLabel("Note").fill("in the lesson");
  await inside(page, "Warm-up").getByRole("button", { name: "Keep" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second page");
  const value = await db.runValue.findFirst({
    where: { attempt: { enrolment: { userId: ana.id } }, element: "cmi.suspend_data" },
  });
  expect(value?.value).toBe("in the lesson");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await card.getByRole("link", { name: "Start" }).click();
  await expect(inside(page, "Warm-up").getByRole("status")).toHaveText("in the lesson");
});

test("without JavaScript the unit's page is complete, and its player says what is missing", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
  await signInOn(context, origin, await unitLearner());
  const page = await context.newPage();
  await page.goto(`/learn/${unitCourse}/lessons/reading/first`);
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Warm-up");
  await page.goto(unit);
  await expect(page.getByText("You have not begun it yet.")).toBeVisible();
  await page.getByRole("link", { name: "Begin", exact: true }).click();
  // The tools of Chromium that switch JavaScript off leave noscript undrawn.
  await expect.poll(() => page.content()).toContain("This unit needs JavaScript");
  await context.close();
});

test("the keyboard alone goes into the unit, past it, and out again", async ({ page, signIn }) => {
  await signIn(await unitLearner());
  await page.goto(`${unit}/player`);
  await expect(inside(page).getByRole("button", { name: "Keep" })).toBeVisible();
  const past = page.getByRole("link", { name: "Go past the unit" });
  await past.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Back to the top of the unit" })).toBeFocused();
  await page.getByRole("button", { name: "Go into the unit" }).focus();
  await page.keyboard.press("Enter");
  // The way in is a message to the player.
  await expect
    .poll(() =>
      inside(page)
        .locator("body")
        .evaluate(() => document.hasFocus()),
    )
    .toBe(true);
  await page.keyboard.press("Tab");
  await page.keyboard.type("by keyboard");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(inside(page).getByRole("status")).toHaveText("by keyboard");
});

for (const [language, scheme] of [
  ["en", "light"],
  ["sr-Cyrl", "dark"],
] as const) {
  test(`every page of units fits a phone and passes axe in ${language}, ${scheme}`, async ({
    page,
    context,
    signIn,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const ana = await unitLearner();
    const vera = await trainer();
    await addTrainer(await administrator(), unitCourse, vera.id);
    const check = async (path: string) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectFits(page);
      await expectAccessible(page);
    };
    await signIn(ana, language);
    await check(unit);
    await page.goto(`${unit}/player`);
    await inside(page).getByRole("button", { name: "Pass" }).click();
    await expect(page.getByRole("status").filter({ hasText: /./ })).not.toHaveCount(0);
    await expectFits(page);
    await expectAccessible(page);
    await check(unit);
    await check(`${unit}/attempts/1/log`);
    await check(`/learn/${unitCourse}/lessons/reading/first`);
    await check(`/learn/${unitCourse}/lessons/reading/print`);
    await context.clearCookies();
    await signIn(vera, language);
    const teach = `/teach/${unitCourse}`;
    await check(teach);
    await check(`${teach}/packages/exercise`);
    await page.getByRole("row").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/log$/);
    await expectFits(page);
    await expectAccessible(page);
    await check(`${teach}/preview/packages/exercise`);
    await expect(inside(page).getByRole("button", { name: "Keep" })).toBeVisible();
  });
}
