import type { Page } from "@playwright/test";

import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import { questionOfType } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn } from "#tests/builders/quizzes.ts";

import { expect, test } from "./fixtures.ts";

/** The page's scripts are on their way until the returned function is called. */
async function slowScripts(page: Page) {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

test("what is written before the page's scripts are there stays, is saved, and so is what is changed in it", async ({
  page,
  signIn,
}) => {
  const course = await courseWithQuiz({
    settings: { shuffleQuestions: false },
    questions: [questionOfType("essay"), questionOfType("numeric")],
  });
  const ana = await learnerIn(course);
  const { number } = await startAttempt(ana, course.slug, "quiz");
  const stored = async () =>
    (await attemptOf(await openQuiz(ana, course.slug, "quiz"), number)).items[0]?.response;
  await signIn(ana);
  const saved = page.getByRole("status").filter({ hasText: "Saved." });

  for (const written of ["What I think of it.", "What I think of it, on second thoughts."]) {
    const arrive = await slowScripts(page);
    await page.goto(`/learn/${course.slug}/quizzes/quiz/attempts/${number}/questions/1`, {
      waitUntil: "commit",
    });
    await page.getByRole("textbox").fill(written);
    arrive();
    await expect(saved).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveValue(written);
    expect(JSON.stringify(await stored())).toContain(written);
    await page.unroute("**/assets/*.js");
  }
});
