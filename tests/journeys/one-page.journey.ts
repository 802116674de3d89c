import { startAttempt } from "#app/assessment/attempt.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { questionOfType, singleChoice } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn } from "#tests/builders/quizzes.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

const { t } = i18nFor("en");

for (const hasScript of [true, false]) {
  const way = hasScript ? "each answer saved on its own" : "with JavaScript off";
  test(`a learner answers all questions on one page, ${way}`, async ({ browser, origin }) => {
    const course = await courseWithQuiz({
      settings: { shuffleQuestions: false, layout: "all" },
      questions: [
        singleChoice("Q1"),
        questionOfType("order"),
        questionOfType("numeric"),
        questionOfType("essay"),
      ],
    });
    const ana = await learnerIn(course);
    const { number } = await startAttempt(ana, course.slug, "quiz");
    const context = await browser.newContext({
      javaScriptEnabled: hasScript,
      baseURL: origin,
      viewport: { width: 360, height: 740 },
    });
    await signInOn(context, origin, ana);
    const page = await context.newPage();
    const here = `/learn/${course.slug}/quizzes/quiz/attempts/${number}`;
    await page.goto(here);
    await page.waitForURL("**/questions");
    const part = (position: number) =>
      page.getByRole("region", { name: t("quiz.questionOf", { position, total: 4 }), exact: true });

    await part(1).getByRole("radio").first().check();
    if (hasScript) {
      await expect(part(1).getByRole("status")).toHaveText(t("attempt.saved"));
      await expectFits(page);
      await expectAccessible(page);
    }
    await part(3).getByRole("textbox").fill("many");
    await page.getByRole("button", { name: t("quiz.saveNext") }).click();
    await expect(page.getByRole("alert")).toContainText(t("quiz.writeNumber"));
    await expect(part(3).getByRole("textbox")).toHaveValue("many");
    await expect(part(1).getByRole("radio").first()).toBeChecked();
    await part(3).getByRole("textbox").fill("10");

    if (hasScript) {
      await expect(part(3).getByRole("status")).toHaveText(t("attempt.saved"));
    } else {
      await page.getByRole("button", { name: t("quiz.saveNext") }).click();
      await page.waitForURL("**/summary");
      await page.goto(here);
    }
    await part(4).getByRole("link").click();
    await page.waitForURL(/\/questions\/4$/);
    await page.getByRole("textbox").fill("What I think of it.");
    await page.getByRole("button", { name: t("quiz.saveNext") }).click();
    await page.waitForURL(/\/questions(#question-4)?$/);
    await expect(part(4).getByText(t("quiz.answered"))).toBeVisible();
    await expect(part(3).getByRole("textbox")).toHaveValue("10");
    await page.getByRole("button", { name: t("quiz.saveNext") }).click();
    await page.waitForURL("**/summary");
    await expect(page.getByText(t("quiz.summaryLead", { done: 3, total: 4 }))).toBeVisible();
    await context.close();
  });
}
