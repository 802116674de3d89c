import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { learnerBeforeTest } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";

import { expect, test } from "./fixtures.ts";

/** The address of the first question that is answered by choosing one option. */
async function choosable(person: Actor): Promise<string> {
  const { number } = await startAttempt(person, courseSlug, "final-test");
  const open = await openQuiz(person, courseSlug, "final-test");
  const item = (await attemptOf(open, number)).items.find(({ stored }) =>
    ["single", "scenario", "truefalse"].includes(stored.question.type),
  );
  return `/learn/${courseSlug}/quizzes/final-test/attempts/${number}/questions/${item?.position}`;
}

test("an answer is saved as it is given, and is there after a reload", async ({ page, signIn }) => {
  const ana = await learnerBeforeTest();
  await signIn(ana);
  await page.goto(await choosable(ana));
  await page.getByRole("radio").nth(1).check();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await page.reload();
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
});

test("leaving by the exit sends an answer that was not saved yet", async ({ page, context, signIn }) => {
  await context.route("https://example.org/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Neutral</title><p>Neutral page</p>" }),
  );
  const ana = await learnerBeforeTest();
  await signIn(ana);
  const question = await choosable(ana);
  await page.goto(question);
  // The form's own saving waits for a pause; the exit does not.
  await page.getByRole("radio").nth(1).check();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await page.waitForURL("https://example.org/");
  await context.clearCookies({ name: "away" });
  await expect(async () => {
    await page.goto(question);
    await expect(page.getByRole("radio").nth(1)).toBeChecked({ timeout: 500 });
  }).toPass();
});

test("another language keeps the page, also after following a link", async ({ page, signIn }) => {
  await signIn(await enrolledLearner());
  await page.goto(`/learn/${courseSlug}`);
  await page.getByRole("link", { name: "What it is and how common it is", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One violence, many channels");
  const { pathname } = new URL(page.url());
  await page.getByRole("button", { name: "Српски (ћирилица)" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Једно насиље, много канала");
  await expect(page.locator("html")).toHaveAttribute("lang", "sr-Cyrl");
  expect(new URL(page.url()).pathname).toBe(pathname);
});
