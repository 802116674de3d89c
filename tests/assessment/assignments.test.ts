import { expect, test } from "vitest";

import { assignmentSettingsPage, submitAssignmentSettings } from "#app/assessment/assignment.server.ts";
import { assignmentPage, saveAssignmentText } from "#app/assessment/assignment-page.server.ts";
import { startAttempt } from "#app/assessment/attempt.server.ts";
import { gradingPage } from "#app/assessment/grading-page.server.ts";
import { learnerOutline } from "#app/assessment/learner-outline.server.ts";
import { settingsPage } from "#app/assessment/quiz-pages.server.ts";
import { giveMark } from "#app/certification/grading-steps.server.ts";
import { handInAssignment, submitOverdueAttempts } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { courseWithAssignment } from "#tests/builders/assignments.ts";
import { waitingTasks } from "#tests/builders/grading.ts";
import { learnerIn, trainerOf } from "#tests/builders/quizzes.ts";

const page = (actor: Actor, { slug }: PublishedCourse) => assignmentPage(actor, slug, "task", "en");

async function write(actor: Actor, { slug }: PublishedCourse, answer: string) {
  await startAttempt(actor, slug, "task");
  return saveAssignmentText(actor, slug, "task", { answer }, "en");
}

async function handedIn(course: PublishedCourse, actor: Actor, answer = "I would ask her first.") {
  await write(actor, course, answer);
  expect(await handInAssignment(actor, course.slug, "task", "en")).toBeNull();
}

/** Grades what waits, with a level of the only criterion. */
async function graded(course: PublishedCourse, level: number, comment = "") {
  const grader = await trainerOf(course);
  for (const { id } of await waitingTasks(grader, course)) {
    const { todo, marksSeen } = await gradingPage(grader, course.slug, id, "en");
    const form = { levels: { c1: level }, comment, note: "", task: todo, marksSeen };
    await giveMark(grader, course.slug, id, form);
  }
}

async function step(actor: Actor, { slug }: PublishedCourse) {
  const { steps, openRules, completedAt } = await learnerOutline(actor, slug, "en");
  return { state: steps[0]?.state, reason: openRules[0]?.reason, isComplete: completedAt !== null };
}

test("what has to be passed waits for a person, and completes the course when it is graded well", async () => {
  const course = await courseWithAssignment({ complete: "passed", settings: { passMark: 50 } });
  const lea = await learnerIn(course);
  expect(await step(lea, course)).toMatchObject({ state: "open", reason: "not-started" });
  await write(lea, course, "I would ask her first.");
  expect(await step(lea, course)).toMatchObject({ state: "started", reason: "not-handed-in" });
  await handedIn(course, lea);
  expect(await step(lea, course)).toMatchObject({ state: "started", reason: "waits-for-grading" });
  const [atHome] = await listMyCourses(lea, "en");
  expect(atHome).toMatchObject({ next: null, usedUp: null, waiting: { title: "Title of task" } });

  await graded(course, 2, "You asked first. Good.");
  expect(await step(lea, course)).toEqual({ state: "done", reason: undefined, isComplete: true });
  const { handIns, isPassed } = await page(lea, course);
  expect(isPassed).toBe(true);
  expect(handIns).toMatchObject([
    { isPassed: true, points: 10, parts: [{ given: "I would ask her first.", marked: { points: 10 } }] },
  ]);
  expect(handIns[0]?.parts[0]?.marked?.comments).toEqual(["You asked first. Good."]);
});

