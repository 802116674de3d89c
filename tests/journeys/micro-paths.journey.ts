import { readCourseFolder } from "#app/library/course-folder.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { courseFolder, courseSlug, enrolledLearner } from "#tests/builders/course.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

const { t } = i18nFor("en");

for (const hasScript of [true, false]) {
  test(`who is short of time finds the refresher and her role's lessons, ${hasScript ? "with" : "without"} JavaScript`, async ({
    browser,
    origin,
  }) => {
    const { course } = await readCourseFolder(courseFolder);
    const { roles } = course!.structure.course.paths!;
    const titlesOf = (ids: string[]) => ids.map((id) => course!.texts.get("en")!.activities[id]!.title);
    const lea = await enrolledLearner({ sector: "health" });
    const context = await browser.newContext({
      javaScriptEnabled: hasScript,
      baseURL: origin,
      viewport: { width: 360, height: 740 },
    });
    await signInOn(context, origin, lea);
    const page = await context.newPage();
    await page.goto(`/learn/${courseSlug}`);
    await page.getByText(t("learn.paths")).click();
    await expect(
      page.getByRole("heading", { name: t("learn.pathsRefresher", { minutes: 15 }) }),
    ).toBeVisible();
    const links = page
      .getByRole("group")
      .filter({ hasText: t("learn.pathsLead") })
      .getByRole("link");
    const role = page.getByLabel(t("learn.pathsChooseRole"));
    await expect(role).toHaveValue("health");
    await expect(links).toHaveText(titlesOf(["safety-first", "documenting", ...roles.health]));

    await role.selectOption("police");
    await page.getByRole("button", { name: t("learn.pathsShow") }).click();
    await expect(links).toHaveText(titlesOf(["safety-first", "documenting", ...roles.police]));
    await expect(role).toHaveValue("police");
    await expectFits(page);
    if (hasScript) await expectAccessible(page);
    await links.last().click();
    await page.waitForURL(/lessons\/devices\//);
    await context.close();
  });
}
