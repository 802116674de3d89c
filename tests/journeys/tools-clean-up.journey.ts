import type { Page } from "@playwright/test";

import { expect, expectAccessible, expectFits, requestsOf, test } from "./fixtures.ts";

const address = "/tools/clean-up";

function step(page: Page, words: string | RegExp) {
  return page.getByRole("listitem").getByRole("checkbox", { name: words });
}

test("by keyboard, answers lead to a plan that changes nothing until it is safe, then begins with the e-mail", async ({
  page,
}) => {
  await page.goto(address);
  const mail = page.getByRole("checkbox", { name: "E-mail", exact: true });
  await expect(mail).toBeVisible();
  await page.waitForLoadState("networkidle");
  const requests = requestsOf(page);
  await mail.focus();
  await page.keyboard.press("Space");
  await page.getByRole("checkbox", { name: "Bank", exact: true }).check();
  await expect(step(page, /^Make the safety plan together/)).toBeVisible();
  await expect(step(page, /^Leave passwords, sign-ins and sharing unchanged/)).toBeVisible();
  await expect(step(page, /^Main e-mail/)).toHaveCount(0);
  await expect(page.getByText("It is not certain that a change is safe now.")).toBeVisible();

  const now = page.getByRole("group", { name: "Is it safe to change something now?" });
  await now.getByRole("radio", { name: "Yes" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(step(page, /^Main e-mail/)).toHaveCount(4);
  await expect(step(page, /^Leave passwords, sign-ins/)).toHaveCount(0);
  const titles = await page.getByRole("heading", { level: 3 }).allTextContents();
  expect(titles[0]).toBe("First: safety");
  expect(titles.indexOf("The main e-mail before the rest")).toBeLessThan(
    titles.indexOf("Then the other accounts"),
  );
  expect(requests).toEqual([]);
  expect(page.url()).toMatch(/\/tools\/clean-up$/);
  await page.reload();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
});

test("without JavaScript the whole plan is there, each step with its condition, and fits a phone", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 700 },
  });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByText("Below is the whole plan.")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await step(page, /^If there is: Bank\. Bank: password/).check();
  await expect(step(page, /^As long as it is not certain/)).toHaveCount(2);
  await expect(page.getByText("Only from the safer device, at the agreed time").first()).toBeVisible();
  await expectFits(page);
  await context.close();
});

test("the longest plan fits a phone and passes axe, and on paper has room for when and who", async ({
  page,
  context,
  origin,
}) => {
  await context.addCookies([{ name: "language", value: "sr-Cyrl", url: origin }]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(address);
  const things = page.getByRole("group", { name: "Који налози и уређаји постоје?" });
  for (const box of await things.getByRole("checkbox").all()) await box.check();
  await page
    .getByRole("group", { name: "Да ли је сада безбедно нешто променити?" })
    .getByRole("radio", { name: "Да" })
    .check();
  await expect(page.getByRole("status").filter({ hasText: /Корака у плану: \d+/ })).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Када / ко").first()).toBeVisible();
  await expect(things).toBeHidden();
});
