import { enrolledLearner, courseSlug } from "#tests/builders/course.ts";

import { expect, test } from "./fixtures.ts";

test.beforeEach(async ({ context }) => {
  await context.route("https://example.org/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Neutral</title><p>Neutral page</p>" }),
  );
});

test("Shift three times leaves at once, and Back does not show the page", async ({ page, signIn }) => {
  await signIn(await enrolledLearner());
  await page.goto("/learn");
  await page.goto(`/learn/${courseSlug}`);
  const started = Date.now();
  const leaving = page.waitForRequest("https://example.org/**");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  const request = await leaving;
  expect(Date.now() - started).toBeLessThan(2000);
  expect(await request.headerValue("referer")).toBeNull();
  await page.waitForURL("https://example.org/");
  await page.goBack();
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  await expect(page.getByText("My courses")).toHaveCount(0);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("link", { name: "My courses" }).first()).toBeVisible();
});

test("the exit comes first for the keyboard and works without JavaScript", async ({ browser, origin }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
  const page = await context.newPage();
  await page.goto("/safety");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /Exit/ })).toBeFocused();
  // Nobody answers there from here, and a redirect cannot be played: that it is asked for is what counts.
  const leaving = page.waitForRequest("https://example.org/");
  await page.keyboard.press("Enter");
  expect(await (await leaving).headerValue("referer")).toBeNull();
  await context.close();
});
