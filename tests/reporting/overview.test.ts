import { expect, test } from "vitest";

import { i18nFor } from "#app/platform/messages.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { courseResults } from "#app/reporting/course-results.server.ts";
import { revokeCertificate } from "#app/certification/certificate.server.ts";
import { answerSurvey } from "#app/surveys/survey.server.ts";
import { overview } from "#app/reporting/overview.server.ts";
import { attempt, finishedLearner, learnerBeforeTest } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner, publishedCourse } from "#tests/builders/course.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";

const en = i18nFor("en");

async function survey(count: number, jurisdiction: string, satisfaction: number) {
  await db.surveyResponse.createMany({
    data: Array.from({ length: count }, () => ({
      id: newId(),
      courseSlug,
      surveyId: "satisfaction",
      day: new Date("2026-05-04"),
      answers: { "S-A9": { scale: satisfaction }, "S-D1": { option: jurisdiction } },
    })),
  });
}

test("the overview counts people once, with base and interval, and hides what could point at few", async () => {
  await publishedCourse();
  await finishedLearner({ jurisdiction: "xk" });
  await enrolledLearner({ jurisdiction: "xk" });
  await survey(6, "rs", 5);
  await survey(7, "al", 4);
  await survey(2, "me", 1);
  const data = await overview(await administrator(), en);
  expect(data).toMatchObject({ trained: 1, learners: 2, target: 120, satisfaction: { n: 15 } });
  const table = data.tables.find(({ id }) => id === "jurisdictions");
  const row = (name: string) => table?.rows.find(({ group }) => group === name);
  expect(row("Kosovo*")).toMatchObject({ learners: "2", trained: "1", rate: "50% (1 of 2; 9% to 91%)" });
  expect(row("Albania")?.mean).toBe("4 (n = 7)");
  // Two answers are too few, and without hiding the next smallest they would be the total less the others.
  expect(row("Montenegro")?.mean).toBe("not shown (fewer than 5)");
  expect(row("Serbia")?.mean).toBe("not shown (fewer than 5)");
  expect(table?.footnotes.join()).toContain("Resolution 1244");
});

test("a course's results lead to the statistics of each of its quizzes", async () => {
  const admin = await administrator();
  const ana = await learnerBeforeTest();
  await attempt(ana, "final-test");
  const results = await courseResults(admin, courseSlug, en);
  expect(results.testCount).toBeGreaterThanOrEqual(1);
  expect(results.quizzes.map(({ slug }) => slug)).toContain("final-test");
  expect(results.gainTable?.rows).toMatchObject([
    { n: en.t("admin.figureHidden"), gain: en.t("admin.figureHidden") },
  ]);
  await attempt(ana, "pre-test", () => true);
  expect(await courseResults(admin, courseSlug, en)).toMatchObject({
    testCount: results.testCount,
    medianPercent: results.medianPercent,
  });
});

test("an answer of somebody whose certificate was revoked does not raise the response rate above all", async () => {
  await finishedLearner();
  const mira = await finishedLearner();
  await answerSurvey(mira, courseSlug, "satisfaction", { "S-A9": "5" });
  const { serial } = await db.certificate.findFirstOrThrow({ where: { holderId: mira.id } });
  const admin = await administrator();
  await revokeCertificate(admin, serial, "issued by mistake");
  const certified = await db.certificate.count({ where: { revokedAt: null } });
  expect((await overview(admin, en)).responseRate).toMatchObject({ part: 0, n: certified });
});

test("reports are for those they are meant for", async () => {
  await publishedCourse();
  await expect(overview(await trainer(), en)).rejects.toMatchObject({ status: 403 });
  await expect(courseResults(await trainer(), courseSlug, en)).rejects.toMatchObject({ status: 404 });
  await expect(courseResults(await learner(), courseSlug, en)).rejects.toMatchObject({ status: 403 });
});
