import type { Locator } from "@playwright/test";

import { computeQuizStatistics } from "#app/assessment/quiz-statistics.server.ts";
import { db } from "#app/platform/db.server.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn, trainerOf } from "#tests/builders/quizzes.ts";

import { expect, expectFits, signInOn, test } from "./fixtures.ts";

for (const hasScript of [true, false]) {
  const way = hasScript ? "by keyboard alone" : "with JavaScript off";
  test(`from a question to a quiz, its place, an attempt and its statistics, ${way}`, async ({
    browser,
    origin,
  }) => {
    const course = await courseWithQuiz({ questions: [singleChoice("K1")] });
    const [vera, ana] = [await trainerOf(course), await learnerIn(course)];
    const context = await browser.newContext({
      baseURL: origin,
      javaScriptEnabled: hasScript,
      viewport: { width: 360, height: 740 },
    });
    await signInOn(context, origin, vera);
    const page = await context.newPage();
    await page.goto(`/teach/${course.slug}`);

    await press(page.getByRole("link", { name: "Questions", exact: true }));
    await press(page.getByRole("link", { name: "New question" }));
    await press(page.getByRole("link", { name: "True or false", exact: true }));
    await page.getByRole("textbox", { name: "Question", exact: true }).fill("A screenshot needs a date.");
    await press(page.getByRole("radio", { name: "True", exact: true }), "Space");
    await page.getByRole("combobox", { name: "Category" }).fill("Evidence");
    await press(page.getByRole("button", { name: "Save", exact: true }));
    await expect(page.getByRole("status")).toContainText("The question is in the bank.");

    await page.goto(`/teach/${course.slug}/quizzes`);
    await press(page.getByRole("link", { name: "New quiz" }));
    await page.getByLabel("Title (English)").fill("Short look");
    await page.getByLabel("Title (Српски (ћирилица))").fill("Кратак поглед");
    await press(page.getByRole("radio", { name: /^Practice/ }), "Space");
    await press(page.getByRole("button", { name: "Make it and choose questions" }));
    await press(page.getByRole("radio", { name: /^A fixed list/ }), "Space");
    await expect(page.getByLabel("How many questions are drawn?")).toBeHidden();
    await press(page.getByRole("checkbox", { name: /A screenshot needs a date/ }), "Space");
    await press(page.getByRole("button", { name: "Save", exact: true }));
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    await expectFits(page);

    await press(page.getByRole("link", { name: "Place in the course" }).first());
    await page.getByLabel("How many minutes does it take?").fill("5");
    await press(page.locator("input[name=learners][value=move]"), "Space");
    await press(page.getByRole("button", { name: "Put it there" }));
    await expect(page.getByText("The quiz has its place.", { exact: false })).toBeVisible();

    await context.clearCookies();
    await signInOn(context, origin, ana);
    await page.goto(`/learn/${course.slug}`);
    await press(page.getByRole("link", { name: "Short look" }).first());
    await press(page.getByRole("button", { name: "Begin" }));
    await press(page.getByRole("radio", { name: "True", exact: true }), "Space");
    await press(page.getByRole("button", { name: "Check my answer" }));
    await expect(page.getByText(/^Correct/).first()).toBeVisible();
    await press(page.getByRole("link", { name: "Finish" }));
    await press(page.getByRole("button", { name: "Submit the answers" }));
    await expect(page).toHaveURL(/\/result$/);

    const { id } = await db.quiz.findFirstOrThrow({
      where: { course: { slug: course.slug }, slug: "short-look" },
    });
    await computeQuizStatistics(id);
    await context.clearCookies();
    await signInOn(context, origin, vera);
    await page.goto(`/teach/${course.slug}/quizzes`);
    await press(
      page.getByRole("listitem").filter({ hasText: "Short look" }).getByRole("link", { name: "Statistics" }),
    );
    await expect(page.getByText(/from 1 submitted attempt/)).toBeVisible();
    await expectFits(page);
    await context.close();
  });
}

async function press(control: Locator, key = "Enter") {
  await control.focus();
  await control.press(key);
}
