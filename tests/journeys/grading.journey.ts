import { submittedBy, withKey } from "#tests/builders/grading.ts";
import type { GivenQuestion } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn, trainerOf } from "#tests/builders/quizzes.ts";

import { expect, expectAccessible, expectFits, mailsTo, signInOn, test } from "./fixtures.ts";

const rubric = [
  { id: "what", levels: [0, 4, 8] },
  { id: "how", levels: [0, 2] },
];

test("an essay and a file sent without JavaScript are graded by two who differ and a third who decides", async ({
  browser,
  origin,
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const course = await courseWithQuiz({
    settings: { doubleMarking: true, anonymousGrading: true, shuffleQuestions: false },
    questions: [
      { id: "essay", type: "essay", points: 10, rubric },
      { id: "file", type: "file", accept: ["pdf", "text"], rubric: [{ id: "there", levels: [0, 1] }] },
    ],
  });
  const mira = await learnerIn(course, { name: "Mira Skrivena", email: "mira.graded@example.org" });
  const [first, second, third] = [await trainerOf(course), await trainerOf(course), await trainerOf(course)];

  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signInOn(plain, origin, mira);
  const form = await plain.newPage();
  await form.goto(`${origin}/learn/${course.slug}/quizzes/quiz`);
  await form.getByRole("button", { name: "Begin" }).click();
  await form.getByRole("textbox").fill("First I would ask her what she needs.");
  await form.getByRole("button", { name: "Save and go on" }).click();
  const chooseFile = form.locator('input[type="file"]');
  await chooseFile.setInputFiles({
    name: "Mira Skrivena.html",
    mimeType: "text/html",
    buffer: Buffer.from("<!doctype html><p>hello"),
  });
  await form.getByRole("button", { name: "Send the file" }).click();
  await expect(form.getByRole("alert")).toContainText("another kind");
  await chooseFile.setInputFiles({
    name: "Mira Skrivena.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("What I would write to the platform.\n"),
  });
  await form.getByRole("button", { name: "Send the file" }).click();
  await expect(form.getByText("Your file has arrived.")).toBeVisible();
  await form.getByRole("link", { name: "Go on" }).click();
  await form.getByRole("button", { name: /Submit/ }).click();
  await expect(form.getByRole("heading", { level: 1 })).toHaveText("Your answers have arrived");

  /** Grades what waits for a person: places of the essay's levels; the file gets everything. */
  const gradeAll = async (grader: { id: string }, [what, how]: [string, string]) => {
    await context.clearCookies();
    await signInOn(context, origin, grader);
    await page.goto(`/teach/${course.slug}/grading`);
    await expect(page.getByText("Mira")).toHaveCount(0);
    await expectAccessible(page);
    await expectFits(page);
    await page.getByRole("button", { name: "Grade the next one" }).click();
    const file = page.getByRole("link", { name: /Download the file/ });
    for (let count = 0; count < 2; count += 1) {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Grade an answer");
      await expect(page.getByText("Mira")).toHaveCount(0);
      await expectAccessible(page);
      await expectFits(page);
      const isFile = await file.isVisible();
      const groups = page.getByRole("group");
      if (isFile) await groups.getByRole("radio").last().check();
      else {
        await page.getByRole("group", { name: "Criterion what" }).getByRole("radio", { name: what }).check();
        await page.getByRole("group", { name: "Criterion how" }).getByRole("radio", { name: how }).check();
        await page.getByLabel("Comment to the learner").fill(`A comment with ${what}.`);
      }
      // The note about the mark before this one looks the same: the server's answer tells that this one is kept.
      await Promise.all([
        page.waitForResponse((response) => response.request().method() === "POST"),
        page.getByRole("button", { name: "Save and grade the next one" }).click(),
      ]);
      if (count === 0) await expect(file).toBeVisible({ visible: !isFile });
      else await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Grade an answer");
      await expect(page.getByText("The mark is saved.")).toBeVisible();
    }
  };
  await gradeAll(first, ["8 points", "2 points"]);
  await gradeAll(second, ["0 points", "0 points"]);

  await context.clearCookies();
  await signInOn(context, origin, third);
  await page.goto(`/teach/${course.slug}/grading`);
  await page.getByRole("link", { name: /Question essay/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Two marks that differ");
  await expect(page.getByRole("row", { name: /In all/ })).toContainText("100%");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a level.");
  await page.getByRole("group", { name: "Criterion what" }).getByRole("radio", { name: "4 points" }).check();
  await page.getByRole("group", { name: "Criterion how" }).getByRole("radio", { name: "2 points" }).check();
  await page.getByLabel("Comment to the learner").fill("You asked first. Say also what happens next.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Nothing waits to be graded")).toBeVisible();

  await form.reload();
  await expect(form.getByRole("heading", { level: 1 })).toContainText("passed");
  await expect(form.getByText("6 of 10 points")).toBeVisible();
  await expect(form.getByText("You asked first. Say also what happens next.")).toBeVisible();
  await expect(form.getByText("A comment with")).toHaveCount(0);
  const toldHer = async () =>
    (await mailsTo("mira.graded@example.org")).find(({ text }) =>
      text?.includes("looked at what you sent in"),
    );
  await expect(async () => expect(await toldHer()).toBeDefined()).toPass();
  expect((await toldHer())?.subject).not.toMatch(/grad|test|course|result/i);
  await plain.close();
});

test("a wrong key is put right: the trainer sees who changes, confirms, and a worker regrades", async ({
  page,
  signIn,
}) => {
  const wrongKey = { id: "q1", type: "single", options: ["a", "b"], answer: "a" } satisfies GivenQuestion;
  const course = await courseWithQuiz({ questions: [wrongKey] });
  await submittedBy(course, { q1: "b" }, { name: "Ana Uzorak", email: "ana.regraded@example.org" });
  await submittedBy(course, { q1: "a" }, { name: "Mira Primer" });
  await withKey(course, { ...wrongKey, answer: "b" });
  await signIn(await trainerOf(course));
  const address = `/teach/${course.slug}/quizzes/quiz/regrade`;
  await page.goto(address);
  await page.getByRole("button", { name: "See who changes" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a version");
  await expectAccessible(page);
  await page.getByLabel("Grade by").selectOption({ index: 2 });
  await page.getByRole("button", { name: "See who changes" }).click();
  await expect(page.getByRole("heading", { name: "Not passed, now passed (1)" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Ana Uzorak/ })).toContainText("0 / 1");
  await expect(page.getByRole("heading", { name: /by the new key not passed \(1\)/ })).toBeVisible();
  await expect(page.getByText("has completed the course and keeps the pass")).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Regrade now" }).click();
  await expect(page.getByText("The regrade is under way.")).toBeVisible();
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole("row", { name: /q1 → 2/ })).toContainText("2", { timeout: 1000 });
    await expect(page.getByText("under way")).toHaveCount(0, { timeout: 1000 });
  }).toPass();
  await expect(async () => expect(await mailsTo("ana.regraded@example.org")).not.toHaveLength(0)).toPass();
});
