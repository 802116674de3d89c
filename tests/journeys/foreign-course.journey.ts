import { cartridgeFiles, choiceItem, item, quizResource, webPage } from "#tests/builders/cartridges.ts";
import { trainer } from "#tests/builders/people.ts";
import { zipped } from "#tests/builders/zip-bytes.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

const cartridge = (title: string) => ({
  name: `${title}.imscc`,
  mimeType: "application/octet-stream",
  buffer: zipped(
    cartridgeFiles({
      title,
      items: item(
        "Week one",
        item("Locks", { ref: "p" }) + item("Try it", { ref: "q" }) + item("Talk", { ref: "t" }),
      ),
      resources: [
        webPage("p", "<p>Lock the screen. <img src='../gone.png' alt='A lock'></p>"),
        quizResource("q", choiceItem("q1", "What now?")),
        { id: "t", type: "imsdt_xmlv1p1", files: { "t.xml": "<topic><title>Talk</title></topic>" } },
      ],
    }),
  ),
});

test("a trainer brings a cartridge, sees what becomes of it, and has its lessons in a draft; without JavaScript too", async ({
  page,
  browser,
  origin,
  signIn,
}) => {
  await signIn(await trainer());
  await page.goto("/teach/new");
  await page.getByRole("link", { name: "With a course of another system" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Courses of other systems");
  await expect(page.getByRole("button", { name: "Send the file" })).toHaveCount(0);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel("Cartridge or backup").setInputFiles(cartridge("Quiet phones"));
  await expect(page.getByRole("heading", { name: "What becomes of it" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("lesson with 1 page")).toBeVisible();
  await expect(page.getByText("quiz with 1 question")).toBeVisible();
  await expect(page.getByText("There are no discussions here.")).toBeVisible();
  await page.getByText("Show 1 part", { exact: true }).click();
  await expect(page.getByText("Talk", { exact: true })).toBeVisible();
  await page.getByText(/with remarks/).click();
  await expect(page.getByText("A file is missing", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await page.getByLabel("Address").fill("Not like this");
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByRole("alert")).toContainText("Use lower-case letters");
  await page.getByLabel("Title").fill("Phones at rest");
  await page.getByLabel("Address").fill("phones-at-rest");
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByText("The course is made, and you are its trainer.")).toBeVisible({
    timeout: 60_000,
  });
  await page.goto("/teach/phones-at-rest/draft/outline");
  await expect(page.getByRole("main")).toContainText("Week one");
  await expect(page.getByRole("main")).toContainText("Try it");

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: origin,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto("/teach/imports");
  await still.getByRole("button", { name: "Send the file" }).click();
  await expect(still.getByText("Choose a file.").first()).toBeVisible();
  await still.getByLabel("Cartridge or backup").setInputFiles(cartridge("Plain phones"));
  await still.getByRole("button", { name: "Send the file" }).click();
  await reloadUntil("What becomes of it");
  await still.getByRole("button", { name: "Make the course" }).click();
  await reloadUntil("The course is made, and you are its trainer.");
  expect(still.url()).toContain("/teach/plain-phones/draft");
  await plain.close();

  /** Follows the link to look again, as somebody without JavaScript does. */
  async function reloadUntil(words: string) {
    await expect
      .poll(
        async () => {
          if (await still.getByText(words).first().isVisible()) return true;
          const again = still.getByRole("link", { name: "Look again" });
          if (await again.isVisible()) await again.click();
          return false;
        },
        { timeout: 60_000 },
      )
      .toBe(true);
  }
});
