import { courseWithQuiz, learnerIn, trainerOf } from "#tests/builders/quizzes.ts";
import { singleChoice } from "#tests/builders/questions.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

test("a trainer makes a test by rules and gives a learner extra time, who takes it with the access code", async ({
  page,
  context,
  signIn,
}) => {
  const course = await courseWithQuiz({
    questions: Array.from({ length: 6 }, (_, index) =>
      singleChoice(`Q${index + 1}`, { tags: index < 3 ? ["law"] : [] }),
    ),
  });
  const vera = await trainerOf(course);
  const lea = await learnerIn(course, { name: "Lea Uzorak" });
  await signIn(vera);

  await page.goto(`/teach/${course.slug}/quizzes`);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("link", { name: "New quiz" }).click();
  await page.getByLabel("Title (English)").fill("Final look");
  await page.getByLabel("Title (Српски (ћирилица))").fill("Завршни поглед");
  await page.getByLabel("Test", { exact: false }).last().check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make it and choose questions" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Final look");
  await page.getByLabel("Drawn by rules").check();
  await page.getByLabel("How many questions are drawn?").fill("9");
  await expect(page.getByText("9 are to be drawn, but there are only 6.")).toBeVisible();
  await page.getByLabel("How many questions are drawn?").fill("3");
  const rule = page.getByRole("group", { name: "Rule 1" });
  await rule.getByLabel("At least so many questions").fill("2");
  await rule.getByText("Tags: any").click();
  await rule.getByLabel("law").check();
  await page.getByRole("button", { name: "Check the draw" }).click();
  await expect(page.getByText("Rule 1: 3 questions fit.")).toBeVisible();
  await expect(page.getByText("Everything asked for can be drawn.")).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel("Time limit in minutes").fill("soon");
  await page.getByLabel("Access code").fill("moss-42");
  await page.getByLabel("Learners confirm that they work alone and honestly").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Write whole minutes from 1 to 1440");
  await expect(page.getByLabel("Access code")).toHaveValue("moss-42");
  await page.getByLabel("Time limit in minutes").fill("40");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await page.getByRole("link", { name: "Place in the course" }).click();
  await page.getByLabel("How many minutes does it take?").fill("15");
  await page.locator("input[name=learners][value=move]").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Put it there" }).click();
  await expect(page.getByText("The quiz has its place.", { exact: false })).toBeVisible();

  await page.goto(`/teach/${course.slug}/enrolments`);
  await page
    .getByRole("row", { name: /Lea Uzorak/ })
    .getByRole("link")
    .click();
  await page.getByLabel("Extra time in percent").fill("25");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await context.clearCookies();
  await signIn(lea);
  await page.goto(`/learn/${course.slug}/quizzes/final-look`);
  await expect(page.getByText("You have 50 minutes for an attempt.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Access code").fill("moss-43");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("alert")).toContainText("This is not the access code.");
  await page.getByLabel("Access code").fill("moss-42");
  await page.getByLabel("I work alone and honestly", { exact: false }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin" }).click();
  for (const position of [1, 2, 3]) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Question ${position} of 3`);
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Save and go on" }).click();
  }
  await page.getByRole("button", { name: "Submit the answers" }).click();
  await expect(page.getByRole("heading", { name: "The questions, one by one" })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
});
