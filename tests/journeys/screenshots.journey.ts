import { join } from "node:path";

import { jurisdictions } from "#app/identity/background.ts";
import { finishedLearner, learnerBeforeTest, readLesson } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";
import { administrator } from "#tests/builders/people.ts";

import { test } from "./fixtures.ts";

// `UPDATE_SCREENSHOTS=1 npm test` renews the pictures of the README.
const isUpdate = Boolean(process.env.UPDATE_SCREENSHOTS);
const folder = join(import.meta.dirname, "../..", isUpdate ? "docs" : "test-results", "screenshots");

test("the pictures of the README can be taken", async ({ page, context, signIn }) => {
  test.setTimeout(300_000);
  const ana = await enrolledLearner();
  await readLesson(ana, "what-it-is");
  await signIn(ana);
  await page.goto(`/learn/${courseSlug}`);
  await page.screenshot({ path: join(folder, "course-phone.png") });
  await page.goto(`/learn/${courseSlug}/lessons/what-it-is/three-groups`);
  await page.screenshot({ path: join(folder, "lesson-phone.png") });
  await context.clearCookies();
  await courseOfMany(isUpdate ? 5 : 1);
  await signIn(await administrator());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/admin");
  await page.screenshot({ path: join(folder, "overview.png") });
});

/** Learners of every jurisdiction, more of them trained in one than in the next. */
async function courseOfMany(most: number) {
  for (const [index, jurisdiction] of jurisdictions.filter((code) => code !== "other").entries()) {
    for (let count = 0; count < most; count += 1) {
      if (count < most - index / 2) await finishedLearner({ jurisdiction });
      else await learnerBeforeTest({ jurisdiction });
    }
  }
}
