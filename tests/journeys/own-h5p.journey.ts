import type { Page } from "@playwright/test";

import { db } from "#app/platform/db.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

const path = `/learn/${courseSlug}/packages/first-call`;

/** What H5P shows, in its frame inside the player's. */
function inside(page: Page) {
  return page.frameLocator("iframe").frameLocator("iframe.h5p-iframe");
}

/** Tabs to what stands below the heading that has the focus, and presses it. */
async function press(page: Page, name: string | RegExp) {
  const button = inside(page).getByRole("button", { name });
  for (let tabs = 0; tabs < 4; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await button.evaluate((node) => node === node.ownerDocument.activeElement)) break;
  }
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
}

test("a learner goes through the course's conversation by keyboard, resumes it in the middle, and its score arrives", async ({
  page,
  signIn,
}) => {
  const { t } = i18nFor("sr-Cyrl");
  const ana = await enrolledLearner({ language: "sr-Cyrl" });
  await signIn(ana, "sr-Cyrl");
  await page.goto(`/learn/${courseSlug}`);
  await page.getByRole("link", { name: "Вежба: први позив" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Вежба: први позив");
  await page.goto(`${path}/player`);

  const content = inside(page);
  const scene = content.getByRole("heading", { level: 3 });
  await expect(content.getByText("Измишљен случај, написан за обуку")).toBeVisible();
  await expect(scene).toHaveText("Шест и десет увече");
  await scene.focus();
  const goOn = async (name: RegExp) => {
    await press(page, name);
    await expect(scene).toHaveText("Шта се дешава");
    await expect(scene).toBeFocused();
    await press(page, "Наставите");
    await expect(scene).toBeFocused();
  };
  await goOn(/Да ли зовете са телефона/);
  await expect(scene).toHaveText("Телефон није безбедан");
  await expectFits(page);
  await expectAccessible(page);
  await press(page, /Имате ли сутра други телефон/);
  await expect(content.getByText("Колегиничин, у десет.")).toBeVisible();
  await expect(page.getByText(t("player.save_saved"))).toBeVisible();

  await page.reload();
  await expect(scene).toHaveText("Шта се дешава");
  await expect(content.getByText("Колегиничин, у десет.")).toBeVisible();
  await scene.focus();
  await press(page, "Наставите");
  await goOn(/Кажете безазлен разлог/);
  await goOn(/Ви одлучујете/);
  await goOn(/Да, испразните телефон/);
  await goOn(/Не потврђујемо и не поричемо/);
  await expect(scene).toHaveText("План и следећи разговор");
  await expect(content.getByText("Поени: 10 од 12", { exact: true }).first()).toBeVisible();
  await expect(content.getByText("Боље овде:")).toHaveCount(1);
  await expectFits(page);
  await expectAccessible(page);
  await expect
    .poll(() => db.runAttempt.findFirst({ where: { enrolment: { userId: ana.id } } }), { timeout: 20_000 })
    .toMatchObject({ completion: "completed", success: "passed", raw: 10, max: 12 });

  await content.getByLabel("Језик").selectOption("sq");
  await expect(scene).toHaveText("Një plan dhe biseda e radhës");
  await content.getByRole("button", { name: "Filloni nga e para" }).press("Enter");
  await expect(scene).toHaveText("Ora gjashtë e dhjetë në mbrëmje");
});
