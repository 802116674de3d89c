import { submitStep } from "#app/authoring/draft-step.server.ts";
import { submitNewCourse } from "#app/authoring/new-course.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { newId } from "#app/platform/id.ts";
import { courseWithAssignment } from "#tests/builders/assignments.ts";
import { trainer } from "#tests/builders/people.ts";
import { learnerIn } from "#tests/builders/quizzes.ts";

import { expect, expectAccessible, expectFits, publishDraft, signInOn, test } from "./fixtures.ts";

test("a trainer makes a task without JavaScript, a learner hands it in by keyboard, and its comment completes the course", async ({
  browser,
  origin,
  page,
  signIn,
}) => {
  test.setTimeout(300_000);
  const vera = await trainer();
  const made = await submitNewCourse(vera, { way: "blank", publication: newId(), title: "First answers" });
  const slug = "slug" in made ? made.slug : "";
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signInOn(plain, origin, vera);
  const desk = await plain.newPage();
  const press = (name: string) => desk.getByRole("button", { name, exact: true }).click();
  const follow = (name: string) => desk.getByRole("link", { name, exact: true }).first().click();

  await desk.goto(`${origin}/teach/${slug}/draft/outline`);
  await desk.locator("summary", { hasText: "An assignment" }).click();
  await follow("New assignment");
  await desk.getByLabel("Title (English)").fill("A first answer");
  await press("Add the assignment");
  await expect(desk.getByRole("alert")).toContainText("Write what is to be done.");
  await expect(desk.getByLabel("Title (English)")).toHaveValue("A first answer");
  await desk.getByLabel("What is to be done (English)").fill("Write what you would say first.");
  await press("Add the assignment");
  await expect(desk.getByRole("status")).toContainText("The assignment is in the outline.");
  // The course then has nothing else to be done.
  await submitStep(vera, slug, "first-lesson", { intent: "remove", confirm: "yes" });
  await follow("Task and grading: A first answer");
  await expect(desk.getByText("How the task is done")).toBeVisible();
  await desk.getByLabel("Pass mark in percent of the points").fill("x");
  await press("Save");
  await expect(desk.getByRole("alert")).toContainText("Write a number from 0 to 100.");
  await desk.getByLabel("Pass mark in percent of the points").fill("60");
  await press("Save");
  await expect(desk.getByRole("status")).toContainText("Saved.");
  await follow("See it as a learner");
  await expect(desk.getByText("Write nothing from real cases")).toBeVisible();
  await desk.goto(`${origin}/teach/${slug}/draft`);
  await publishDraft(desk);

  const lea = await learnerIn(await getCurrentCourse(slug), { name: "Lea Primer" });
  await signIn(lea);
  await page.goto("/learn");
  await page.getByRole("link", { name: "Start", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A first answer");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Write your answer" }).press("Enter");
  const field = page.getByRole("textbox");
  await field.focus();
  await page.keyboard.type("I would ask her what she needs.");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.reload();
  await expect(field).toHaveValue("I would ask her what she needs.");
  await page.getByRole("button", { name: "Save and go on to hand in" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Hand this in?" })).toBeVisible();
  await expect(page.getByText("I would ask her what she needs.")).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Hand it in now" }).press("Enter");
  await expect(page.getByText("Handed in, waits for the person who grades it")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hand it in again" })).toHaveCount(0);
  await expectAccessible(page);
  await expectFits(page);
  await page.goto(`/learn/${slug}`);
  await page.locator("summary", { hasText: "Why is this not complete?" }).press("Enter");
  await expect(page.getByText("It waits for the person who grades it.")).toBeVisible();
  await page.goto("/learn");
  await expect(page.getByText("Now somebody else reads: A first answer")).toBeVisible();

  await desk.goto(`${origin}/teach/${slug}/grading`);
  await press("Grade the next one");
  await expect(desk.getByText("I would ask her what she needs.")).toBeVisible();
  await desk.getByRole("radio", { name: /Wholly/ }).check();
  await desk.getByLabel("Comment to the learner").fill("You asked first. Good.");
  await press("Save");
  await expect(desk.getByText("Nothing waits to be graded")).toBeVisible();
  await plain.close();

  await page.goto(`/learn/${slug}/assignments/a-first-answer`);
  await expect(page.getByText("Graded: passed")).toBeVisible();
  await expect(page.getByText("10 of 10 points")).toBeVisible();
  await expect(page.getByText("You asked first. Good.")).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("link", { name: "Back to the course" }).press("Enter");
  await expect(page.getByText("You have completed this course")).toBeVisible();
});

test("a text and a file are handed in without JavaScript, which completes what has only to be handed in", async ({
  browser,
  origin,
}) => {
  const { slug } = await courseWithAssignment({ way: "both", complete: "submitted" });
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signInOn(plain, origin, await learnerIn(await getCurrentCourse(slug)));
  const form = await plain.newPage();
  await form.goto(`${origin}/learn/${slug}/assignments/task`);
  await form.getByRole("button", { name: "Write your answer" }).click();
  await form.getByRole("button", { name: "Save and go on to hand in" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByRole("textbox").fill("The text of my answer.");
  await form.getByRole("button", { name: "Save and go on to hand in" }).click();
  await expect(form.getByText("This is still missing.")).toBeVisible();
  await expect(form.getByRole("button", { name: "Hand it in now" })).toHaveCount(0);
  await form.getByRole("link", { name: "Change it first" }).click();
  const send = async (name: string, content: string) => {
    const file = { name, mimeType: "text/plain", buffer: Buffer.from(content) };
    await form.locator('input[type="file"]').setInputFiles(file);
    await form.getByRole("button", { name: "Send the file" }).click();
  };
  await send("page.html", "<!doctype html><p>hello");
  await expect(form.getByRole("alert")).toContainText("another kind");
  await send("plan.txt", "What I would do, step by step.\n");
  await expect(form.getByText("Your file has arrived.")).toBeVisible();
  await expect(form.getByRole("textbox")).toHaveValue("The text of my answer.");
  await form.getByRole("link", { name: "Go on", exact: true }).click();
  await form.getByRole("button", { name: "Hand it in now" }).click();
  await expect(form.getByText("Handed in, waits for the person who grades it")).toBeVisible();
  await form.goto(`${origin}/learn/${slug}`);
  await expect(form.getByText("You have completed this course")).toBeVisible();
  await plain.close();
});
