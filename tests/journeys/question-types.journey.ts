import type { Locator, Page } from "@playwright/test";

import { startAttempt } from "#app/assessment/attempt.server.ts";
import { questionTypes, type QuestionType } from "#app/library/question-format.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { questionOfType } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn } from "#tests/builders/quizzes.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

const { t } = i18nFor("en");

for (const hasScript of [true, false]) {
  const way = hasScript ? "by keyboard" : "with JavaScript off";
  test(`a learner answers one question of each type ${way}`, async ({ browser, origin }) => {
    const course = await courseWithQuiz({
      settings: { shuffleQuestions: false },
      questions: questionTypes.map((type) => questionOfType(type)),
    });
    const ana = await learnerIn(course);
    const context = await browser.newContext({
      javaScriptEnabled: hasScript,
      baseURL: origin,
      viewport: { width: 360, height: 740 },
    });
    await signInOn(context, origin, ana);
    const page = await context.newPage();
    const { number } = await startAttempt(ana, course.slug, "quiz");
    const questions = `/learn/${course.slug}/quizzes/quiz/attempts/${number}/questions`;
    const total = questionTypes.length;
    for (const [index, type] of questionTypes.entries()) {
      // A file is sent by a request of its own: it stays open here.
      await page.goto(`${questions}/${index + 1}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        t("quiz.questionOf", { position: index + 1, total }),
      );
      if (hasScript) {
        await expectFits(page);
        await expectAccessible(page);
      }
      if (type === "file") continue;
      await answer(page, type, hasScript);
      await press(page.getByRole("button", { name: t("quiz.saveNext") }), "Enter");
      await page.waitForURL(index + 1 < total ? `**/questions/${index + 2}` : "**/summary");
    }
    await expect(page.getByText(t("quiz.summaryLead", { done: total - 1, total }))).toBeVisible();
    await press(page.getByRole("button", { name: t("quiz.submit") }), "Enter");
    await page.waitForURL("**/result");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("graded.waitingTitle"));
    await expect(page.getByText("After a", { exact: false }).first()).toBeVisible();
    if (hasScript) await expectAccessible(page);
    await context.close();
  });
}

async function press(control: Locator, key: string) {
  await control.focus();
  await control.press(key);
}

/** Something in every control of the question, by keys alone. */
async function answer(page: Page, type: QuestionType, hasScript: boolean) {
  if (type === "branching") return walk(page);
  if (type === "hotspot" && hasScript) {
    await press(page.getByRole("button", { name: "Region r1" }), "Enter");
    await expect(page.getByRole("radio", { name: "Region r1" })).toBeChecked();
    return;
  }
  const selects = page.locator("form[data-autosave] select");
  for (let index = 0; index < (await selects.count()); index += 1) {
    for (let step = 0; step <= (type === "order" ? index : 0); step += 1) {
      await press(selects.nth(index), "ArrowDown");
    }
  }
  const texts = page.locator("form[data-autosave]").getByRole("textbox");
  for (let index = 0; index < (await texts.count()); index += 1) {
    await texts.nth(index).focus();
    await page.keyboard.type(type === "numeric" ? "10,5" : "proof");
  }
  for (const group of await page.locator("fieldset:has(input.choice)").all()) {
    await press(group.locator("input.choice").first(), "Space");
  }
}

/** Each choice shows what followed, and only then the next step. */
async function walk(page: Page) {
  await expect(page.getByText("Step s2")).toHaveCount(0);
  await expect(page.getByText("After a")).toHaveCount(0);
  await press(page.getByRole("button", { name: "Choice a" }), "Enter");
  await expect(page.getByText("Step s2")).toBeVisible();
  await expect(page.getByText("After a")).toHaveCount(1);
  await press(page.getByRole("button", { name: "Choice a" }), "Enter");
  await expect(page.getByText(t("questions.wayEnd"))).toBeVisible();
}
