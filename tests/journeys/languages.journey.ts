import { db } from "#app/platform/db.server.ts";
import { languages } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { finishedLearner } from "#tests/builders/attempts.ts";
import { courseSlug, publishedCourse } from "#tests/builders/course.ts";
import { administrator, trainer } from "#tests/builders/people.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

test("every language can be chosen on a phone, by keyboard and without JavaScript", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: origin,
    viewport: { width: 360, height: 740 },
    locale: "mk-MK",
  });
  const page = await context.newPage();
  await page.goto("/safety");
  await expect(page.locator("html")).toHaveAttribute("lang", "mk");
  for (const { tag, name } of languages) {
    const choice = page.getByRole("button", { name, exact: true });
    await expect(choice).toHaveAttribute("lang", tag);
    await choice.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await expect(page).toHaveURL(/\/safety$/);
    await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute("aria-current", "true");
    await expect(page.getByRole("link", { name: i18nFor(tag).t("common.footerPrivacy") })).toBeVisible();
    await expectFits(page);
  }
  await context.close();
});

test("server and browser write the date of a certificate alike in every language", async ({
  page,
  context,
  origin,
}) => {
  const ana = await finishedLearner();
  const { serial, issuedAt } = await db.certificate.findFirstOrThrow({ where: { holderId: ana.id } });
  for (const { tag } of languages) {
    await context.addCookies([{ name: "language", value: tag, url: origin }]);
    await page.goto(`/certificates/${serial}`, { waitUntil: "networkidle" });
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await expect(page.getByText(i18nFor(tag).formatDate(issuedAt), { exact: true })).toBeVisible();
    await expectFits(page);
  }
});

test("a trainer finds what a native speaker must check first, and learners do not see the mark", async ({
  page,
  signIn,
}) => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  await signIn(vera, "sq");
  const { t } = i18nFor("sq");
  await page.goto(`/teach/${courseSlug}/translations`);
  await expect(page.getByText(t("teach.translationPending")).first()).toBeVisible();
  await expect(page.getByText(t("teach.translationNotes")).first()).toBeVisible();
  await page.getByText(t("teach.reviewFirst")).first().click();
  await expect(page.getByRole("link", { name: "first-call/ring" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "xk/advocates" }).first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("link", { name: "devices/found" }).first().click();
  await expect(page).toHaveURL(/preview\/lessons\/devices\/found$/);
  await expect(page.getByText("machine-drafted")).toHaveCount(0);
});
