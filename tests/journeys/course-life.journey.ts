import { importCourse } from "#app/authoring/course-import.server.ts";
import { beginDraft } from "#app/authoring/draft.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { clock, hours } from "#app/platform/clock.ts";
import { newId } from "#app/platform/id.ts";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { quizFolder, writeQuizFolder } from "#tests/builders/quiz-folder.ts";
import { enrolIn } from "#tests/builders/unit-course.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

const slug = `life-${newId()}`;

async function taught() {
  const folder = quizFolder(slug);
  writeQuizFolder(folder, {
    quizzes: [{ id: "in-lessons", mode: "check", questions: [singleChoice("C-1", { lesson: "reading" })] }],
    files: {
      "lessons/reading/en.md": "::page[Reading]{#reading}\n\nRead.\n\n::check{#C-1}\n",
      "lessons/reading/sr-Cyrl.md": "::page[Читање]{#reading}\n\nЧитајте.\n\n::check{#C-1}\n",
    },
  });
  await importCourse(folder);
  const [admin, vera, ana] = [await administrator(), await trainer(), await learner()];
  await addTrainer(admin, slug, vera.id);
  await enrolIn(slug, ana);
  await beginDraft(vera, slug);
  return { vera, ana };
}

test("a version is planned, given up, published and offered; the course is unpublished, archived and restored", async ({
  page,
  browser,
  origin,
  signIn,
}) => {
  const { vera, ana } = await taught();
  await signIn(vera);
  const others = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  await signInOn(others, origin, ana);
  const hers = await others.newPage();
  /** Sends the form, and once more where something should be looked at first. */
  const send = async (name: string, done: string | RegExp) => {
    const anyway = page.getByLabel("Publish all the same");
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByText(done).or(anyway)).toBeVisible();
    if ((await anyway.count()) === 0) return;
    await anyway.check();
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByText(done)).toBeVisible();
  };

  await page.goto(`/teach/${slug}/draft`);
  await page.getByText("Publish later").click();
  await page.getByLabel("When it is to be published").fill("2020-01-01T10:00");
  await page.getByRole("button", { name: "Plan the publication" }).click();
  await expect(page.getByRole("alert")).toContainText("Give a time that is still to come");
  const time = localOfInstant(new Date(clock.now().getTime() + hours(30)));
  await page.getByLabel("When it is to be published").fill(time);
  await send("Plan the publication", "Planned: the version is published on");
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Give up the plan" }).click();
  await expect(page.getByRole("status")).toContainText("The plan is given up");

  await page.getByLabel("They are offered the new version").check();
  await send("Publish", /^Version \S+ is published/);

  await hers.goto("/learn");
  await hers.getByRole("link", { name: "See what changes" }).click();
  await expect(hers.getByRole("heading", { level: 1 })).toHaveText("A new version of your course");
  await hers.getByRole("button", { name: "Go on with version" }).click();
  await expect(hers.getByRole("status")).toContainText("You go on with version");
  await page.goto(`/teach/${slug}/versions`);
  await expect(page.getByText(/^Everybody who is under way is on version \d+\.\d+\.\d+\.$/)).toBeVisible();

  await page.getByRole("link", { name: "Offered or archived" }).click();
  await page.getByRole("button", { name: "Unpublish the course" }).click();
  await expect(page.getByRole("alert")).toContainText("Tick the box");
  await expectAccessible(page);
  await page.getByLabel("Yes, let nobody new begin").check();
  await page.getByRole("button", { name: "Unpublish the course" }).click();
  await expect(page.getByRole("status")).toContainText("Not published since");
  await page.goto(`/teach/${slug}/enrolments`);
  await expect(
    page.getByText("Nobody can be enrolled: this course is not published at the moment."),
  ).toBeVisible();
  await hers.goto(`/learn/${slug}`);
  await expect(hers.getByText("At the moment nobody can begin this course.", { exact: false })).toBeVisible();

  await page.goto(`/teach/${slug}/availability`);
  await page.getByLabel("Yes, archive it").check();
  await page.getByRole("button", { name: "Archive the course" }).click();
  await expect(page.getByRole("status")).toContainText("Archived since");
  await hers.goto("/learn");
  await expect(hers.getByRole("heading", { name: "Earlier courses" })).toBeVisible();
  await page.goto("/teach/archived");
  await expectFits(page);
  await expectAccessible(page);
  const ours = page
    .getByRole("article")
    .filter({ has: page.locator(`a[href="/teach/${slug}/availability"]`) });
  await ours.getByRole("link", { name: "Restore it" }).click();
  await page.getByRole("button", { name: "Restore the course" }).click();
  await page.getByRole("button", { name: "Publish the course again" }).click();
  await expect(page.getByRole("status")).toContainText("People can be enrolled and begin this course.");
  await others.close();
});