test("while a person reads it nobody hands in again; returned, it begins with the text that was returned", async () => {
  const course = await courseWithAssignment({ complete: "passed", settings: { passMark: 60 } });
  const lea = await learnerIn(course);
  await handedIn(course, lea, "Too short.");
  expect(await page(lea, course)).toMatchObject({ can: null, reason: { kind: "waiting" }, answer: null });
  await expect(startAttempt(lea, course.slug, "task")).rejects.toMatchObject({ status: 409 });
  await graded(course, 1, "Say why.");
  expect(await step(lea, course)).toMatchObject({ state: "started", reason: "assignment-not-passed" });
  expect(await page(lea, course)).toMatchObject({
    can: "start",
    reason: null,
    handIns: [{ isPassed: false }],
  });

  await startAttempt(lea, course.slug, "task");
  expect((await page(lea, course)).answer?.items[0]?.given).toEqual({ answer: "Too short." });
  // What is only shown again is not handed in.
  expect(await handInAssignment(lea, course.slug, "task", "en")).toEqual({ form: "assignment.incomplete" });
  await handedIn(course, lea, "Longer, with a reason.");
  await graded(course, 2);
  expect(await page(lea, course)).toMatchObject({
    can: null,
    reason: { kind: "passed" },
    handIns: [{ number: 2, isPassed: true }, { number: 1 }],
  });
});

test("what has to be handed in is complete at once and stays so whatever it is worth", async () => {
  const course = await courseWithAssignment({ complete: "submitted", settings: { passMark: 50 } });
  const lea = await learnerIn(course);
  await handedIn(course, lea);
  expect(await step(lea, course)).toEqual({ state: "done", reason: undefined, isComplete: true });
  await graded(course, 0);
  expect(await step(lea, course)).toMatchObject({ state: "done", isComplete: true });
  expect((await page(lea, course)).handIns).toMatchObject([{ isPassed: false, isWaiting: false }]);
});

test("at the closing time what is saved is handed in; nothing completes nothing", async () => {
  const closesAt = new Date(Date.now() + 60 * 60_000).toISOString();
  const course = await courseWithAssignment({ complete: "submitted", settings: { closesAt } });
  const [lea, mira] = [await learnerIn(course), await learnerIn(course)];
  await write(lea, course, "Half of it.");
  await startAttempt(mira, course.slug, "task");
  const long = new Date(Date.now() - 60 * 60_000);
  await db.attempt.updateMany({ where: { quiz: { courseId: course.courseId } }, data: { deadlineAt: long } });
  await submitOverdueAttempts();
  expect(await step(lea, course)).toMatchObject({ state: "done" });
  expect(await step(mira, course)).toMatchObject({ state: "started" });
});

test("a text and a file are both needed", async () => {
  const course = await courseWithAssignment({ complete: "submitted", way: "both" });
  const lea = await learnerIn(course);
  await write(lea, course, "The text.");
  expect(await handInAssignment(lea, course.slug, "task", "en")).toEqual({ form: "assignment.incomplete" });
  expect(
    (await page(lea, course)).answer?.items.map(({ asked, isAnswered }) => [asked.type, isAnswered]),
  ).toEqual([
    ["essay", true],
    ["file", false],
  ]);
});

test("its trainers set what counts from now on; a quiz's pages are not for it", async () => {
  const course = await courseWithAssignment({ complete: "passed", settings: { passMark: 50 } });
  const vera = await trainerOf(course);
  const save = (fields: Record<string, string>) =>
    submitAssignmentSettings(vera, course.slug, "task", fields);
  expect(await save({ passMark: "120" })).toMatchObject({ errors: { passMark: "quizzes.passMarkWrong" } });
  const dates = { opensAt: "2026-05-02T10:00", closesAt: "2026-05-01T10:00" };
  expect(await save({ passMark: "70", ...dates })).toMatchObject({
    errors: { closesAt: "quizzes.closesBeforeOpening" },
    typed: dates,
  });
  expect(await save({ passMark: "70", attempts: "2", doubleMarking: "yes" })).toBeNull();
  const { fields, parts } = await assignmentSettingsPage(vera, course.slug, "task", "en");
  expect(fields).toMatchObject({ passMark: "70", attempts: "2", doubleMarking: "yes", anonymousGrading: "" });
  expect(parts).toMatchObject([{ points: 10, asked: { type: "essay" } }]);
  await expect(settingsPage(vera, course.slug, "task", "en")).rejects.toMatchObject({ status: 404 });
  for (const [actor, status] of [
    [await learnerIn(course), 403],
    [await trainerOf(await courseWithAssignment({})), 404],
  ] as const) {
    await expect(submitAssignmentSettings(actor, course.slug, "task", {})).rejects.toMatchObject({ status });
  }
});
