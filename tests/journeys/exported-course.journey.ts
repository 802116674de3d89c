import { setTimeout } from "node:timers/promises";

import type { Page } from "@playwright/test";

import { db } from "#app/platform/db.server.ts";
import { exportedFiles, smallCourse } from "#tests/builders/exported.ts";
import { learnerWithPackage } from "#tests/builders/runs.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

/** The copy's contents inside the player's shell, and its page inside that. */
function inside(page: Page) {
  const contents = page.frameLocator("iframe").frameLocator("iframe");
  return { contents, shown: contents.frameLocator("iframe.page") };
}

for (const format of ["scorm-1.2", "scorm-2004"] as const) {
  test(`a course taken elsewhere as ${format} reports completion, score and place, and goes on where it was left`, async ({
    page,
    signIn,
  }) => {
    const slug = await smallCourse(`small-${format.replace(".", "")}`);
    const { actor, place } = await learnerWithPackage(Object.fromEntries(await exportedFiles(slug, format)));
    await signIn(actor);
    await page.goto(`/learn/${place.courseSlug}/packages/${place.activityId}/player`);
    const { contents, shown } = inside(page);
    await contents.getByRole("button", { name: "Start" }).click();
    await expect(shown.getByRole("heading", { level: 1 })).toHaveText("First page");
    await shown.getByLabel("Option a").check();
    await shown.getByRole("button", { name: "Check" }).click();
    await expect(shown.getByText("Not correct")).toBeVisible();
    await expectAccessible(page);
    await expectFits(page);
    for (const heading of ["Second page", "Sources", "final"]) {
      await shown.getByRole("link", { name: "Next" }).click();
      await expect(shown.getByRole("heading", { level: 1 })).toHaveText(heading);
    }
    await shown.getByRole("button", { name: "Begin" }).click();
    await shown.getByLabel("Option a").check();
    await expect(shown.getByText("You have answered 1 of 2 questions.")).toBeVisible();

    await page.reload();
    await expect(shown.getByRole("heading", { level: 1 })).toHaveText("final");
    await expect(contents.locator("#where")).toHaveText("1 of 3 steps done");
    await shown.getByRole("button", { name: "Go on where you stopped" }).click();
    await expect(shown.getByLabel("Option a")).toBeChecked();
    await shown.getByLabel("True").check();
    await shown.getByRole("button", { name: "Submit the answers" }).click();
    await expect(shown.getByRole("heading", { name: "You have passed" })).toBeFocused();
    await expectAccessible(page);
    await shown.getByRole("link", { name: "Next" }).click();
    await shown.getByRole("button", { name: "Begin" }).click();
    await shown.getByLabel("Question word?").fill("Sarajevo");
    await shown.getByRole("button", { name: "Check my answer" }).click();
    await shown.getByRole("button", { name: "Submit the answers" }).click();
    await expect(contents.locator("#where")).toHaveText("3 of 3 steps done");

    const reported = () =>
      db.runActivity.findFirst({
        where: { attempt: { enrolment: { userId: actor.id } } },
        select: { completion: true, success: true, raw: true },
      });
    await expect.poll(reported).toEqual({ completion: "completed", success: "passed", raw: 100 });
  });
}

/** A small course taken elsewhere, begun in the player and open at its first page. */
async function begun(page: Page, signIn: (person: { id: string }) => Promise<void>, slug: string) {
  const files = Object.fromEntries(await exportedFiles(await smallCourse(slug), "scorm-1.2"));
  const { actor, place } = await learnerWithPackage(files);
  await signIn(actor);
  await page.goto(`/learn/${place.courseSlug}/packages/${place.activityId}/player`);
  const { contents, shown } = inside(page);
  await contents.getByRole("button", { name: "Start" }).click();
  await expect(shown.getByRole("heading", { level: 1 })).toHaveText("First page");
  return { contents, shown };
}

test("in a course taken elsewhere a page counts as read when “Next” is pressed at once on a slow line", async ({
  page,
  signIn,
}) => {
  await page.route("**/assets/course.js", async (route) => {
    const response = await route.fetch();
    await setTimeout(700);
    // Anew for each page, as platforms send files.
    await route.fulfill({ response, headers: { ...response.headers(), "cache-control": "no-store" } });
  });
  const { contents, shown } = await begun(page, signIn, "small-slow");
  for (const heading of ["Second page", "Sources", "final"]) {
    // As soon as there is something to press: a click would wait until the page has been drawn.
    await shown.getByRole("link", { name: "Next" }).dispatchEvent("click");
    await expect(shown.getByRole("heading", { level: 1 })).toHaveText(heading);
  }
  await expect(contents.locator("#where")).toHaveText("1 of 3 steps done");
});

test("in a course taken elsewhere counts also what a page said just before it was gone", async ({
  page,
  signIn,
}) => {
  const { contents, shown } = await begun(page, signIn, "small-gone");
  await shown.locator("#page-data").evaluate((data) => {
    const { activity } = JSON.parse(data.textContent) as { activity: string };
    window.addEventListener("pagehide", () => {
      for (const name of ["first", "second", "sources"]) {
        window.parent.postMessage({ course: "read", activity, page: name }, "*");
      }
    });
  });
  await shown.getByRole("link", { name: "Next" }).click();
  await expect(contents.locator("#where")).toHaveText("1 of 3 steps done");
});
