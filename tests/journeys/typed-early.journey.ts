import { setTimeout } from "node:timers/promises";

import type { Page } from "@playwright/test";

import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import { cartridgeFiles, item, webPage } from "#tests/builders/cartridges.ts";
import { archive, scormFiles } from "#tests/builders/packages.ts";
import { trainer } from "#tests/builders/people.ts";
import { questionOfType } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn } from "#tests/builders/quizzes.ts";
import { zipped } from "#tests/builders/zip-bytes.ts";

import { expect, test } from "./fixtures.ts";

/** The page's scripts are on their way until the returned function is called. */
async function slowScripts(page: Page) {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

test("what is written before the page's scripts are there stays, is saved, and so is what is changed in it", async ({
  page,
  signIn,
}) => {
  const course = await courseWithQuiz({
    settings: { shuffleQuestions: false },
    questions: [questionOfType("essay"), questionOfType("numeric")],
  });
  const ana = await learnerIn(course);
  const { number } = await startAttempt(ana, course.slug, "quiz");
  const stored = async () =>
    (await attemptOf(await openQuiz(ana, course.slug, "quiz"), number)).items[0]?.response;
  await signIn(ana);
  const saved = page.getByRole("status").filter({ hasText: "Saved." });
  // The small script that notes what is written comes late, too; nothing can be written before it.
  await page.route("**/exit.js", async (route) => {
    await setTimeout(500);
    await route.continue();
  });

  for (const written of ["What I think of it.", "What I think of it, on second thoughts."]) {
    const arrive = await slowScripts(page);
    await page.goto(`/learn/${course.slug}/quizzes/quiz/attempts/${number}/questions/1`, {
      waitUntil: "commit",
    });
    await page.getByRole("textbox").fill(written);
    arrive();
    await expect(saved).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveValue(written);
    expect(JSON.stringify(await stored())).toContain(written);
    await page.unroute("**/assets/*.js");
  }
});

const earlyBirds = () => ({
  name: "early.imscc",
  mimeType: "application/octet-stream",
  buffer: zipped(
    cartridgeFiles({
      title: "Early birds",
      items: item("Birds", { ref: "p" }),
      resources: [webPage("p", "<p>They sing.</p>")],
    }),
  ),
});

test("a file that is chosen before the page's scripts are there is sent", async ({ page, signIn }) => {
  await signIn(await trainer());
  const uploads = [
    { at: "/teach/imports", label: "Cartridge or backup", file: earlyBirds(), then: "What becomes of it" },
    {
      at: "/teach/packages",
      label: "File",
      file: await archive(scormFiles({ title: "Early keys" })),
      then: "Early keys",
    },
  ];
  for (const { at, label, file, then } of uploads) {
    const arrive = await slowScripts(page);
    await page.goto(at, { waitUntil: "commit" });
    await page.getByLabel(label, { exact: true }).setInputFiles(file);
    arrive();
    await expect(page.getByRole("heading", { name: then })).toBeVisible({ timeout: 60_000 });
    await page.unroute("**/assets/*.js");
  }
});

test("a file is sent whose window was opened before the page's scripts replaced the field", async ({
  page,
  signIn,
}) => {
  await signIn(await trainer());
  const arrive = await slowScripts(page);
  await page.goto("/teach/imports", { waitUntil: "commit" });
  const field = await page.getByLabel("Cartridge or backup").elementHandle();
  arrive();
  await expect(page.getByRole("button", { name: "Send the file" })).toHaveCount(0);
  const { name, buffer } = earlyBirds();
  // As a browser does when the window is closed; Playwright only fills what is on the page.
  await field?.evaluate(
    (input, [fileName, bytes]) => {
      const taken = new DataTransfer();
      taken.items.add(new File([Uint8Array.from(bytes)], fileName));
      (input as HTMLInputElement).files = taken.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [name, [...buffer]] as const,
  );
  await expect(page.getByRole("heading", { name: "What becomes of it" })).toBeVisible({ timeout: 60_000 });
});
