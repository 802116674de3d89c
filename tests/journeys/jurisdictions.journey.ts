import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { administrator, learner } from "#tests/builders/people.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

/** The site has imported every course that is shipped. */
async function learnerOfTakedown(): Promise<Actor> {
  const [ana, admin, course] = [
    await learner({ jurisdiction: "rs" }),
    await administrator(),
    await getCurrentCourse("takedown"),
  ];
  await db.$transaction((tx) => enrol(tx, admin, course, ana.id));
  return ana;
}

test("without JavaScript, a learner reads the notes on where she works, looks elsewhere, and saves it only if she says so", async ({
  browser,
  origin,
}) => {
  const ana = await learnerOfTakedown();
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  await signInOn(context, origin, ana);
  const page = await context.newPage();
  await page.goto("/learn/takedown/lessons/legal-levers/where-you-work");
  await expect(page.getByRole("heading", { name: "Law and help: Serbia" })).toBeVisible();
  await expect(page.getByText("offences since 1 June 2017")).toBeVisible();
  await expect(page.getByText("To be confirmed locally.").first()).toBeVisible();
  await page.getByLabel("Show the notes on").selectOption({ label: "Kosovo*" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "Law and help: Kosovo*" })).toBeVisible();
  await expect(page.getByText(/Resolution 1244/).first()).toBeVisible();
  expect(await jurisdictionOf(ana)).toBe("rs");
  await page.getByRole("link", { name: "All notes, with their sources" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Law and help: Kosovo*");
  await page.getByRole("button", { name: "Save in my account" }).click();
  await expect(page.getByText("Saved in your account.")).toBeVisible();
  expect(await jurisdictionOf(ana)).toBe("xk");
  await context.close();
});

test("the notes are in the reader's language, on their page and in a lesson", async ({
  page,
  context,
  origin,
  signIn,
}) => {
  await signIn(await learnerOfTakedown(), "sq");
  for (const [tag, words] of [
    ["sq", "Përndjekja dhe ngacmimi seksual janë vepra penale që nga 1 qershori 2017."],
    ["mk", "Демнењето и половото вознемирување се кривични дела од 1 јуни 2017 година."],
    ["sr-Latn", "Proganjanje i polno uznemiravanje krivična su dela od 1. juna 2017."],
    ["cnr", "Proganjanje i polno uznemiravanje krivična su djela od 1. juna 2017."],
  ] as const) {
    await context.addCookies([{ name: "language", value: tag, url: origin }]);
    for (const address of ["/jurisdictions?in=rs", "/learn/takedown/lessons/legal-levers/where-you-work"]) {
      await page.goto(address);
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByText(i18nFor(tag).t("learn.fallback"))).toHaveCount(0);
      await expectFits(page);
    }
  }
});

test("a line is entered and shown only once it was dialled, and every page with it passes axe", async ({
  page,
  context,
  signIn,
}) => {
  const ana = await learnerOfTakedown();
  await signIn(await administrator());
  await page.goto("/admin/support-lines/new");
  await page.getByLabel("Jurisdiction").selectOption({ label: "Serbia" });
  await page.getByLabel("Name of the line").fill("Line of the journey");
  await page.getByLabel("Number or address").fill("0800 000 000");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Hidden until it is dialled")).toBeVisible();
  await expect(page.getByRole("contentinfo")).not.toContainText("0800 000 000");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Line of the journey" }).click();
  await page.getByLabel("Last dialled on").fill("2026-11-02");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("contentinfo")).toContainText("0800 000 000");
  await expectFits(page);

  await context.clearCookies();
  await signIn(ana);
  for (const [lesson, place] of [
    ["legal-levers", "where-you-work"],
    ["follow-up", "closing"],
  ] as const) {
    await page.goto(`/learn/takedown/lessons/${lesson}/${place}`);
    await expect(page.getByRole("heading", { name: "Law and help: Serbia" })).toBeVisible();
    await expectFits(page);
    await expectAccessible(page);
  }
  await expect(page.getByRole("main")).toContainText("0800 000 000");
  await expect(page.getByRole("main")).toContainText("Last dialled on 2 November 2026.");
  await page.goto("/learn/takedown/lessons/follow-up/print");
  await expect(page.getByRole("main")).toContainText("0800 000 000");
  await expect(page.getByRole("button", { name: "Show" })).toHaveCount(0);
  await db.supportLine.deleteMany();
});

async function jurisdictionOf({ id }: Actor) {
  return (await db.user.findUniqueOrThrow({ where: { id } })).jurisdiction;
}
