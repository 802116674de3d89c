import sharp from "sharp";

import { beginDraft } from "#app/authoring/draft.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { publishedUnits, unitCourse } from "#tests/builders/unit-course.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

test("a trainer adds a picture to the next version and gives it another name; without JavaScript too", async ({
  page,
  browser,
  signIn,
}) => {
  await publishedUnits();
  const vera = await trainer();
  await addTrainer(await administrator(), unitCourse, vera.id);
  await beginDraft(vera, unitCourse);
  await signIn(vera);
  await page.goto(`/teach/${unitCourse}/draft/media`);
  // The form for browsers without JavaScript gives way.
  await expect(page.getByRole("button", { name: "Add" })).toHaveCount(0);
  const photo = (background: string) =>
    sharp({ create: { width: 300, height: 200, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const file = { name: "Street.jpg", mimeType: "image/jpeg", buffer: await photo("#357") };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await expect(page.getByText("“media/street.jpg” is there now.")).toBeVisible();
  await page.getByLabel("File", { exact: true }).setInputFiles({ ...file, buffer: Buffer.from("<html>") });
  await expect(page.getByText("By its content this is no picture", { exact: false })).toBeVisible();

  const card = page.getByRole("listitem").filter({ hasText: "media/street.jpg" });
  await card.getByLabel("Rename or remove “media/street.jpg”").click();
  await card.getByLabel("New name").fill("Quiet street");
  await expectFits(page);
  await expectAccessible(page);
  await card.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByText("It is called “media/quiet-street.jpg” now")).toBeVisible();

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto(page.url());
  await still.getByLabel("File", { exact: true }).setInputFiles({ ...file, buffer: await photo("#753") });
  await still.getByRole("button", { name: "Add" }).click();
  await expect(still.getByText("“media/street.jpg” is there now.")).toBeVisible();
  await plain.close();
});
