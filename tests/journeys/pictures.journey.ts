import type { Page } from "@playwright/test";

import { i18nFor } from "#app/platform/messages.server.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

const { t } = i18nFor("en");
const lesson = `/learn/${courseSlug}/lessons/accounts`;

function animationOn(page: Page) {
  const animation = page.getByRole("region", { name: /^Why the order counts/ });
  return {
    animation,
    picture: animation.getByRole("img"),
    caption: animation.getByRole("status"),
    button: (name: Parameters<typeof t>[0]) => animation.getByRole("button", { name: t(name) }),
  };
}

function sceneOf(number: number) {
  return t("learn.sceneOf", { number, total: 5 });
}

test("a learner opens a picture's description and goes through an animation with the keyboard", async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.clock.install();
  await signIn(await enrolledLearner());
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));

  await page.goto(`${lesson}/main-account`, { waitUntil: "networkidle" });
  await expect(page.getByRole("img", { name: /^Three rings/ })).toBeVisible();
  const description = page.getByText("In the middle lies the main e-mail");
  await expect(description).toBeHidden();
  await page.getByText(t("learn.pictureDescription")).focus();
  await page.keyboard.press("Enter");
  await expect(description).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  expect(scripts.filter((url) => url.includes("scene-player"))).toEqual([]);

  await page.goto(`${lesson}/order`);
  const { picture, caption, button } = animationOn(page);
  await expect(caption).toContainText(sceneOf(1));
  expect(scripts.filter((url) => url.includes("scene-player"))).toHaveLength(1);
  await page.clock.fastForward(60_000);
  await expect(caption).toContainText(sceneOf(1));
  await expect(picture).not.toHaveAttribute("src", /#play$/);
  await expectFits(page);
  await expectAccessible(page);

  await button("learn.scenePlay").focus();
  await page.keyboard.press("Enter");
  await expect(picture).toHaveAttribute("src", /#play$/);
  await page.clock.fastForward(5_100);
  await expect(caption).toContainText(sceneOf(2));
  await page.keyboard.press("Space");
  await expect(button("learn.scenePlay")).toBeFocused();
  await page.clock.fastForward(60_000);
  await expect(caption).toContainText(sceneOf(2));
  await expect(picture).not.toHaveAttribute("src", /#play$/);

  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  for (const number of [3, 4, 5, 5]) {
    await page.keyboard.press("Enter");
    await expect(caption).toContainText(sceneOf(number));
  }
  await expect(button("learn.sceneNext")).toBeFocused();
  await expect(button("learn.sceneNext")).toHaveAttribute("aria-disabled", "true");
  await button("learn.scenePlay").click();
  await expect(caption).toContainText(sceneOf(1));
});

test("who wants no motion steps from scene to scene and has nothing to start", async ({ page, signIn }) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await signIn(await enrolledLearner());
  await page.goto(`${lesson}/order`);
  const { picture, caption, button } = animationOn(page);
  await expect(button("learn.scenePlay")).toHaveCount(0);
  await button("learn.sceneNext").click();
  await expect(caption).toContainText(sceneOf(2));
  await expect(picture).not.toHaveAttribute("src", /#play$/);
  await expectAccessible(page);
});

test("without JavaScript an animation is a list of all its pictures with their captions", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
  await signInOn(context, origin, await enrolledLearner(), "sr-Cyrl");
  const page = await context.newPage();
  await page.goto(`${lesson}/order`);
  const scenes = page.getByRole("region", { name: /^Зашто је редослед важан/ }).getByRole("listitem");
  await expect(scenes).toHaveCount(5);
  for (const scene of await scenes.all()) {
    await expect(scene).toBeVisible();
    await expect(scene.getByRole("img")).toHaveAccessibleName(/\p{L}/u);
    await expect(scene.getByRole("paragraph")).not.toBeEmpty();
  }
  await expect(page.getByRole("button", { name: i18nFor("sr-Cyrl").t("learn.scenePlay") })).toHaveCount(0);
  await context.close();
});

test("a printed lesson has its descriptions written out and every scene", async ({ page, signIn }) => {
  await signIn(await enrolledLearner());
  await page.goto(`${lesson}/print`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("In the middle lies the main e-mail")).toBeVisible();
  const { animation } = animationOn(page);
  await expect(animation.getByRole("img")).toHaveCount(5);
  await expect(animation.getByRole("img").last()).toBeVisible();
});
