import { randomBytes } from "node:crypto";

import { newCourseForm } from "#app/authoring/publication-form.ts";
import { publishCourse } from "#app/authoring/publication.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { newId } from "#app/platform/id.ts";
import { archive, receivedPackage, scormFiles } from "#tests/builders/packages.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { courseSlug, publishedCourse } from "#tests/builders/course.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

test("a trainer uploads a package, sees what was found, publishes it into her course, and a learner finds it there", async ({
  page,
  context,
  signIn,
}) => {
  await publishedCourse();
  const admin = await administrator();
  const vera = await trainer();
  await signIn(vera);
  await page.goto("/teach");
  await page.getByRole("link", { name: "Packages" }).click();
  await expect(page.getByText("No packages yet")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await addTrainer(admin, courseSlug, vera.id);
  await page.reload();
  await expect(page.getByText("No packages yet")).toHaveCount(0);
  const file = await archive({
    ...scormFiles({ title: "Strong keys" }),
    "big.bin": randomBytes(6_000_000),
  });
  await page.getByLabel("File", { exact: true }).setInputFiles(file);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strong keys", { timeout: 60_000 });
  await expect(page.getByText("SCORM 1.2", { exact: true })).toBeVisible();
  await expect(page.getByText("Nothing had to be put right, and nothing is missing.")).toBeVisible();
  await expect(page.getByText("passed from 80 points")).toBeVisible();
  await expect(page.getByText("index.html")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);

  await page.getByRole("link", { name: /^Into “/ }).click();
  await expect(page.getByLabel("Title (English)")).toHaveValue("Strong keys");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("alert")).toContainText("Write whole minutes, from 1 to 1,000.");
  await expectAccessible(page);
  await page.getByLabel("Title (Српски (ћирилица))").fill("Јаки кључеви");
  await page.getByLabel("Minutes it takes").fill("12");
  // Other journeys finish this course without it.
  await page.getByLabel("It counts for the certificate").uncheck();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(
    page.getByText("Learners who are enrolled from now on get it.", { exact: false }),
  ).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);

  const ana = await learner();
  const course = await getCurrentCourse(courseSlug);
  await db.$transaction((tx) => enrol(tx, admin, course, ana.id));
  await context.clearCookies();
  await signIn(ana, "sr-Cyrl");
  await page.goto(`/learn/${courseSlug}`);
  await expect(page.getByRole("link", { name: /Јаки кључеви/ })).toBeVisible();
});

test("a package that is not accepted says why and what to do, and an upload that was cut goes on by itself", async ({
  browser,
  origin,
}) => {
  // The browser notes the cut in its console, which fails other tests.
  const context = await browser.newContext({ baseURL: origin });
  await signInOn(context, origin, await trainer());
  const page = await context.newPage();
  await page.goto("/teach/packages");
  let hasFailed = false;
  await context.route("**/uploads/*", async (route) => {
    if (route.request().method() !== "PATCH" || hasFailed) return route.continue();
    hasFailed = true;
    await route.abort("connectionreset");
  });
  const file = await archive({ "readme.txt": "no course in here", "data.bin": randomBytes(5_000_000) });
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await expect(page.getByText("This package is not accepted")).toBeVisible({ timeout: 60_000 });
  expect(hasFailed).toBe(true);
  await expect(page.getByText("SCORM", { exact: false }).first()).toBeVisible();
  await expect(page.getByText("Put it right where the package was made", { exact: false })).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await context.close();
});

test("an upload can be paused, continued and cancelled with the keyboard", async ({
  page,
  context,
  signIn,
}) => {
  await signIn(await trainer());
  await page.goto("/teach/packages");
  await context.route("**/uploads/*", async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    // Held until it is paused or cancelled.
  });
  const file = await archive({ ...scormFiles(), "big.bin": Buffer.alloc(5_000_000, 7) });
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await expect(page.getByText("Sending “package.zip”")).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).press("Enter");
  await expect(page.getByText("Paused: “package.zip”")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on" }).press("Enter");
  await expect(page.getByText("Sending “package.zip”")).toBeVisible();
  await page.getByRole("button", { name: "Cancel and delete" }).press("Enter");
  await expect(page.getByLabel("File", { exact: true })).toBeVisible();
  await expect(page.getByText("No packages yet")).toBeVisible();
});

/** Checked by the worker of the site. */
async function checkedPackage(owner: Actor, packageId?: string) {
  const received = await receivedPackage(owner, { packageId });
  await expect
    .poll(() => db.packageVersion.findUnique({ where: { id: received.versionId }, select: { state: true } }))
    .toEqual({ state: "ready" });
  return received;
}

for (const [language, scheme] of [
  ["en", "light"],
  ["sr-Cyrl", "dark"],
] as const) {
  test(`every page of packages fits a phone and passes axe in ${language}, ${scheme}`, async ({
    page,
    signIn,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const vera = await trainer();
    const { packageId } = await checkedPackage(vera);
    const first = { packageId, number: 1 };
    const { courseSlug: own } = await publishCourse(
      vera,
      first,
      newCourseForm.parse({
        publication: newId(),
        minutes: "10",
        title: "Safe passwords",
        summary: "How to choose one.",
        objectives: "Choose a password",
        contentNote: "Nothing that weighs.",
      }),
    );
    await checkedPackage(vera, packageId);
    await signIn(vera, language);
    const address = `/teach/packages/${packageId}`;
    for (const path of [
      "/teach/packages",
      address,
      `${address}?version=1`,
      `${address}/2/tryout`,
      `${address}/2/course`,
      `${address}/2/courses/${own}`,
      `${address}/2/courses/${own}/replacement`,
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectFits(page);
      await expectAccessible(page);
    }
  });
}
