import { expect, test } from "vitest";

import { finishLessonPage } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { openLessonPage, pageToResume } from "#app/learning/lesson-reading.server.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import { finishedLearner, readLesson } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";
import { learner } from "#tests/builders/people.ts";

async function stepOf(actor: Actor, activityId: string) {
  return (await courseOutline(actor, courseSlug, "en")).steps.find(({ id }) => id === activityId);
}

test("a lesson is resumed at the page that was opened last", async () => {
  const ana = await enrolledLearner();
  expect(await pageToResume(ana, courseSlug, "what-it-is")).toBe("one-violence");
  await openLessonPage(ana, courseSlug, "what-it-is", "numbers", "en");
  expect(await pageToResume(ana, courseSlug, "what-it-is")).toBe("numbers");
});

test("opening pages is not reading them: a lesson is complete when each was finished, sources included", async () => {
  const ana = await enrolledLearner();
  await openLessonPage(ana, courseSlug, "what-it-is", "sources", "en");
  expect(await stepOf(ana, "what-it-is")).toMatchObject({ state: "started", pagesRead: 0 });
  await readLesson(ana, "what-it-is");
  expect(await stepOf(ana, "what-it-is")).toMatchObject({ state: "done" });
});

test("pages finished at the same moment in two windows all count", async () => {
  const ana = await enrolledLearner();
  const pages = ["one-violence", "three-groups", "numbers", "words"];
  await Promise.all(pages.map((page) => finishLessonPage(ana, courseSlug, "what-it-is", page)));
  expect((await stepOf(ana, "what-it-is"))?.pagesRead).toBe(4);
});

test("why a course is not complete names every open rule, and what comes first", async () => {
  const ana = await enrolledLearner();
  const { openRules, completedAt } = await courseOutline(ana, courseSlug, "en");
  expect(completedAt).toBeNull();
  expect(openRules).toHaveLength(13);
  expect(openRules.find(({ activityId }) => activityId === "what-it-is-quiz")).toMatchObject({
    reason: "locked",
    missing: ["what-it-is"],
  });
});

test("a finished learner has nothing open but the voluntary survey", async () => {
  const ana = await finishedLearner();
  const [course] = await listMyCourses(ana, "sr-Cyrl");
  expect(course).toMatchObject({ requiredDone: 13, requiredTotal: 13, minutesLeft: 0 });
  expect(course?.completedAt).not.toBeNull();
  expect(course?.next?.step.activity.id).toBe("satisfaction");
});

test("who is not enrolled finds no course", async () => {
  await expect(courseOutline(await learner(), courseSlug, "en")).rejects.toMatchObject({ status: 404 });
});
