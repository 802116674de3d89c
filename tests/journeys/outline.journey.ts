import type { Page } from "@playwright/test";

import { trainer } from "#tests/builders/people.ts";

import { expect, expectAccessible, expectFits, publishDraft, test } from "./fixtures.ts";

async function beginSample(page: Page) {
  await page.goto("/teach/new?way=template");
  await page.getByLabel("Title in English").fill("A sample");
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByText("The course is made, and you are its trainer.")).toBeVisible();
  await page.getByRole("link", { name: "Put lessons, quizzes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outline" })).toBeVisible();
}

async function makeSection(page: Page) {
  await page.getByRole("link", { name: "Group steps in a section" }).click();
  await page.getByLabel("Title (English)").fill("Two lessons");
  await page.getByRole("checkbox", { name: "Listen first" }).check();
  await page.getByRole("checkbox", { name: "Write it down" }).check();
  await page.getByRole("button", { name: "Make the section" }).click();
  await expect(page.getByRole("heading", { level: 3, name: "Section: Two lessons" })).toBeVisible();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("steps are grouped in a section, and one is hidden from learners", async ({ page, signIn }) => {
    await signIn(await trainer());
    await beginSample(page);
    await makeSection(page);
    await page.getByRole("link", { name: "Title and rules: Listen first" }).click();
    await expect(page.getByText("these steps wait for it")).toContainText("Write it down");
    await page.goBack();
    await page.getByRole("link", { name: "Title and rules: Questions on both lessons" }).click();
    await page.getByRole("button", { name: "Hide", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("hidden from learners in this version");
    await expect(page.getByText("Hidden from learners", { exact: true })).toHaveCount(1);
    await page.getByText("The same in words").click();
    await expect(page.getByRole("listitem").filter({ hasText: "Write it down: comes after" })).toHaveText(
      "Write it down: comes after Listen first",
    );
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without it", () => {
    test.use({ javaScriptEnabled });

    test("the only step that counts stays so while the survey waits for the certificate, and its page says why", async ({
      page,
      signIn,
    }) => {
      await signIn(await trainer());
      await page.goto("/teach/new?way=blank");
      await page.getByLabel("Title in English").fill("One lesson");
      await page.getByRole("button", { name: "Make the course" }).click();
      await page.getByRole("link", { name: "Put lessons, quizzes" }).click();
      await page.getByText("The satisfaction survey").click();
      await page.getByRole("button", { name: "Add the survey" }).click();
      const steps = page.getByRole("link", { name: /^Title and rules: / });
      await expect(steps).toHaveCount(2);
      await steps.first().click();
      const reason = /^This is the only step that counts for the certificate/;
      await expect(page.getByText(reason)).toHaveCount(2);
      await expect(page.getByRole("button", { name: "Hide", exact: true })).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0);
      const minutes = page.getByLabel("Minutes", { exact: false }).first();
      await minutes.fill("17");
      await page.getByRole("checkbox", { name: "It counts for the certificate" }).uncheck();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByRole("alert").getByRole("link", { name: reason })).toBeVisible();
      await expect(minutes).toHaveValue("17");
      await expect(page.getByRole("checkbox", { name: "It counts for the certificate" })).not.toBeChecked();
      await expectFits(page);
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });
}

test("sections are moved and left by keyboard, which stays where it was; the pages are accessible and fit", async ({
  page,
  signIn,
}) => {
  await signIn(await trainer());
  await beginSample(page);
  await makeSection(page);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
  const status = page.getByRole("status");
  await press("Into the section “Two lessons”: Questions on both lessons");
  await expect(status).toContainText("is now step 3 of 4, in the section “Two lessons”.");
  await expect(
    page.getByRole("button", { name: "Out of the section: Questions on both lessons" }),
  ).toBeFocused();
  await press("Out of the section: Questions on both lessons");
  await expect(status).toContainText("“Questions on both lessons” is now step 3 of 4.");
  await expect(
    page.getByRole("button", { name: "Into the section “Two lessons”: Questions on both lessons" }),
  ).toBeFocused();
  await press("Move down: section “Two lessons”");
  await expect(status).toContainText("The section “Two lessons” now begins with step 2 of 4.");
  await expect(page.getByRole("button", { name: "Move down: section “Two lessons”" })).toBeFocused();
  await press("Move up: section “Two lessons”");
  await expect(status).toContainText("The section “Two lessons” now begins with step 1 of 4.");
  await expectAccessible(page);
  await expectFits(page);
  const outline = page.url().replace(/\?.*/, "");
  const draft = outline.replace(/\/outline$/, "");
  for (const path of [
    `${draft}/new-section`,
    `${draft}/sections/two-lessons`,
    `${outline}/notes`,
    `${outline}/notes/move`,
    `${draft}/shared-lesson`,
    new URL("/teach/new?way=package", outline).toString(),
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectAccessible(page);
    await expectFits(page);
  }
  await page.goto(draft);
  await publishDraft(page);
  await page.goto(draft.replace(/\/draft$/, "/preview"));
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(["Two lessons", "Also in this course"]);
  await expectAccessible(page);
  await expectFits(page);
});

test("steps and sections are moved by dragging", async ({ page, signIn }) => {
  // Tall enough for the whole list: what is dragged is not scrolled.
  await page.setViewportSize({ width: 1280, height: 2400 });
  await signIn(await trainer());
  await beginSample(page);
  await makeSection(page);
  const titles = page.locator("main ol h3, main ol h4");
  const section = "Section: Two lessons";
  await expect(titles).toHaveText([
    section,
    "1. Listen first",
    "2. Write it down",
    /^3\. Questions/,
    /^4\. /,
  ]);
  const step = (title: string) => page.getByRole("heading", { name: title });
  await step("Write it down").dragTo(step("Listen first"));
  await expect(page.getByRole("status")).toContainText("“Write it down” is now step 1 of 4");
  await step(section).dragTo(step("Questions on both lessons"));
  await expect(page.getByRole("status")).toContainText(
    "The section “Two lessons” now begins with step 2 of 4.",
  );
  await page.reload();
  await expect(titles).toHaveText([
    /^1\. Questions/,
    section,
    "2. Write it down",
    "3. Listen first",
    /^4\. /,
  ]);
});
