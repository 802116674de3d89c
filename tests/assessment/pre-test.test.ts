import { expect, test } from "vitest";

import { attemptOf, openQuiz } from "#app/assessment/attempt.server.ts";
import { attemptResult } from "#app/assessment/attempt-pages.server.ts";
import { quizStatus } from "#app/assessment/quiz-status.server.ts";
import { startWords } from "#app/assessment/start-words.ts";
import { learnerOutline } from "#app/assessment/learner-outline.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { attemptTable } from "#app/reporting/attempt-table.ts";
import { attempt, learnerBeforeTest } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";

const english = i18nFor("en");

async function questionsAsked(actor: Actor, activityId: string): Promise<string[]> {
  const { items } = await attemptOf(await openQuiz(actor, courseSlug, activityId), 1);
  return items.map(({ stored }) => stored.questionId);
}

test("a pre-test stops nobody, and whoever takes it is told neither points nor answers nor that she passed", async () => {
  const ana = await enrolledLearner();
  const before = await learnerOutline(ana, courseSlug, "en");
  expect(before.steps[0]).toMatchObject({ id: "pre-test", state: "open", isRequired: false });
  expect(before.nextId).toBe("what-it-is");

  await attempt(ana, "pre-test", (_, index) => index < 4);
  const result = await attemptResult(ana, courseSlug, "pre-test", 1, "en");
  expect(result).toMatchObject({ tellsPoints: false, canBeFailed: false, lookAgain: [], gain: null });
  for (const item of result.items) expect(item).toMatchObject({ verdict: null, rightAnswer: [], why: "" });
  const status = await quizStatus(ana, courseSlug, "pre-test", "en");
  const table = attemptTable(english, status);
  expect(table.columns.map(({ key }) => key)).toEqual(["number", "outcome", "date"]);
  expect(table.rows).toMatchObject([{ outcome: english.t("quiz.answered") }]);
  expect(startWords(english, status).rules.map(({ text }) => text)).toContain(english.t("attempt.notJudged"));
  expect((await learnerOutline(ana, courseSlug, "en")).steps[0]?.state).toBe("done");
});

test("the post-test comes after the certificate, asks five other questions, and tells the gain with every answer", async () => {
  const ana = await learnerBeforeTest();
  await attempt(ana, "pre-test", (_, index) => index < 4);
  await attempt(ana, "final-test");
  const [course] = await listMyCourses(ana, "en");
  expect(course?.next?.step.activity.id).toBe("post-test");

  await attempt(ana, "post-test", (_, index) => index === 0);
  const result = await attemptResult(ana, courseSlug, "post-test", 1, "en");
  expect(result).toMatchObject({ tellsPoints: true, canBeFailed: false, gain: { before: 20, after: 80 } });
  expect(result.items.every(({ why }) => why !== "")).toBe(true);
  const asked = [...(await questionsAsked(ana, "pre-test")), ...(await questionsAsked(ana, "post-test"))];
  expect(new Set(asked).size).toBe(10);
});

test("who passed the pre-test by is not asked for it at the end, and gets no post-test to compare with nothing", async () => {
  const ana = await learnerBeforeTest();
  await attempt(ana, "final-test");
  expect((await listMyCourses(ana, "en"))[0]?.next?.step.activity.id).toBe("satisfaction");
  const { steps } = await learnerOutline(ana, courseSlug, "en");
  expect(steps.find(({ id }) => id === "post-test")).toMatchObject({
    state: "locked",
    missing: ["pre-test"],
  });
});
