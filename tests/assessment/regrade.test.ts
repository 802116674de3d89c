import { afterAll, expect, test } from "vitest";

import { computeQuizStatistics as computation } from "#app/assessment/jobs.ts";
import { computeQuizStatistics, findQuizStatistics } from "#app/assessment/quiz-statistics.server.ts";
import { regradePage } from "#app/assessment/regrade-page.server.ts";
import { applyRegradeOnce, requestRegrade } from "#app/assessment/regrade.server.ts";
import { performRegrade } from "#app/certification/grading-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { closeQueues, queueOf } from "#app/platform/queue.server.ts";
import { attemptRow, essay, grade, submittedBy, waitingTasks, withKey } from "#tests/builders/grading.ts";
import { trainer } from "#tests/builders/people.ts";
import type { GivenQuestion } from "#tests/builders/questions.ts";
import { courseWithQuizzes, type GivenQuiz, trainerOf } from "#tests/builders/quizzes.ts";

afterAll(closeQueues);

const wrongKey = { id: "q1", type: "single", options: ["a", "b"], answer: "a" } satisfies GivenQuestion;
const other = { id: "q2", type: "truefalse", answer: true } satisfies GivenQuestion;

/** A quiz of two questions, both of which have to be right, and an activity after it; the first one's key is wrong. */
async function courseWithWrongKey(questions: GivenQuestion[] = [wrongKey, other]) {
  const quiz: GivenQuiz = { settings: { passMark: 100, shuffleQuestions: false }, questions };
  const later: GivenQuiz = { questions: [{ id: "q9", type: "truefalse", answer: true }] };
  const course = await courseWithQuizzes({ quiz, later });
  return { course, boss: await trainerOf(course) };
}

/** Puts the key right; returns the question and its versions. */
const corrected = (course: PublishedCourse) => withKey(course, { ...wrongKey, answer: "b" });

async function regraded(
  boss: Actor,
  course: PublishedCourse,
  versions: [string, string][],
  takeAway: string[] = [],
) {
  const id = await requestRegrade(boss, course.slug, "quiz", { versions, takeAway });
  await performRegrade(id);
  return id;
}

async function isQuizDone(actor: Actor) {
  const rows = await db.activityProgress.findMany({
    where: { activityId: "quiz", enrolment: { userId: actor.id }, completedAt: { not: null } },
  });
  return rows.length > 0;
}

async function mailsTo(actor: Actor) {
  return db.outgoingMail.count({ where: { recipientId: actor.id, template: "regraded" } });
}

test("before a regrade the trainer sees who would pass, who would not, and who stays as she is", async () => {
  const { course, boss } = await courseWithWrongKey();
  const answers = [
    { name: "Right by the new key", responses: { q1: "b", q2: true } },
    { name: "Right by the old key", responses: { q1: "a", q2: true } },
    { name: "Other points", responses: { q1: "b", q2: false } },
  ];
  for (const { name, responses } of answers) await submittedBy(course, responses, { name });
  expect((await regradePage(boss, course.slug, "quiz", [], "en")).questions).toEqual([]);

  const { questionId, versions } = await corrected(course);
  const page = await regradePage(boss, course.slug, "quiz", [[questionId, versions[1]!]], "en");
  expect(page.questions.map(({ versions: all }) => all.map(({ answers: n }) => n))).toEqual([[3, 0]]);
  const names = (list: { name: string }[] | undefined) => list?.map(({ name }) => name);
  expect(names(page.preview?.failToPass)).toEqual(["Right by the new key"]);
  expect(names(page.preview?.passToFail)).toEqual(["Right by the old key"]);
  expect(names(page.preview?.pointsOnly)).toEqual(["Other points"]);
  expect(
    await db.regrade.count({ where: { quizId: { not: "" }, questions: { some: { questionId } } } }),
  ).toBe(0);
});

test("a regrade lets those pass whom the wrong key failed, takes no pass away, and tells those whose result changed", async () => {
  const { course, boss } = await courseWithWrongKey();
  const { actor: failed } = await submittedBy(course, { q1: "b", q2: true });
  const { actor: passed } = await submittedBy(course, { q1: "a", q2: true });
  const { actor: untouched } = await submittedBy(course, { q2: false });
  const { questionId, versions } = await corrected(course);

  const id = await regraded(boss, course, [[questionId, versions[1]!]]);

  const row = await attemptRow(failed, course);
  expect(row).toMatchObject({ isPassed: true, points: 2 });
  expect(row.items[0]).toMatchObject({
    questionVersionId: versions[0],
    gradedVersionId: versions[1],
    fraction: 1,
  });
  expect(await isQuizDone(failed)).toBe(true);
  expect(await attemptRow(passed, course)).toMatchObject({ isPassed: true, points: 1 });
  expect(await Promise.all([failed, passed, untouched].map(mailsTo))).toEqual([1, 1, 0]);
  const audit = await db.auditEntry.findFirst({ where: { action: "regrade.requested", actorId: boss.id } });
  expect(audit?.detail).toMatchObject({ regrade: id, questions: 1, passesTakenAway: 0 });
  const { history } = await regradePage(boss, course.slug, "quiz", [], "en");
  expect(history).toMatchObject([{ isApplied: true, changed: 2, questions: [{ key: "q1", number: 2 }] }]);
});

