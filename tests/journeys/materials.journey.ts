import { enrolledIn, materialDraft } from "#tests/builders/material-course.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a trainer adds a video and a page elsewhere with their rules, and a learner finishes them", async ({
    page,
    signIn,
  }) => {
    const { vera, slug, publish } = await materialDraft();
    await signIn(vera);
    await page.goto(`/teach/${slug}/draft/outline`);
    await page.locator("summary", { hasText: "A video" }).click();
    await page.getByLabel("Which film?").selectOption("media/call.mp4");
    await page.getByRole("button", { name: "Add the video" }).click();
    await expect(page.getByText("It is in the outline.")).toBeVisible();
    await page.getByLabel("Captions (English)").selectOption("media/call.en.vtt");
    await page.getByLabel("What is said and shown (English)").fill("Hello.");
    await page.getByLabel("Title (English)").fill("A call");
    await page.getByLabel("Due so many days after enrolment").fill("14");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Due 14 days after enrolment")).toBeVisible();

    await page.locator("summary", { hasText: "A page of another site" }).click();
    await page.getByLabel("Address of the page").fill("example.org");
    await page.getByRole("button", { name: "Add the page" }).click();
    await expect(page.getByText("Write an address that begins with https://").first()).toBeVisible();
    await page.getByLabel("Address of the page").fill("https://example.org/help");
    await page.getByRole("button", { name: "Add the page" }).click();
    await page.getByLabel("Last day").fill("2020-01-02");
    await page.getByLabel("First day").fill("2020-01-03");
    await page.getByLabel("Minimum time, in minutes").fill("5");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The last day is before the first.").first()).toBeVisible();
    await page.getByLabel("Last day").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("At least 5 minutes open")).toBeVisible();
    expect(await publish()).toEqual([]);

    const ana = await enrolledIn(slug);
    await signIn(ana);
    await page.goto(`/learn/${slug}`);
    await expect(page.getByText(/^To be done by \d+ \w+ \d{4}$/)).toBeVisible();
    await page.getByRole("link", { name: "A call" }).click();
    await page.getByRole("button", { name: "I have watched it" }).click();
    await expect(page.getByText("“A call” is done.")).toBeVisible();
    await page.getByRole("link", { name: "example.org", exact: true }).click();
    const link = page.getByRole("link", { name: "Open the page on example.org" });
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await page.getByRole("button", { name: "I have read it" }).click();
    await expect(
      page.getByText("Not yet: 5 minutes of the time are still missing.", { exact: false }),
    ).toBeVisible();
  });
});

test("the pages of materials and their forms are accessible and fit; the time left is counted while one looks", async ({
  page,
  signIn,
}) => {
  const { vera, slug, add, save, publish } = await materialDraft();
  await add({ intent: "video", video: "media/call.mp4" });
  await save("call", {
    title_en: "A call",
    captions_en: "media/call.en.vtt",
    transcript_en: "Hello.",
    minimumMinutes: "1",
  });
  await add({ intent: "file", file: "media/first-steps.pdf" });
  await signIn(vera);
  for (const path of ["outline", "outline/call", "outline/first-steps", "media"]) {
    await page.goto(`/teach/${slug}/draft/${path}`);
    await expectAccessible(page);
    await expectFits(page);
  }
  await publish();
  await page.goto(`/teach/${slug}/preview/materials/first-steps`);
  await expect(page.getByText("Preview: nothing is stored.", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await signIn(await enrolledIn(slug));
  await page.goto(`/learn/${slug}/materials/first-steps`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download (PDF" }).click();
  expect((await download).suggestedFilename()).toBe("first-steps.pdf");
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have read it" }).click();
  await expect(page.getByText("“First steps” is done.")).toBeVisible();

  await page.clock.install();
  await page.goto(`/learn/${slug}/materials/call`);
  // Only a page that its script has taken over says so in its form.
  await expect(page.locator("input[name=time]")).toBeAttached();
  const heard = page.waitForResponse(/\/time\/call$/);
  await page.clock.runFor(16_000);
  expect((await heard).ok()).toBe(true);
  await expect(page.getByText("Still 1 minute to go.")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
});
