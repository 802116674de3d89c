import type { Page } from "@playwright/test";

import { setOutsideAllowed } from "#app/library/uploaded-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { type AuGiven, cmi5Files } from "#tests/builders/cmi5.ts";
import { administrator } from "#tests/builders/people.ts";
import { learnerWithPackage } from "#tests/builders/runs.ts";
import { workingAu } from "#tests/builders/working-au.ts";

import { expect, test } from "./fixtures.ts";

const playerOf = (page: Page) => page.frameLocator('iframe[title="Title of unit"]');
const auIn = (page: Page) => playerOf(page).frameLocator("iframe");

async function learnerWithAus(...aus: AuGiven[]) {
  const { actor, place, course } = await learnerWithPackage(cmi5Files(aus, { page: workingAu }));
  const { packageVersionId } = await db.coursePackage.findFirstOrThrow({
    where: { courseVersionId: course.versionId },
  });
  return { actor, packageVersionId, unit: `/learn/${place.courseSlug}/packages/${place.activityId}` };
}

async function verbsOf({ id }: { id: string }): Promise<string[]> {
  const stored = await db.xapiStatement.findMany({
    where: { registration: { enrolment: { userId: id } } },
    orderBy: { position: "asc" },
  });
  return stored.map(({ verb }) => verb.slice(verb.lastIndexOf("/") + 1));
}

// In pages of their own: that there is no bookmark yet is a 404, which the console notes.
test("a cmi5 unit keeps its bookmark, is passed, and counts", async ({ context, signIn }) => {
  const page = await context.newPage();
  const { actor, unit } = await learnerWithAus({ id: "a", moveOn: "CompletedAndPassed", masteryScore: 0.8 });
  await signIn(actor);
  await page.goto(`${unit}/player`);
  await auIn(page).getByLabel("Note").fill("half way");
  await auIn(page).getByRole("button", { name: "Keep" }).click();
  await expect(auIn(page).getByRole("status")).toHaveText("half way");
  // A closed tab: the AU says nothing more.
  await page.close();

  const again = await context.newPage();
  await again.goto(`${unit}/player`);
  await expect(auIn(again).getByRole("status")).toHaveText("half way");
  await auIn(again).getByRole("button", { name: "Pass" }).click();
  await expect(auIn(again).getByRole("status")).toHaveText("passed");
  await auIn(again).getByRole("button", { name: "Leave" }).click();
  await expect(again.getByText("It counts as done.")).toBeVisible();
  await again.getByRole("link", { name: "Results and attempts" }).first().click();
  await expect(again.getByText("Done", { exact: true })).toBeVisible();
  expect(await verbsOf(actor)).toEqual([
    "launched",
    "initialized",
    "abandoned",
    "launched",
    "initialized",
    "completed",
    "passed",
    "satisfied",
    "terminated",
  ]);
});

test("AUs of a course are chosen from its contents; one that wants a window gets its own when allowed", async ({
  context,
  signIn,
}) => {
  const page = await context.newPage();
  const { actor, unit, packageVersionId } = await learnerWithAus(
    { id: "a" },
    { id: "b", launchMethod: "OwnWindow" },
  );
  await setOutsideAllowed(await administrator(), packageVersionId, true);
  await signIn(actor);
  await page.goto(`${unit}/player`);
  await auIn(page).getByRole("button", { name: "Pass" }).click();
  await expect(auIn(page).getByRole("status")).toHaveText("passed");
  await auIn(page).getByRole("button", { name: "Leave" }).click();
  await expect(playerOf(page).getByText("Choose a part in the list.")).toBeVisible();
  const opening = page.waitForEvent("popup");
  await playerOf(page)
    .getByRole("button", { name: /^Unit b/ })
    .click();
  const own = await opening;
  await expect(playerOf(page).getByText("It is open in a window of its own.")).toBeVisible();
  await own.getByRole("button", { name: "Pass" }).click();
  await expect(own.getByRole("status")).toHaveText("passed");
  await own.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByText("It counts as done.")).toBeVisible();
});