test("after a regrade the statistics are asked for, and count answers by the version that graded them", async () => {
  const { course, boss } = await courseWithWrongKey();
  await submittedBy(course, { q1: "b", q2: true });
  await submittedBy(course, { q1: "b", q2: false });
  const { quizId } = (await submittedBy(course, { q1: "a", q2: true })).attempt;
  const { questionId, versions } = await corrected(course);
  await computeQuizStatistics(quizId);
  const figuresOf = async (version: string) =>
    (await findQuizStatistics(quizId, "first"))?.items.get(version);
  expect(await figuresOf(versions[0]!)).toMatchObject({ n: 3, right: 1 });

  await regraded(boss, course, [[questionId, versions[1]!]]);
  const asked = await queueOf(computation.name).getWaiting();
  expect(asked.filter(({ data }) => data.quizId === quizId)).toHaveLength(1);
  await computeQuizStatistics(quizId);
  expect(await figuresOf(versions[0]!)).toBeUndefined();
  expect(await figuresOf(versions[1]!)).toMatchObject({ n: 3, right: 2 });
});

test("applying a regrade again, even at once, changes nothing more", async () => {
  const { course, boss } = await courseWithWrongKey();
  const { actor } = await submittedBy(course, { q1: "b", q2: true });
  const { questionId, versions } = await corrected(course);
  const id = await requestRegrade(boss, course.slug, "quiz", {
    versions: [[questionId, versions[1]!]],
    takeAway: [],
  });
  const applied = await Promise.all([1, 2, 3].map(() => applyRegradeOnce(id)));
  expect(applied.map(({ attemptIds }) => attemptIds.length)).toEqual([1, 1, 1]);
  await performRegrade(id);
  expect(await mailsTo(actor)).toBe(1);
  expect(await isQuizDone(actor)).toBe(true);
});

test("the trainer may take a pass away by name; a completed course keeps its own", async () => {
  const { course, boss } = await courseWithWrongKey();
  const underWay = await submittedBy(course, { q1: "a", q2: true });
  const complete = await submittedBy(course, { q1: "a", q2: true });
  await db.enrolment.update({
    where: { id: complete.attempt.enrolmentId },
    data: { completedAt: new Date() },
  });
  const { questionId, versions } = await corrected(course);
  await regraded(boss, course, [[questionId, versions[1]!]], [underWay.attempt.id, complete.attempt.id]);

  expect(await attemptRow(underWay.actor, course)).toMatchObject({ isPassed: false, points: 1 });
  expect(await isQuizDone(underWay.actor)).toBe(false);
  expect(await attemptRow(complete.actor, course)).toMatchObject({ isPassed: true });
  expect(await isQuizDone(complete.actor)).toBe(true);
});

test("regrading by the earlier version brings the points back", async () => {
  const { course, boss } = await courseWithWrongKey();
  const { actor } = await submittedBy(course, { q1: "a", q2: false });
  const { questionId, versions } = await corrected(course);
  await regraded(boss, course, [[questionId, versions[1]!]]);
  expect(await attemptRow(actor, course)).toMatchObject({ points: 0 });
  await regraded(boss, course, [[questionId, versions[0]!]]);
  expect(await attemptRow(actor, course)).toMatchObject({ points: 1 });
});

test("an attempt that waits for a person is regraded too and gets its result with the last mark", async () => {
  const { course, boss } = await courseWithWrongKey([wrongKey, essay]);
  const { actor } = await submittedBy(course, { q1: "b", essay: "What I would do." });
  const { questionId, versions } = await corrected(course);
  await regraded(boss, course, [[questionId, versions[1]!]]);
  expect(await attemptRow(actor, course)).toMatchObject({ isPassed: null, gradedAt: null });
  expect(await mailsTo(actor)).toBe(0);
  const [task] = await waitingTasks(boss, course);
  await grade(boss, course, task!.id, [2, 1]);
  expect(await attemptRow(actor, course)).toMatchObject({ isPassed: true, points: 11 });
});

test("only trainers of the course regrade, and only by versions of questions that were asked", async () => {
  const { course, boss } = await courseWithWrongKey();
  const { actor } = await submittedBy(course, { q1: "b", q2: true });
  const { questionId, versions } = await corrected(course);
  const form = { versions: [[questionId, versions[1]!]] as [string, string][], takeAway: [] };
  await expect(requestRegrade(actor, course.slug, "quiz", form)).rejects.toMatchObject({ status: 403 });
  await expect(requestRegrade(await trainer(), course.slug, "quiz", form)).rejects.toMatchObject({
    status: 404,
  });
  const elsewhere = { ...form, versions: [[questionId, "another"]] as [string, string][] };
  await expect(requestRegrade(boss, course.slug, "quiz", elsewhere)).rejects.toMatchObject({
    key: "grading.regradeChoose",
  });
});
