import { join } from "node:path";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { expect, expectAccessible, expectFits, requestsOf, test } from "./fixtures.ts";

const { t } = i18nFor("en");
const path = "/tools/triage";

test("somebody answers, gets the plan read out and on paper, and nothing is sent", async ({ page }) => {
  await importCourse(join(import.meta.dirname, "../../courses/takedown"));
  await page.goto(path, { waitUntil: "networkidle" });
  const requests = requestsOf(page);
  const choose = (question: string, answer: string) =>
    page.getByRole("group", { name: question }).getByLabel(answer, { exact: true }).check();

  await page.getByRole("button", { name: "Make the plan" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toBeFocused();
  await expect(alert.getByRole("link")).toHaveCount(8);
  await alert.getByRole("link", { name: "Say whether anyone is in danger now." }).click();
  await expect(page.getByRole("radio", { name: "Yes" }).first()).toBeFocused();
  await expectAccessible(page);

  await choose("Is anyone in danger now?", "No");
  await choose("How old is the person in the image?", "18 or older");
  await choose("Is the material intimate?", "Yes");
  await choose("Is it a real recording?", "Not known");
  await choose("Where is it?", "On a pornography site");
  await choose("Where do you work?", "Montenegro");
  await choose("Is the service or its host", "Yes");
  await choose("Is the evidence saved?", "No");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(alert).toBeHidden();
  const plan = page.getByRole("region", { name: "The plan" });
  await expect(plan.getByRole("heading", { name: "The plan" })).toBeFocused();
  const names = [
    "Agree on safe contact",
    "Ask what she wants",
    "Save the evidence",
    "The police, if she wishes, before the report",
    "Removal form of the pornography site",
    "Removal from search engines",
    "Write to the host and the registrar",
    "Hash with StopNCII.org",
    "Offer support",
    "Look again at agreed dates",
  ];
  const steps = plan.locator("ol > li");
  await expect(steps).toHaveCount(names.length);
  for (const [index, name] of names.entries()) await expect(steps.nth(index)).toContainText(name);
  await expect(plan).toContainText("Montenegro has had an offence of its own");
  await expectFits(page);
  await expectAccessible(page);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(page.getByRole("group", { name: "Where is it?" })).toBeHidden();
  await expect(plan).toBeVisible();
  await expect(plan.getByText("What next").first()).toBeVisible();
  await page.emulateMedia({ media: "screen" });

  await choose("How old is the person in the image?", "Under 18");
  await expect(plan).toBeHidden();
  await expect(page.getByRole("status").filter({ hasText: "You have changed an answer." })).toBeVisible();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(plan).toContainText("Copy nothing, save nothing, pass nothing on");
  await expect(plan.locator("ol")).not.toContainText(["Save the evidence"]);

  const source = plan.getByRole("link", { name: /^Source \d+$/ }).first();
  await source.click();
  await expect(page.locator("li:target")).toBeVisible();
  expect(requests).toEqual([]);
  expect(new URL(page.url()).search).toBe("");
});

for (const language of ["en", "sr-Cyrl"] as const) {
  test(`without JavaScript every route is in a table, in ${language}`, async ({ browser, origin }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: origin,
      viewport: { width: 360, height: 740 },
    });
    await context.addCookies([{ name: "language", value: language, url: origin }]);
    const page = await context.newPage();
    await page.goto(path);
    const words = i18nFor(language).t;
    await expect(page.getByRole("button", { name: words("triage.makePlan") })).toHaveCount(0);
    for (const name of [words("triage.route_hashMinor"), words("triage.route_host")]) {
      await expect(page.getByRole("rowheader", { name })).toBeVisible();
    }
    await expectFits(page);
    await context.close();
  });
}

test("the overview of all routes is also there with JavaScript", async ({ page }) => {
  await page.goto(path, { waitUntil: "networkidle" });
  const row = page.getByRole("rowheader", { name: t("triage.route_emergency") });
  await expect(row).toBeHidden();
  await page.locator("summary", { hasText: t("triage.allTitle") }).click();
  await expect(row).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
});
