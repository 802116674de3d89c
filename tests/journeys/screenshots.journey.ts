import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "@playwright/test";
import sharp from "sharp";

import { jurisdictions } from "#app/identity/background.ts";
import { finishedLearner, learnerBeforeTest, readLesson } from "#tests/builders/attempts.ts";
import { cartridgeFiles, choiceItem, item, quizResource, webPage } from "#tests/builders/cartridges.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";
import { guideCourse, taughtGuideCourse } from "#tests/builders/guide-course.ts";
import { administrator } from "#tests/builders/people.ts";
import { zipped } from "#tests/builders/zip-bytes.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

// `UPDATE_SCREENSHOTS=1 npm test` renews the pictures of the README and of the trainers' guide.
const isUpdate = Boolean(process.env.UPDATE_SCREENSHOTS);
const docs = join(import.meta.dirname, "../..", isUpdate ? "docs" : "test-results");
const folder = join(docs, "screenshots");
const guideFolder = join(docs, "trainers/pictures");

test("the pictures of the README can be taken", async ({ page, context, signIn }) => {
  test.setTimeout(300_000);
  const ana = await enrolledLearner();
  await readLesson(ana, "what-it-is");
  await signIn(ana);
  await page.goto(`/learn/${courseSlug}`);
  await page.screenshot({ path: join(folder, "course-phone.png") });
  await page.goto(`/learn/${courseSlug}/lessons/what-it-is/three-groups`);
  await page.screenshot({ path: join(folder, "lesson-phone.png") });
  await context.clearCookies();
  await courseOfMany(isUpdate ? 5 : 1);
  await signIn(await administrator());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/admin");
  await page.screenshot({ path: join(folder, "overview.png") });
});

/** Learners of every jurisdiction, more of them trained in one than in the next. */
async function courseOfMany(most: number) {
  for (const [index, jurisdiction] of jurisdictions.filter((code) => code !== "other").entries()) {
    for (let count = 0; count < most; count += 1) {
      if (count < most - index / 2) await finishedLearner({ jurisdiction });
      else await learnerBeforeTest({ jurisdiction });
    }
  }
}

test("the pictures of the trainers' guide can be taken", async ({ page, signIn }) => {
  test.setTimeout(300_000);
  const { vera, slug } = await guideCourse();
  await signIn(vera);
  await page.setViewportSize({ width: 800, height: 700 });
  const draft = `/teach/${slug}/draft`;
  const sizes: Record<string, { width: number; height: number }> = {};
  const take = async (name: string, address: string) => {
    await page.goto(address);
    sizes[name] = await pictureOf(page, name);
  };
  await take("new-course", "/teach/new");
  await take("next-version", draft);
  await take("outline", `${draft}/outline`);
  await take("rules", `${draft}/outline/follow-up`);
  await page.goto(`${draft}/lessons/prepare/en`);
  await expect(page.getByRole("toolbar")).toBeVisible();
  sizes["lesson-editor"] = await pictureOf(page, "lesson-editor");
  await take("media", `${draft}/media`);
  await take("captions", `${draft}/captions/first-call.en.vtt`);
  await take("side-by-side", `${draft}/translations/sr-Cyrl/prepare`);
  await take("quiz-questions", `/teach/${slug}/quizzes/quiz/questions`);
  await page.goto(draft);
  await page.getByRole("button", { name: "Check only" }).click();
  await expect(page.getByRole("status").first()).toBeVisible();
  sizes.check = await pictureOf(page, "check", page.getByRole("heading", { name: "Publish this version" }));
  await page.goto("/teach/imports");
  await page.getByLabel("Cartridge or backup").setInputFiles(cartridge());
  await expect(page.getByRole("heading", { name: "What becomes of it" })).toBeVisible({ timeout: 60_000 });
  sizes.import = await pictureOf(page, "import");
  const { date, task } = await taughtGuideCourse(vera, slug);
  await take("attendance", `/teach/${slug}/sessions/session/${date}/attendance`);
  await take("grading", `/teach/${slug}/grading/${task}`);
  await take("learners", `/teach/${slug}/enrolments`);
  await page.goto(`/teach/${slug}/bank`);
  sizes.bank = await pictureOf(page, "bank");
  writeFileSync(join(guideFolder, "sizes.json"), `${JSON.stringify(sizes, null, 2)}\n`);
  await page.goto("/teach/help/outline");
  const picture = page.getByRole("main").getByRole("img").first();
  await expect(picture).toHaveJSProperty("complete", true);
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await expectAccessible(page);
  await expectFits(page);
});

/** A course of another system: what can be brought along, and a discussion, which cannot. */
function cartridge() {
  const files = cartridgeFiles({
    title: "Quiet phones",
    items: item(
      "Week one",
      item("Locks", { ref: "locks" }) + item("Try it", { ref: "quiz" }) + item("Talk", { ref: "talk" }),
    ),
    resources: [
      webPage("locks", "<p>Lock the screen.</p>"),
      quizResource("quiz", choiceItem("q1", "What now?")),
      { id: "talk", type: "imsdt_xmlv1p1", files: { "talk.xml": "<topic><title>Talk</title></topic>" } },
    ],
  });
  return { name: "quiet-phones.imscc", mimeType: "application/octet-stream", buffer: zipped(files) };
}

/** Writes a picture of a page, from the top of some part on, in few colours; its size in pixels. */
async function pictureOf(page: Page, name: string, from = page.getByRole("main")) {
  await page.evaluate(() => scrollTo(0, 0));
  const [main, part] = [await page.getByRole("main").boundingBox(), await from.boundingBox()];
  if (!main || !part) throw new Error(`nothing to be seen on ${page.url()}`);
  const clip = { x: 0, y: part.y, width: 800, height: Math.min(main.y + main.height - part.y, 720) };
  const png = await page.screenshot({ fullPage: true, clip });
  mkdirSync(guideFolder, { recursive: true });
  const file = join(guideFolder, `${name}.png`);
  const { width, height } = await sharp(png).png({ palette: true, colours: 32, effort: 10 }).toFile(file);
  return { width, height };
}
