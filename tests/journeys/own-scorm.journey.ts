import type { Page } from "@playwright/test";

import { db } from "#app/platform/db.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

const name = "evening-with-a-phone";
const title = "Një mbrëmje me një telefon";

/** The simulation: inside the shell's frame, in a frame of its own. */
function inside(page: Page) {
  return page.frameLocator(`iframe[title="${title}"]`).frameLocator("iframe");
}

async function goInside(page: Page) {
  await page.getByRole("button", { name: i18nFor("sq").t("player.skipInto") }).focus();
  await page.keyboard.press("Enter");
  // The way in is a message to the player.
  await expect
    .poll(() =>
      inside(page)
        .locator("body")
        .evaluate(() => document.hasFocus()),
    )
    .toBe(true);
}

/** Goes to a button by Tab alone and presses it. */
async function press(page: Page, text: RegExp) {
  const button = inside(page).getByRole("button", { name: text });
  await expect(button).toBeVisible();
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await button.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
}

async function decide(page: Page, choice: RegExp) {
  await press(page, choice);
  await expect(inside(page).getByRole("heading", { name: "Çfarë doli nga kjo" })).toBeFocused();
  await press(page, /^Vazhdoni$/);
}

test("a learner plays a simulation in Albanian by keyboard, leaves in the middle, goes on and sees her score", async ({
  page,
  signIn,
}) => {
  const ana = await enrolledLearner({ language: "sq" });
  await signIn(ana, "sq");
  const player = `/learn/${courseSlug}/packages/${name}/player`;
  await page.goto(player);
  const simulation = inside(page);
  // The platform's language, not the browser's.
  await expect(simulation.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(simulation.locator("html")).toHaveAttribute("lang", "sq");
  await expectAccessible(page);
  await expectFits(page);
  await goInside(page);
  await press(page, /^Filloni$/);
  await expect(simulation.getByRole("heading", { name: "Telefoni mbi tavolinë" })).toBeFocused();
  await expect(simulation.getByRole("status")).toContainText("18:00");
  await expectAccessible(page);
  await decide(page, /^Lëreni telefonin/);
  await decide(page, /^Lista e pajisjeve/);

  await page.reload();
  await expect(simulation.getByRole("heading", { name: "Çfarë shikoni?", level: 2 })).toBeVisible();
  await expect(simulation.getByRole("status")).toContainText("18:35");
  // What was looked at before is not offered again.
  await expect(simulation.getByRole("button")).toHaveCount(3);
  await goInside(page);
  await decide(page, /^Adresa dhe numri/);
  await decide(page, /^Anëtarët e albumit/);
  await decide(page, /^Së pari shkruani/);
  await decide(page, /^Planifikojeni/);
  await decide(page, /^Jepini një fletëpalosje/);
  await expect(simulation.getByRole("heading", { name: "Rezultati juaj" })).toBeFocused();
  await expect(simulation.getByText("86 nga 100. E kaluat; duheshin 70.")).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  const stored = await db.runActivity.findFirstOrThrow({
    where: { attempt: { enrolment: { userId: ana.id } } },
  });
  expect(stored).toMatchObject({ completion: "completed", success: "passed", raw: 86 });
  const responses = await db.runValue.findMany({
    where: { attempt: { enrolment: { userId: ana.id } }, element: { endsWith: ".student_response" } },
    orderBy: { element: "asc" },
  });
  expect(responses.map(({ value }) => value)).toEqual(["b", "b", "c", "d", "c", "b", "b"]);
});
