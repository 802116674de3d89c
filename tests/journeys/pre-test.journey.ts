import { enrol } from "#app/learning/enrol.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { administrator, learner } from "#tests/builders/people.ts";

import { expect, expectAccessible, test } from "./fixtures.ts";

test("whoever leaves a whole pre-test open is thanked, not judged, and the first lesson waits as before", async ({
  page,
  signIn,
}) => {
  const [ana, admin, course] = [await learner(), await administrator(), await getCurrentCourse("takedown")];
  await db.$transaction((tx) => enrol(tx, admin, course, ana.id));
  await signIn(ana);
  const { t } = i18nFor("en");
  await page.goto("/learn/takedown/quizzes/pre-test");
  await expect(page.getByText(t("attempt.notJudged"))).toBeVisible();
  await page.getByRole("button", { name: t("quiz.start") }).click();
  await page.waitForURL(/attempts\/1\/questions\/1$/);
  await page.goto("/learn/takedown/quizzes/pre-test/attempts/1/summary");
  await page.getByRole("button", { name: t("quiz.submit") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("quiz.resultThanks"));
  await expect(page.getByRole("main")).not.toContainText(/pass|not correct|0%/i);
  await expectAccessible(page);
  await page.getByRole("link", { name: t("quiz.nextCourse") }).click();
  await expect(page.getByRole("link", { name: /Start: Triage/ })).toBeVisible();
});
