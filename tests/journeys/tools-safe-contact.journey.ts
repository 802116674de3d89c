import { expect, expectAccessible, expectFits, requestsOf, test } from "./fixtures.ts";

const address = "/tools/safe-contact";

test("somebody without an account ticks items by keyboard, and no tick leaves the page or outlives it", async ({
  page,
}) => {
  await page.goto(address);
  await expect(page.getByRole("button", { name: "Print checklist and card" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const requests = requestsOf(page);
  const box = page.getByRole("checkbox", { name: /Ask each time whether she can speak/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await page.keyboard.press("Enter");
  expect(requests).toEqual([]);
  expect(page.url()).toMatch(/\/tools\/safe-contact$/);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.reload();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
});

test("a number leads to its source at the end of the page", async ({ page }) => {
  await page.goto(address);
  await page.getByRole("link", { name: "Source 1", exact: true }).first().click();
  await expect(page).toHaveURL(/#F72$/);
  await expect(page.getByRole("listitem").filter({ hasText: "Linking principles" }).first()).toBeInViewport();
});

test("without JavaScript the whole list is there, with each sector and the card", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("checkbox").first().check();
  await page.getByText("Police and cybercrime units").click();
  await expect(page.getByRole("checkbox", { name: /top of the file/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "If somebody else answers, we say" })).toBeVisible();
  await context.close();
});

test("with every sector open it fits a phone and passes axe, and on paper the card is a sheet without the frame of the site", async ({
  page,
  context,
  origin,
}) => {
  await context.addCookies([{ name: "language", value: "sr-Cyrl", url: origin }]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(address);
  for (const summary of await page.locator("main details > summary").all()) await summary.click();
  await expectFits(page);
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Одштампајте подсетник и картицу" })).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("heading", { name: "У Вашој улози" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Договорени контакт" })).toBeVisible();
});
