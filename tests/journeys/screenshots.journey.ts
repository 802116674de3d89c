import { join } from "node:path";

import { administrator } from "#tests/builders/people.ts";
import { readLesson } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner, publishedCourse } from "#tests/builders/course.ts";

import { test } from "./fixtures.ts";

// `UPDATE_SCREENSHOTS=1 npm test` renews the pictures of the README.
const folder = join(
  import.meta.dirname,
  "../..",
  process.env.UPDATE_SCREENSHOTS ? "docs" : "test-results",
  "screenshots",
);

test("the pictures of the README can be taken", async ({ page, context, signIn }) => {
  const ana = await enrolledLearner();
  await readLesson(ana, "what-it-is");
  await signIn(ana);
  await page.goto(`/learn/${courseSlug}`);
  await page.screenshot({ path: join(folder, "course-phone.png") });
  await context.clearCookies();
  await publishedCourse();
  await signIn(await administrator());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/admin");
  await page.screenshot({ path: join(folder, "overview.png") });
});
