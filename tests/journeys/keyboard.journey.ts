import type { Locator, Page } from "@playwright/test";

import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";
import { password } from "#tests/builders/people.ts";

import { expect, test } from "./fixtures.ts";

test("a learner signs in, answers a question in a lesson and turns the page by keyboard alone", async ({
  page,
}) => {
  await enrolledLearner({ email: "by.keyboard@example.org" });
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail address"));
  await page.keyboard.type("by.keyboard@example.org");
  await tabTo(page, page.getByLabel("Password"));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/learn");

  await page.goto(`/learn/${courseSlug}/lessons/documenting/screenshot`);
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "Check" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /Correct|Not correct/ })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Next", exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/lines$/);
});

/** Presses Tab until the control has the focus, and sees to it that the focus is visible. */
async function tabTo(page: Page, control: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      await expect(control).toBeInViewport();
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(control)}`);
}
