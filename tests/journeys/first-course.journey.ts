import { trainer } from "#tests/builders/people.ts";

import { expect, expectAccessible, expectFits, publishDraft, test } from "./fixtures.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a new trainer makes and publishes her first course by what is on the screen", async ({
    page,
    signIn,
  }) => {
    await signIn(await trainer());
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const follow = (name: string) => page.getByRole("link", { name, exact: true }).first().click();
    await page.goto("/teach");
    await follow("New course");
    await follow("With an empty course");
    await page.getByLabel("Title in English").fill("First contact");
    await press("Make the course");
    await expect(page.getByText("The course is made, and you are its trainer.")).toBeVisible();

    await follow("Make quizzes and their questions");
    await follow("New quiz");
    await page.getByLabel("Title (English)").fill("Try it");
    await page.getByRole("radio", { name: "Practice" }).check();
    await press("Make it and choose questions");
    await follow("Write a new question");
    await follow("True or false");
    await page.getByRole("textbox", { name: "Question", exact: true }).fill("Deleting comes first.");
    await page.getByRole("radio", { name: "False" }).check();
    await expect(page.getByLabel("Category")).toHaveValue("General");
    await page.getByRole("textbox", { name: "Explanation" }).fill("First save, then decide together.");
    await press("Save");
    await expect(
      page.getByText("Your question is in the bank and stands at the end of the list."),
    ).toBeVisible();
    await press("Save");
    await expect(page.getByRole("textbox", { name: "Place of Deleting comes first." })).toHaveValue("1");
    await follow("Place in the course");
    await follow("To the outline");

    await page.locator("summary", { hasText: "A lesson" }).click();
    await page.getByRole("textbox", { name: "Title (English)" }).fill("A second lesson");
    await press("Add the lesson");
    await expect(page.getByRole("status")).toContainText("The lesson is in the outline.");
    await page.locator("summary", { hasText: "A quiz" }).click();
    await page.getByLabel("Which quiz?").selectOption({ label: "Try it" });
    await press("Add the quiz");
    await page.locator("summary", { hasText: "The satisfaction survey" }).click();
    await press("Add the survey");
    await press("Move up: Try it");
    await expect(page.getByRole("status")).toContainText("“Try it” is now step 2 of 4.");
    await expect(page.getByRole("button", { name: "Move up: Try it" })).toBeFocused();
    await page.goto("/teach/first-contact/quizzes");
    await expect(page.getByText("Step 2 of the next version of the course.")).toBeVisible();
    await page.goBack();

    await follow("Check and publish");
    await publishDraft(page);
    await follow("Enrol learners");
    await expect(page.getByRole("heading", { name: "Enrol people" })).toBeVisible();
  });
});

test("steps are moved by keyboard, which stays where it was; the pages of a draft are accessible and fit", async ({
  page,
  signIn,
}) => {
  await signIn(await trainer());
  await page.goto("/teach/new?way=template");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel("Title in English").fill("A sample");
  await page.getByRole("button", { name: "Make the course" }).press("Enter");
  await expect(page.getByText("The course is made, and you are its trainer.")).toBeVisible();
  await page.getByRole("link", { name: "Put lessons, quizzes" }).press("Enter");
  const down = page.getByRole("button", { name: "Move down: Listen first" });
  await down.press("Enter");
  await expect(page.getByRole("status")).toContainText("“Listen first” is now step 2 of 4.");
  await expect(down).toBeFocused();
  await expectAccessible(page);
  await expectFits(page);
  for (const path of ["outline/notes", "texts/en"]) {
    await page.goto(new URL(path, page.url().replace(/outline.*/, "")).toString());
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectAccessible(page);
    await expectFits(page);
  }
});
