import type { Page } from "@playwright/test";

import { endAllSessions } from "#app/identity/session.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { unit, unitCourse, unitLearner } from "#tests/builders/unit-course.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

/** What the package shows: inside the shell's frame, in a frame of its own. */
function inside(page: Page, title = "Exercise") {
  return page.frameLocator(`iframe[title="${title}"]`).frameLocator("iframe");
}

async function keep(page: Page, note: string) {
  await inside(page).getByLabel("Note").fill(note);
  await inside(page).getByRole("button", { name: "Keep" }).click();
  await expect(inside(page).getByRole("status")).toHaveText(note);
}

/** The content origin cannot be reached to store anything, until the answer is called. */
async function cutLine(page: Page) {
  await page.context().route("**/run/**", (route) => route.abort());
  return () => page.context().unroute("**/run/**");
}

test("a learner passes a unit, and sees that it counts and why it did not before", async ({
  page,
  signIn,
}) => {
  await signIn(await unitLearner());
  await page.goto(`/learn/${unitCourse}`);
  await page.getByRole("link", { name: "Start: Exercise" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Exercise");
  await expect(page.getByText("Not begun", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Begin", exact: true }).click();
  await keep(page, "half way");
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  await page.getByRole("link", { name: "Results and attempts" }).first().click();
  await expect(page.getByRole("heading", { name: "Why is this not complete?" })).toBeVisible();
  await page.getByRole("link", { name: "Go on where you stopped" }).click();
  await expect(inside(page).getByRole("status")).toHaveText("half way");
  await inside(page).getByRole("button", { name: "Pass" }).click();
  await expect(page.getByText("It counts as done.")).toBeVisible();
  await page.getByRole("link", { name: "Results and attempts" }).first().click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible();
  await expect(page.getByRole("cell", { name: "passed", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Log of attempt 1" }).click();
  await expect(page.getByRole("cell", { name: "cmi.core.lesson_status" }).first()).toBeVisible();
});

test("who leaves by a link while there is no connection is asked, and finds everything again", async ({
  browser,
  origin,
  signIn,
  context,
}) => {
  const page = await context.newPage();
  await signIn(await unitLearner());
  await page.goto(`${unit}/player`);
  await expect(inside(page).getByRole("button", { name: "Keep" })).toBeVisible();
  const mend = await cutLine(page);
  await keep(page, "kept without a line");
  await expect(page.getByText("Waiting for the connection.")).toBeVisible();
  const toCourse = page.getByRole("link", { name: "Units", exact: true });
  await toCourse.click();
  const question = page.getByRole("dialog", { name: "Not everything is saved yet" });
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(question).toBeHidden();
  await expect(inside(page).getByRole("status")).toHaveText("kept without a line");
  await toCourse.click();
  await question.getByRole("button", { name: "Leave all the same" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Units");
  await mend();
  await page.goto(`${unit}/player`);
  await expect(inside(page).getByRole("status")).toHaveText("kept without a line");
  void browser;
  void origin;
});
