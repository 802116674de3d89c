import { expect, test } from "vitest";

import { gradingPage } from "#app/assessment/grading-page.server.ts";
import { gradingQueue, takeNextTask } from "#app/assessment/grading-queue.server.ts";
import { putTaskBack } from "#app/assessment/grading-task.server.ts";
import { markedItems } from "#app/assessment/marked-items.server.ts";
import { readMark } from "#app/assessment/mark.server.ts";
import { giveMark } from "#app/certification/grading-steps.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { attemptRow, courseWithEssay, grade, submittedBy, waitingTasks } from "#tests/builders/grading.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { trainerOf } from "#tests/builders/quizzes.ts";

const everything = { filter: "all", quizId: null } as const;

async function enrolmentOf(actor: { id: string }) {
  return db.enrolment.findFirstOrThrow({ where: { userId: actor.id }, include: { progress: true } });
}

test("an essay leaves the result open until it is graded; then it passes, completes the course and is told by mail", async () => {
  const course = await courseWithEssay();
  const grader = await trainerOf(course);
  const { actor, attempt } = await submittedBy(course);
  expect(attempt).toMatchObject({ isPassed: null, gradedAt: null, points: null });
  const [task] = await waitingTasks(grader, course);
  expect(task).toMatchObject({ step: "first", whose: "Ana Primer", waitsDays: 0 });

  await grade(grader, course, task!.id, [2, 0], { comment: "Think of the child first.", note: "Copied?" });

  expect(await attemptRow(actor, course)).toMatchObject({ isPassed: true, points: 9, maxPoints: 11 });
  expect(await waitingTasks(grader, course)).toEqual([]);
  const enrolment = await enrolmentOf(actor);
  expect(enrolment.completedAt).not.toBeNull();
  const mails = await db.outgoingMail.findMany({ where: { recipientId: actor.id, template: "graded" } });
  expect(mails).toHaveLength(1);
  const [marked] = await markedItems(attempt.id, "en");
  expect(marked).toMatchObject({ isWaiting: false, points: 8, comments: ["Think of the child first."] });
  expect(marked!.criteria[0]).toEqual({ title: "Criterion what", levels: ["8 points"] });
  expect(JSON.stringify(marked)).not.toContain("Copied");
});

test("an essay that was not written waits for nobody", async () => {
  const course = await courseWithEssay();
  const { attempt } = await submittedBy(course, { single: "a" });
  expect(attempt).toMatchObject({ isPassed: false, points: 1 });
  expect(await waitingTasks(await trainerOf(course), course)).toEqual([]);
});

test("where names are hidden, graders get a code that stays the same, and nothing that tells whose it is", async () => {
  const course = await courseWithEssay({ anonymousGrading: true });
  const grader = await trainerOf(course);
  const { actor, attempt } = await submittedBy(course, undefined, { name: "Jasna Skrivena" });
  const [task] = await waitingTasks(grader, course);
  const page = await gradingPage(grader, course.slug, task!.id, "en");
  for (const shown of [await gradingQueue(grader, course.slug, everything, "en"), page]) {
    const json = JSON.stringify(shown);
    for (const secret of ["Jasna", actor.id, attempt.id, attempt.enrolmentId])
      expect(json).not.toContain(secret);
  }
  expect(page.code).toMatch(/^[A-Z0-9]{5}$/);
});

test("two people grade without seeing each other's marks; equal ones count at once", async () => {
  const course = await courseWithEssay({ doubleMarking: true });
  const [first, second] = [await trainerOf(course), await trainerOf(course)];
  const { actor } = await submittedBy(course);
  const [task] = await waitingTasks(first, course);
  await grade(first, course, task!.id, [1, 1], { comment: "from the first" });

  expect(await attemptRow(actor, course)).toMatchObject({ isPassed: null });
  const again = await gradingPage(first, course.slug, task!.id, "en");
  expect(again).toMatchObject({ todo: null, step: "second" });
  const other = await gradingPage(second, course.slug, task!.id, "en");
  expect(other).toMatchObject({ todo: "mark", marks: [] });
  expect(await takeNextTask(first, course.slug, everything)).toBeNull();

  await grade(second, course, task!.id, [1, 1]);
  expect(await attemptRow(actor, course)).toMatchObject({ isPassed: true, points: 7 });
});

