import { courseData } from "#app/authoring/export/copied-course.ts";
import { courseContent } from "#app/authoring/export/course-content.server.ts";
import { standingOf } from "#app/authoring/export/runner/course-state.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { allDone, exportedFiles } from "#tests/builders/exported.ts";
import { learnerWithPackage } from "#tests/builders/runs.ts";

import { expect, test } from "./fixtures.ts";

/** A journey through the small course does each of these by hand, in both formats. */
for (const [slug, format] of [
  ["digital-safety", "scorm-1.2"],
  ["ai-abuse", "scorm-2004"],
  ["takedown", "scorm-1.2"],
] as const) {
  test(`${slug} taken elsewhere as ${format} keeps all that was done, and reports completion and score`, async ({
    page,
    signIn,
  }) => {
    const data = courseData(await courseContent(await getCurrentCourse(slug), "en"));
    const step = data.steps.findLast(({ kind }) => kind === "lesson");
    const last = step?.pages.at(-1);
    if (!step || !last) throw new Error("no lesson");
    const done = allDone(data);
    const butOne = allDone(data, { unread: [last.file] });
    const { actor, place } = await learnerWithPackage(Object.fromEntries(await exportedFiles(slug, format)));
    await signIn(actor);
    await page.goto(`/learn/${place.courseSlug}/packages/${place.activityId}/player`);
    const contents = page.frameLocator("iframe").frameLocator("iframe");
    const shown = contents.frameLocator("iframe.page");
    await contents.getByRole("button", { name: "Start" }).click();
    await expect(shown.getByRole("heading", { level: 1 })).toBeVisible();
    // What its pages tell the copy as they are read and its quizzes as they are passed.
    const told = [
      ...Object.entries(butOne.read).flatMap(([activity, pages]) =>
        pages.map((one) => ({ course: "read", activity, page: one })),
      ),
      ...Object.entries(butOne.quizzes).map(([activity, state]) => ({ course: "quiz", activity, state })),
    ];
    await shown.locator("body").evaluate((_, messages) => {
      for (const message of messages) window.parent.postMessage(message, "*");
    }, told);
    const where = (state: typeof done) => {
      const { done: steps, required } = standingOf(data, state);
      return `${steps} of ${required} steps done`;
    };
    await expect(contents.locator("#where")).toHaveText(where(butOne));

    await page.reload();
    await expect(contents.locator("#where")).toHaveText(where(butOne));
    await contents.locator("#back").click();
    await contents.locator(`[data-file="${last.file}"]`).last().click();
    await expect(contents.locator("iframe.page")).toHaveAttribute("title", step.title);
    await shown.locator("[data-next]").click();
    await expect(contents.locator("#where")).toHaveText(where(done));
    const reported = () =>
      db.runActivity.findFirst({
        where: { attempt: { enrolment: { userId: actor.id } } },
        select: { completion: true, success: true, raw: true },
      });
    await expect.poll(reported).toEqual({ completion: "completed", success: "passed", raw: 100 });
  });
}
