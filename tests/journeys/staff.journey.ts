import { computeQuizStatistics } from "#app/assessment/quiz-statistics.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { answerSurvey } from "#app/surveys/survey.server.ts";
import { attempt, finishedLearner, learnerBeforeTest } from "#tests/builders/attempts.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { courseSlug, publishedCourse } from "#tests/builders/course.ts";

import { expect, expectAccessible, expectFits, mailsTo, test } from "./fixtures.ts";

test("a trainer enrols somebody by e-mail, who accepts the invitation and begins; the trainer sees it", async ({
  page,
  context,
  signIn,
}) => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  await signIn(vera);
  await page.goto(`/teach/${courseSlug}/enrolments`);
  const address = "invited.by.vera@example.org";
  await page.getByLabel("E-mail addresses").fill(`${address}\nnot an address`);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByText("Line 2")).toBeVisible();
  await expect(page.getByLabel("E-mail addresses")).toHaveValue(/not an address/);
  await page.getByLabel("E-mail addresses").fill(address);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByText("Invited and enrolled: 1.")).toBeVisible();

  await expect(async () => expect(await mailsTo(address)).toHaveLength(1)).toPass();
  const [mail] = await mailsTo(address);
  const link = /http\S+\/invitations\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  await context.clearCookies();
  await page.goto(link);
  await page.getByLabel("Password").fill("password123");
  await page.getByLabel("Name").fill("Mira Uzorak");
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose where you work.");
  await expect(page.getByLabel("Name")).toHaveValue("Mira Uzorak");
  await page.getByLabel("Password").fill("correct horse battery staple");
  await page.getByLabel("Where do you work?").selectOption("me");
  await page.getByLabel("In which sector do you work?").selectOption("health");
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.getByRole("link", { name: "Start" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One violence, many channels");

  await context.clearCookies();
  await signIn(vera);
  await page.goto(`/teach/${courseSlug}/enrolments`);
  await expect(page.getByRole("row", { name: /Mira Uzorak/ })).toContainText("Started");
});

test("a trainer reads the results of her course, its hardest questions and its survey, and saves them", async ({
  page,
  signIn,
}) => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  for (let count = 0; count < 5; count += 1) {
    const finished = await finishedLearner();
    await answerSurvey(finished, courseSlug, "satisfaction", { "S-A9": "5", "S-C2": `Remark ${count}` });
  }
  await attempt(await learnerBeforeTest(), "final-test", () => true);
  await signIn(vera);
  await page.goto("/teach");
  await page.getByRole("link", { name: "Results" }).first().click();
  for (const figure of ["Enrolled", "Finished", "Median score of the final test"]) {
    await expect(page.getByText(figure, { exact: true }).first()).toBeVisible();
  }
  await page.getByText("Answers: 5").first().click();
  await expect(page.getByText("Remark 3")).toBeVisible();
  expect(await (await page.request.get(`/teach/${courseSlug}/survey.csv`)).text()).toContain("100% (");
  const { id } = await db.quiz.findFirstOrThrow({
    where: { slug: "lesson-1", course: { slug: courseSlug } },
  });
  await computeQuizStatistics(id);
  const { id: testId } = await db.quiz.findFirstOrThrow({
    where: { slug: "final-test", course: { slug: courseSlug } },
  });
  await computeQuizStatistics(testId);
  await page.locator(`a[href$="lesson-1/statistics"]`).click();
  const items = page.getByRole("table").filter({ hasText: "C1L1-1" });
  await expect(items.getByRole("row", { name: /C1L1-1/ })).toContainText(/\d+% \(\d+ of \d+; \d+% to \d+%\)/);
  const csv = await page.request.get(`/teach/${courseSlug}/quizzes/lesson-1/statistics/items.csv`);
  expect(await csv.text()).toContain("C1L1-1");
  const question = await items.getByRole("link").first().getAttribute("href");
  const quiz = `/teach/${courseSlug}/quizzes/lesson-1`;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of [
      `${quiz}/statistics`,
      String(question),
      `/teach/${courseSlug}/quizzes/final-test/similar`,
    ]) {
      await page.goto(address);
      await expectFits(page);
      await expectAccessible(page);
    }
  }
});

test("a trainer answers a question of the preview as a learner would, and leaves no trace", async ({
  page,
  signIn,
}) => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  await signIn(vera);
  await page.goto(`/teach/${courseSlug}/preview/quizzes/what-it-is-quiz?question=4`);
  await page.getByRole("textbox").fill("99");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("Not correct").first()).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveValue("99");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("Question 5 of 5")).toBeVisible();
  expect(await db.enrolment.count({ where: { userId: vera.id } })).toBe(0);
  expect(await db.attempt.count({ where: { enrolment: { userId: vera.id } } })).toBe(0);
});

test("an administrator reviews the overview and exports it with the footnote on Kosovo*", async ({
  page,
  signIn,
}) => {
  await publishedCourse();
  await signIn(await administrator());
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await expect(page.getByText("Resolution 1244").first()).toBeVisible();
  const csv = await (await page.request.get("/admin/overview/jurisdictions.csv")).text();
  expect(csv).toContain("Kosovo*");
  expect(csv).toContain("Resolution 1244");
});

test("somebody signs in, and a wrong password and an unknown address get the same answer", async ({
  page,
}) => {
  const mira = await administrator({ email: "admin.signs.in@example.org" });
  for (const address of ["admin.signs.in@example.org", "nobody@example.org"]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(address);
    await page.getByLabel("Password").fill("not the password");
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign in" }).click();
    expect((await answered).status()).toBe(422);
    await expect(page.getByRole("alert")).toContainText("E-mail address or password is not right.");
    await expect(page.getByLabel("E-mail address")).toHaveValue(address);
  }
  expect(mira.role).toBe("administrator");
});