test("marks that differ wait for somebody else, or for the two to agree with a note", async () => {
  const course = await courseWithEssay({ doubleMarking: true });
  const [first, second, third] = [await trainerOf(course), await trainerOf(course), await trainerOf(course)];
  const { actor } = await submittedBy(course);
  const [task] = await waitingTasks(first, course);
  await grade(first, course, task!.id, [2, 1]);
  await grade(second, course, task!.id, [0, 0]);

  expect(await attemptRow(actor, course)).toMatchObject({ isPassed: null });
  const queue = await gradingQueue(third, course.slug, { filter: "reconcile", quizId: null }, "en");
  expect(queue.counts).toMatchObject({ all: 1, double: 0, reconcile: 1 });
  const page = await gradingPage(third, course.slug, task!.id, "en");
  expect(page.marks.map(({ fraction }) => fraction)).toEqual([1, 0]);
  const fields = { "level-what": "1", "level-how": "1", comment: "", note: "", task: "decide", seen: "2" };
  expect((await readMark(first, course.slug, task!.id, fields)).errors).toEqual({
    note: "grading.noteMissing",
  });
  expect((await readMark(third, course.slug, task!.id, fields)).errors).toBeNull();

  await grade(third, course, task!.id, [1, 1]);
  expect(await attemptRow(actor, course)).toMatchObject({ isPassed: true, points: 7 });
});

test("two second marks at the same moment do not both count", async () => {
  const course = await courseWithEssay({ doubleMarking: true });
  const graders = [await trainerOf(course), await trainerOf(course), await trainerOf(course)];
  await submittedBy(course);
  const [task] = await waitingTasks(graders[0]!, course);
  const form = { levels: { what: 1, how: 1 }, comment: "", note: "", task: "mark" as const, marksSeen: 0 };
  const results = await Promise.allSettled(
    graders.map((grader) => giveMark(grader, course.slug, task!.id, form)),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(await db.mark.count({ where: { taskId: task!.id } })).toBe(2);
});

test("a form sent twice, or made before somebody else's mark, changes nothing", async () => {
  const course = await courseWithEssay();
  const [first, second] = [await trainerOf(course), await trainerOf(course)];
  await submittedBy(course);
  const [task] = await waitingTasks(first, course);
  const form = { levels: { what: 1, how: 0 }, comment: "", note: "", task: "mark" as const, marksSeen: 0 };
  await giveMark(first, course.slug, task!.id, form);
  for (const grader of [first, second]) {
    await expect(giveMark(grader, course.slug, task!.id, form)).rejects.toMatchObject({
      key: "grading.taskChanged",
    });
  }
});

test("a review changes the points, but a pass that was told stays", async () => {
  const course = await courseWithEssay();
  const grader = await trainerOf(course);
  const { actor } = await submittedBy(course);
  const [task] = await waitingTasks(grader, course);
  await grade(grader, course, task!.id, [2, 1]);
  await grade(grader, course, task!.id, [0, 0], { note: "I had mixed up two answers." });
  expect(await attemptRow(actor, course)).toMatchObject({ isPassed: true, points: 1 });
  const mails = await db.outgoingMail.findMany({
    where: { recipientId: actor.id },
    orderBy: { createdAt: "asc" },
  });
  expect(mails.map(({ template }) => template)).toEqual(expect.arrayContaining(["graded", "regraded"]));
});

test("only those who teach the course grade it, and nobody her own answer", async () => {
  const course = await courseWithEssay();
  const boss = await administrator();
  const { actor } = await submittedBy(course);
  const [task] = await waitingTasks(boss, course);
  const form = { levels: { what: 1, how: 0 }, comment: "", note: "", task: "mark" as const, marksSeen: 0 };
  await expect(giveMark(actor, course.slug, task!.id, form)).rejects.toMatchObject({ status: 403 });
  await expect(giveMark(await trainer(), course.slug, task!.id, form)).rejects.toMatchObject({ status: 404 });
  const other = await courseWithEssay();
  await expect(gradingPage(boss, other.slug, task!.id, "en")).rejects.toMatchObject({ status: 404 });

  await db.user.update({ where: { id: actor.id }, data: { role: "administrator" } });
  const promoted = { ...actor, role: "administrator" as const };
  expect(await waitingTasks(promoted, course)).toEqual([]);
  await expect(giveMark(promoted, course.slug, task!.id, form)).rejects.toMatchObject({ status: 403 });
});

test("what somebody has open is not given to another, until she puts it back or half an hour is over", async () => {
  const course = await courseWithEssay();
  const [first, second] = [await trainerOf(course), await trainerOf(course)];
  await submittedBy(course);
  const id = await takeNextTask(first, course.slug, everything);
  expect(await takeNextTask(second, course.slug, everything)).toBeNull();
  expect((await gradingPage(second, course.slug, id!, "en")).isTakenByOther).toBe(true);
  await putTaskBack(first, course.slug, id!);
  expect(await takeNextTask(second, course.slug, everything)).toBe(id);

  const { now } = clock;
  clock.now = () => new Date(now().getTime() + minutes(31));
  try {
    expect(await takeNextTask(first, course.slug, everything)).toBe(id);
  } finally {
    clock.now = now;
  }
});
