import type { Page } from "@playwright/test";

import { questionIn, sharedBank } from "#tests/builders/banks.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";
import { trainer } from "#tests/builders/people.ts";
import { courseWithQuiz, learnerIn, takeQuiz, trainerOf } from "#tests/builders/quizzes.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { questionTypes } from "#app/library/question-format.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

async function expectGood(page: Page) {
  await expectAccessible(page);
  await expectFits(page);
}

test("a trainer makes a question by keyboard, edits one that was asked, finds it and retires it", async ({
  page,
  signIn,
}) => {
  test.setTimeout(240_000);
  const course = await courseWithQuiz({ questions: [singleChoice("K1")] });
  const vera = await trainerOf(course);
  await takeQuiz(await learnerIn(course), course, { K1: "a" });
  await signIn(vera);
  await page.goto("/teach");
  await page.getByRole("link", { name: "Questions", exact: true }).first().press("Enter");
  await expectGood(page);
  await page.getByRole("link", { name: "New question" }).press("Enter");
  await expectGood(page);
  await page.getByRole("link", { name: "Single choice", exact: true }).press("Enter");
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("What do you ask first?");
  await page
    .getByRole("group", { name: "Option 1" })
    .getByRole("textbox", { name: "Text" })
    .fill("Are you safe?");
  await page
    .getByRole("group", { name: "Option 2" })
    .getByRole("textbox", { name: "Text" })
    .fill("Who was it?");
  for (const option of ["Option 4", "Option 3"]) {
    await page.getByRole("button", { name: `Remove: ${option}` }).press("Enter");
    await expect(page.getByRole("group", { name: option })).toHaveCount(0);
  }
  await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(page.getByRole("alert")).toContainText("Mark the right option.");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Question", exact: true })).toHaveValue(
    "What do you ask first?",
  );
  await expectGood(page);
  await page.getByRole("group", { name: "Option 1" }).getByRole("radio", { name: "Right" }).press("Space");
  await page.getByLabel("Category").fill("First contact");
  await page.getByLabel("Category").press("Enter");
  await expect(page.getByRole("status")).toContainText("The question is in the bank.");
  await expectGood(page);

  await page.getByRole("link", { name: "See it as a learner" }).press("Enter");
  await page.getByRole("radio", { name: "Are you safe?" }).press("Space");
  await page.getByRole("button", { name: "Check", exact: true }).press("Enter");
  await expect(page.getByText(/^Correct/).first()).toBeVisible();
  await expectGood(page);

  await page.goto("/teach/banks");
  await expectGood(page);
  await page.getByRole("link", { name: "A course with quizzes" }).first().click();
  await page.getByRole("searchbox").fill("question k1");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("1 of 2 questions")).toBeVisible();
  await page.getByRole("link", { name: "Question K1?" }).press("Enter");
  await expect(page.getByText("Asked in 1 attempt", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).press("Enter");
  await expect(page.getByText("Saving makes version 2")).toBeVisible();
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("Corrected?");
  await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(page.getByRole("status")).toContainText("Saved as a new version.");
  await page.getByRole("link", { name: "2 versions" }).press("Enter");
  await expect(page.getByText("Corrected?")).toBeVisible();
  await expectGood(page);
  await page.getByRole("link", { name: "K1" }).press("Enter");
  await page.getByRole("button", { name: "Retire this question" }).press("Enter");
  await expect(page.getByText("Retired: not asked any more")).toBeVisible();
});

test("the form of every type is accessible, fits a phone and works without JavaScript", async ({
  browser,
  origin,
}) => {
  test.setTimeout(240_000);
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  await signInOn(context, origin, vera);
  const page = await context.newPage();
  for (const type of questionTypes) {
    const id = await questionIn(vera, bankId, type);
    await page.goto(`/teach/banks/${bankId}/questions/${id}/edit`);
    const before = await typedIn(page);
    const add = page.getByRole("button", { name: /^Add an? / }).first();
    await add.click();
    expect(await typedIn(page), type).toEqual(expect.arrayContaining(before));
    await page.goto(`/teach/banks/${bankId}/questions/${id}/edit?language=sr-Cyrl`);
    await expect(page.getByText(everyQuestion[type].text.q).first()).toBeVisible();
  }
  await context.close();
});

test("the editor of every type has no fault that axe finds", async ({ page, signIn }) => {
  test.setTimeout(240_000);
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  await signIn(vera);
  for (const type of questionTypes) {
    await page.goto(`/teach/banks/${bankId}/new?type=${type}`);
    await expectGood(page);
  }
});

/** What stands in the boxes of the page. */
async function typedIn(page: Page): Promise<string[]> {
  const boxes = await page.getByRole("main").getByRole("textbox").all();
  const values = await Promise.all(boxes.map((box) => box.inputValue()));
  return values.filter((value) => value !== "");
}
