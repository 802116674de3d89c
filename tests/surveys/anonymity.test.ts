import { Prisma } from "#prisma/generated/client.ts";
import { expect, test } from "vitest";

import { db } from "#app/platform/db.server.ts";
import { answerSurvey, surveyOf } from "#app/surveys/survey.server.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { finishedLearner } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";

const answers = (value: number) => ({
  "S-A9": String(value),
  "S-C2": `text ${value}`,
  "S-A1": "na",
  "S-C1": "11",
});

test(
  "four answers wait, the fifth releases all five, shuffled, under new ids and one day",
  { timeout: 120_000 },
  async () => {
    const people = [];
    for (let count = 0; count < 5; count += 1) people.push(await finishedLearner());
    for (const [index, person] of people.slice(0, 4).entries()) {
      await answerSurvey(person, courseSlug, "satisfaction", answers(index + 1));
    }
    expect(await db.surveyResponse.count()).toBe(0);
    const waiting = await db.surveyPendingResponse.findMany();
    expect(waiting).toHaveLength(4);
    await answerSurvey(people[4]!, courseSlug, "satisfaction", answers(5));
    const released = await db.surveyResponse.findMany();
    expect(await db.surveyPendingResponse.count()).toBe(0);
    expect(
      released.map(({ answers: given }) => (given as { "S-A9": { scale: number } })["S-A9"].scale).sort(),
    ).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(released.map(({ day }) => day.getTime())).size).toBe(1);
    const before = new Set(waiting.map(({ id }) => id));
    expect(released.filter(({ id }) => before.has(id))).toEqual([]);
    // Those who have answered were noted by one transaction too, so it does not point at the newest.
    const noted = await db.$queryRaw<{ participations: number; steps: number }[]>`
      SELECT (SELECT count(DISTINCT xmin::text)::int FROM survey_participation) AS participations,
             (SELECT count(DISTINCT xmin::text)::int FROM activity_progress WHERE activity_id = 'satisfaction') AS steps`;
    expect(noted).toEqual([{ participations: 1, steps: 1 }]);
    // All rows were written by one transaction: its number tells nobody apart.
    const writers = await db.$queryRaw<
      { n: number }[]
    >`SELECT count(DISTINCT xmin::text)::int AS n FROM survey_response`;
    expect(writers[0]?.n).toBe(1);
    // Skipped, "not applicable" and impossible answers are not kept.
    expect(Object.keys(released[0]?.answers as object).sort()).toEqual(["S-A9", "S-C2"]);
  },
);

test("that somebody answered is noted without a time, once, and her progress does not tell when", async () => {
  const ana = await finishedLearner();
  await answerSurvey(ana, courseSlug, "satisfaction", answers(3));
  await expect(answerSurvey(ana, courseSlug, "satisfaction", answers(3))).rejects.toMatchObject({
    status: 409,
  });
  expect(await surveyOf(ana, courseSlug, "satisfaction", "en")).toMatchObject({ isAnswered: true });
  const enrolment = await db.enrolment.findFirstOrThrow({
    where: { userId: ana.id },
    include: { progress: { where: { activityId: "satisfaction" } } },
  });
  expect(enrolment.progress[0]?.completedAt).toEqual(enrolment.enrolledAt);
  const { steps } = await courseOutline(ana, courseSlug, "en");
  expect(steps.at(-1)).toMatchObject({ id: "satisfaction", state: "done" });
});

test("the survey opens with the certificate and is never a condition of it", async () => {
  const ana = await enrolledLearner();
  await expect(surveyOf(ana, courseSlug, "satisfaction", "en")).rejects.toMatchObject({ status: 409 });
});

test("no column and no chain of keys leads from an answer to a person", async () => {
  const columns = await db.$queryRaw<{ table_name: string; column_name: string }[]>`
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name IN ('survey_response', 'survey_pending_response')`;
  expect([...new Set(columns.map(({ column_name }) => column_name))].sort()).toEqual(
    ["answers", "course_slug", "day", "id", "survey_id"].sort(),
  );
  const keys = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM information_schema.table_constraints c
    JOIN information_schema.constraint_column_usage u USING (constraint_name)
    WHERE c.constraint_type = 'FOREIGN KEY'
      AND (c.table_name LIKE 'survey%response' OR u.table_name LIKE 'survey%response')`);
  expect(keys).toEqual([]);
  const participation = await db.$queryRaw<{ data_type: string }[]>`
    SELECT data_type FROM information_schema.columns WHERE table_name = 'survey_participation'`;
  expect(participation.some(({ data_type }) => /time|date/.test(data_type))).toBe(false);
});
