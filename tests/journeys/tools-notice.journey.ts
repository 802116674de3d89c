import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { i18nFor } from "#app/platform/messages.server.ts";

import { expect, expectAccessible, expectFits, requestsOf, test } from "./fixtures.ts";

const path = "/tools/notice";

async function savedBy(page: Page, button: RegExp | string) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("a notice is written in the reader's language and in English, and nothing of it is sent", async ({
  page,
  context,
  origin,
}) => {
  const { t } = i18nFor("sr-Cyrl");
  await context.addCookies([{ name: "language", value: "sr-Cyrl", url: origin }]);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  await page.goto(path, { waitUntil: "networkidle" });
  const requests = requestsOf(page);

  await page.getByRole("button", { name: t("notice.write") }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel(t("notice.name"))).toHaveCount(0);
  await page.getByLabel(t("notice.writer_representative")).check();
  await page.getByLabel(t("notice.ground_intimate")).check();
  await page.getByLabel(t("notice.ownWords")).fill("Прекршено је правило 4.");
  await page.getByLabel(t("notice.addresses")).fill("њен профил\nhttps://example.org/a");
  await page.getByLabel(t("notice.name")).fill("Служба");
  await page.getByLabel(t("notice.email")).fill("desk@example.org");
  await page.getByLabel(t("notice.goodFaith")).check();
  await page.getByRole("button", { name: t("notice.write") }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([t("notice.addressesWrong")]);
  await expect(page.getByText(`${t("notice.wrongLines")} њен профил`)).toBeVisible();
  await expect(page.getByLabel(t("notice.ownWords"))).toHaveValue("Прекршено је правило 4.");
  await expectAccessible(page);

  await page.getByLabel(t("notice.addresses")).fill("https://example.org/a");
  await page.getByRole("button", { name: t("notice.write") }).click();
  await expect(page.getByRole("heading", { name: t("notice.result") })).toBeFocused();
  const serbian = page.getByRole("region", { name: "Српски (ћирилица)" }).first();
  const inEnglish = page.getByRole("region", { name: "English" }).first();
  await expect(serbian).toContainText(t("notice.text_intimate"));
  await expect(inEnglish).toContainText("It was published without the consent of the person shown.");
  await expect(inEnglish).toContainText("not translated:");
  await expect(inEnglish.getByText("Прекршено је правило 4.")).toBeVisible();
  await expect(inEnglish.locator("[lang=en]")).toHaveCount(1);
  await expectFits(page);
  await expectAccessible(page);

  await inEnglish.getByRole("button", { name: t("notice.copy") }).click();
  await expect(inEnglish.getByRole("status")).toHaveText(t("notice.copied"));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    "2. Where it is\nhttps://example.org/a",
  );
  const download = page.waitForEvent("download");
  await serbian.getByRole("button", { name: t("notice.save") }).click();
  expect((await download).suggestedFilename()).toBe("text.txt");

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(serbian).toBeVisible();
  await expect(page.getByRole("heading", { name: t("notice.log") })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await page.getByLabel(t("notice.ground_threat")).check();
  await expect(page.getByRole("heading", { name: t("notice.result") })).toHaveCount(0);
  await expect(page.getByText(t("notice.changed"))).toBeVisible();
  await page.getByLabel(t("notice.writer_survivor")).check();
  await expect(page.getByText(t("notice.noNameAsked"))).toBeVisible();
  await expect(page.getByLabel(t("notice.name"))).toHaveCount(0);
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(new URL(page.url()).search).toBe("");
});

test("the day to look again goes into a calendar under a title that says nothing", async ({ page }) => {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByLabel("Sent on").fill("2026-12-30");
  await page.getByLabel("Days", { exact: true }).fill("none");
  await page.getByRole("button", { name: "Work out the day" }).click();
  await expect(page.getByLabel("Days", { exact: true })).toBeFocused();
  await expect(page.getByText("Write a number of days from 1 to 365.")).toBeVisible();
  await page.getByLabel("48 hours, from the US law").check();
  await page.getByRole("button", { name: "Work out the day" }).click();
  await expect(page.getByText("Look again on 1 January 2027.")).toBeVisible();
  const { name, text } = await savedBy(page, "Save for the calendar");
  expect(name).toBe("calendar.ics");
  expect(text).toContain("SUMMARY:Reminder\r\n");
  expect(text).toContain("DTSTART;VALUE=DATE:20270101");
});

test("the log is kept only where the reader asks for it, and can be deleted whole", async ({ page }) => {
  const addLine = async (what: string) => {
    await page.getByLabel("What", { exact: true }).fill(what);
    await page.getByRole("button", { name: "Add the line" }).click();
    await expect(page.getByRole("rowheader", { name: what })).toBeVisible();
  };
  const kept = () => page.evaluate(() => localStorage.getItem("list"));
  await page.goto(path, { waitUntil: "networkidle" });
  await addLine("page 3, form");
  expect(await kept()).toBeNull();
  await page.reload({ waitUntil: "networkidle" });
  await expect(page.getByText("There is no line yet.")).toBeVisible();

  await page.getByLabel("Keep the log in this browser").check();
  await addLine("page 4, form");
  await addLine("page 5, form");
  await page.getByRole("button", { name: "Remove page 5, form" }).click();
  await page.reload({ waitUntil: "networkidle" });
  await expect(page.getByRole("rowheader", { name: "page 4, form" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "page 5, form" })).toHaveCount(0);
  await expectFits(page);
  await expectAccessible(page);

  await page.getByLabel("Keep the log in this browser").uncheck();
  expect(await kept()).toBeNull();
  await expect(page.getByRole("rowheader", { name: "page 4, form" })).toBeVisible();
  await page.getByLabel("Keep the log in this browser").check();
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Delete everything on this device" }).click();
  await expect(page.getByText("The log is deleted.")).toBeVisible();
  await expect(page.getByText("There is no line yet.")).toBeVisible();
  expect(await kept()).toBeNull();
});

test("without JavaScript there is a blank notice in both languages and the list of its parts", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: origin,
    viewport: { width: 360, height: 740 },
  });
  await context.addCookies([{ name: "language", value: "mk", url: origin }]);
  const page = await context.newPage();
  await page.goto(path);
  const { t } = i18nFor("mk");
  await expect(page.getByText(t("notice.text_gapWhere"))).toBeVisible();
  await expect(page.getByText(i18nFor("en").t("notice.text_gapWhere"))).toBeVisible();
  await expect(page.getByText(t("notice.part_faith"))).toBeVisible();
  await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expectFits(page);
  await context.close();
});
