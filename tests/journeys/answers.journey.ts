import { setTimeout } from "node:timers/promises";

import type { Page } from "@playwright/test";

import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import { courseWithQuiz, learnerIn } from "#tests/builders/quizzes.ts";

import { expect, expectAccessible, test as base } from "./fixtures.ts";

/** Lines that break leave traces in the console, which are no faults here. */
const test = base.extend({
  page: async ({ context }, use) => use(await context.newPage()),
});

type Exam = { actor: Actor; slug: string; number: number; address: string };

/** Three numbers are asked, in order. */
async function begunExam(settings: { timeLimitMinutes?: number } = {}): Promise<Exam> {
  const course = await courseWithQuiz({
    settings: { shuffleQuestions: false, ...settings },
    questions: [1, 2, 3].map((answer) => ({ id: `Q${answer}`, type: "numeric" as const, answer })),
  });
  const actor = await learnerIn(course);
  const { number } = await startAttempt(actor, course.slug, "quiz");
  return {
    actor,
    slug: course.slug,
    number,
    address: `/learn/${course.slug}/quizzes/quiz/attempts/${number}`,
  };
}

async function storedAnswers({ actor, slug, number }: Exam) {
  const { items } = await attemptOf(await openQuiz(actor, slug, "quiz"), number);
  return items.map(({ response }) => response);
}

/** React has taken the form over. */
async function openQuestion(page: Page, { address }: Exam, position: number) {
  await page.goto(`${address}/questions/${position}`);
  await page.waitForFunction(() => {
    const form = document.querySelector("form[data-autosave]");
    return form !== null && Object.keys(form).some((key) => key.startsWith("__reactProps"));
  });
}

const status = (page: Page) => page.locator("form[data-autosave]").getByRole("status");

test("a test goes on after the connection was away, the page reloaded and the browser's person signed out: every answer is there", async ({
  page,
  context,
  signIn,
}) => {
  const exam = await begunExam();
  await signIn(exam.actor);
  await openQuestion(page, exam, 1);
  await page.getByRole("textbox").fill("1");
  await expect(status(page)).toHaveText("Saved.");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.waitForURL(/questions\/2$/);

  await context.setOffline(true);
  await page.getByRole("textbox").fill("22");
  await expect(status(page)).toContainText("Your answer is kept in this browser");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(status(page)).toContainText("You go on as soon as your answer is saved.");
  await page.getByRole("textbox").fill("2");
  await context.setOffline(false);
  await page.waitForURL(/questions\/3$/);

  await context.route("**/answer", (route) => route.abort());
  await page.getByRole("textbox").fill("3");
  await expect(status(page)).toContainText("Your answer is kept in this browser");
  await context.clearCookies({ name: "session" });
  await page.close({ runBeforeUnload: false });
  expect(await storedAnswers(exam)).toEqual([1, 2, null]);

  await context.unroute("**/answer");
  await signIn(exam.actor);
  const later = await context.newPage();
  await openQuestion(later, exam, 3);
  await expect(later.getByRole("textbox")).toHaveValue("3");
  await expect.poll(() => storedAnswers(exam)).toEqual([1, 2, 3]);
  await later.goto(`${exam.address}/summary`);
  await later.getByRole("button", { name: "Submit the answers" }).click();
  await expect(later.getByRole("heading", { level: 1 })).toHaveText("You have passed");
});

test("submitting waits for what is not saved yet", async ({ page, context, signIn }) => {
  const exam = await begunExam();
  await signIn(exam.actor);
  await openQuestion(page, exam, 1);
  await context.route("**/answer", (route) => route.abort());
  await page.getByRole("textbox").fill("1");
  await expect(status(page)).toContainText("Your answer is kept in this browser");
  await page.getByRole("link", { name: "Check and submit" }).click();
  await page.getByRole("button", { name: "Submit the answers" }).click();
  await expect(page.getByText("Some answers are not saved yet.")).toBeVisible();
  await context.unroute("**/answer");
  let submissions = 0;
  await page.route(/\/summary$/, async (route) => {
    submissions += 1;
    // A slow line: longer than the page takes to look whether everything has been sent.
    await setTimeout(2000);
    await route.continue();
  });
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.waitForURL(/\/result$/);
  expect(submissions).toBe(1);
  expect(await storedAnswers(exam)).toEqual([1, null, null]);
});

test("two windows of one test: the newer answer counts, and each sees what the other did", async ({
  page,
  context,
  signIn,
}) => {
  const exam = await begunExam();
  await signIn(exam.actor);
  await openQuestion(page, exam, 1);
  const other = await context.newPage();
  await openQuestion(other, exam, 1);

  await page.route("**/answer", (route) => route.abort());
  await page.getByRole("textbox").fill("11");
  await expect(status(page)).toContainText("Your answer is kept in this browser");
  await other.getByRole("textbox").fill("12");
  await expect(status(other)).toHaveText("Saved.");
  await page.unroute("**/answer");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  const note = page.getByRole("alert");
  await expect(note).toContainText("after your answer here. That answer counts.");
  await expect(note).toContainText("11");
  await expect(note).toContainText("12");
  await expectAccessible(page);
  expect(await storedAnswers(exam)).toEqual([12, null, null]);

  await note.getByRole("button", { name: "Let my answer here count" }).click();
  await expect(status(page)).toHaveText("Saved.");
  expect(await storedAnswers(exam)).toEqual([11, null, null]);
  await expect(other.getByRole("alert")).toContainText("Changed in another window");
  await other.getByRole("button", { name: "Show that answer" }).click();
  await expect(other.getByRole("textbox")).toHaveValue("11");
});

test("without JavaScript a form never silently replaces what another window has answered", async ({
  browser,
  origin,
  page,
  signIn,
}) => {
  const exam = await begunExam();
  const { signInOn } = await import("./fixtures.ts");
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
  await signInOn(plain, origin, exam.actor);
  const form = await plain.newPage();
  await form.goto(`${exam.address}/questions/1`);
  await signIn(exam.actor);
  await openQuestion(page, exam, 1);
  await page.getByRole("textbox").fill("1");
  await expect(status(page)).toHaveText("Saved.");

  await form.getByRole("textbox").fill("7");
  await form.getByRole("button", { name: "Save and go on" }).click();
  await expect(form.getByText("choose which one counts")).toBeVisible();
  expect(await storedAnswers(exam)).toEqual([1, null, null]);
  await form.getByRole("button", { name: "Let my answer here count" }).click();
  await form.waitForURL(/questions\/2$/);
  expect(await storedAnswers(exam)).toEqual([7, null, null]);
  await plain.close();
});

test("time that is left is said, and at its end the test is submitted with what was saved", async ({
  page,
  signIn,
}) => {
  const exam = await begunExam({ timeLimitMinutes: 30 });
  await signIn(exam.actor);
  await db.attempt.updateMany({
    where: { enrolment: { userId: exam.actor.id } },
    data: { deadlineAt: new Date(Date.now() + 8_000), graceSeconds: 1 },
  });
  await openQuestion(page, exam, 1);
  await expect(page.getByText(/^Answers count until/)).toBeVisible();
  await page.getByRole("textbox").fill("1");
  await expect(status(page)).toHaveText("Saved.");
  await expect(page.getByText("The time is over.")).toBeVisible();
  await expect
    .poll(async () => (await attemptOf(await openQuiz(exam.actor, exam.slug, "quiz"), 1)).submittedAt, {
      timeout: 90_000,
    })
    .not.toBeNull();
  expect(await storedAnswers(exam)).toEqual([1, null, null]);
});
