import { afterEach, expect, test } from "vitest";

import { startAttempt } from "#app/assessment/attempt.server.ts";
import { withdrawQuiz } from "#app/authoring/quiz-placement.server.ts";
import { learnersBehind, submitMove } from "#app/authoring/version-moves.server.ts";
import { submitAttempt } from "#app/certification/learner-steps.server.ts";
import { offeredVersion } from "#app/certification/offered-version.server.ts";
import {
  acceptMove,
  completeLately,
  completeMoved,
  performDueMoves,
  performMove,
} from "#app/certification/version-move.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { completeMoved as completeMovedJob } from "#app/learning/jobs.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import { declineMove } from "#app/learning/version-move.server.ts";
import { versionChanges } from "#app/library/carry-over.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { after, clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { queueOf } from "#app/platform/queue.server.ts";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import { learner, trainer } from "#tests/builders/people.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { answerQuiz, courseWithQuizzes, learnerIn, takeQuiz, trainerOf } from "#tests/builders/quizzes.ts";

const now = clock.now;
afterEach(() => {
  clock.now = now;
});

const right = { Q: "a" };
const quiz = (id: string) => ({ questions: [singleChoice(id)] });

/** A course of three quizzes and its trainer. */
async function course() {
  const first = await courseWithQuizzes({ one: quiz("Q"), two: quiz("R"), three: quiz("S") });
  return { first, vera: await trainerOf(first) };
}

/** The next version, without the third quiz. */
async function nextVersion(vera: Actor, { slug }: PublishedCourse) {
  await withdrawQuiz(vera, slug, "three", { publication: newId(), learners: "stay" });
  return getCurrentCourse(slug);
}

const versionOf = async ({ id }: Actor) =>
  (await db.enrolment.findFirstOrThrow({ where: { userId: id } })).courseVersionId;
const mailsOf = ({ id }: Actor) =>
  db.outgoingMail.count({ where: { recipientId: id, template: "new-version" } });
const day = (milliseconds: number) => localOfInstant(after(milliseconds));

test("a version that is offered: the learner sees what she keeps, accepts or stays, and is told once", async () => {
  const { first, vera } = await course();
  const [ana, mira] = [await learnerIn(first), await learnerIn(first)];
  await takeQuiz(ana, first, right, "one");
  await takeQuiz(ana, first, { R: "a" }, "two");
  const next = await nextVersion(vera, first);
  expect(await submitMove(vera, first.slug, { learners: "offer" })).toBeNull();
  expect(await versionOf(ana)).toBe(first.versionId);
  expect([await mailsOf(ana), await mailsOf(mira)]).toEqual([1, 1]);
  expect((await listMyCourses(ana, "en"))[0]?.offer).toMatchObject({ kind: "offered", label: next.label });
  expect((await offeredVersion(ana, first.slug, "en")).changes).toEqual({
    added: [],
    removed: ["Title of three"],
    restarted: [],
    kept: ["Title of one", "Title of two"],
    isInAttempt: false,
  });

  await Promise.all([acceptMove(ana, first.slug), acceptMove(ana, first.slug)]);
  expect(await versionOf(ana)).toBe(next.versionId);
  // All that the new version asks she has done: she has completed the course, and has her certificate.
  const outline = await courseOutline(ana, first.slug, "en");
  expect(outline.steps.map(({ state }) => state)).toEqual(["done", "done"]);
  expect(outline.completedAt).not.toBeNull();
  expect(await db.certificate.count({ where: { holderId: ana.id } })).toBe(1);

  await declineMove(mira, first.slug);
  expect(await versionOf(mira)).toBe(first.versionId);
  expect((await listMyCourses(mira, "en"))[0]?.offer).toBeNull();
  expect((await courseOutline(mira, first.slug, "en")).offer).not.toBeNull();
  expect((await learnersBehind(vera, first.slug)).behind).toMatchObject([{ hasDeclined: true }]);
  await submitMove(vera, first.slug, { learners: "offer" });
  expect(await mailsOf(mira)).toBe(1);
  await submitMove(vera, first.slug, { learners: "stay" });
  await expect(acceptMove(mira, first.slug)).rejects.toMatchObject({ key: "learn.moveGone" });
});

test("from the day on everybody goes on with the new version, after an open test; who has completed the course stays", async () => {
  const { first, vera } = await course();
  const [ana, busy, done] = [await learnerIn(first), await learnerIn(first), await learnerIn(first)];
  await takeQuiz(ana, first, right, "one");
  const number = await answerQuiz(busy, first, { S: "a" }, "three");
  await db.enrolment.updateMany({ where: { userId: done.id }, data: { completedAt: clock.now() } });
  const next = await nextVersion(vera, first);
  expect(await submitMove(vera, first.slug, { learners: "require", moveAt: day(days(3)) })).toBeNull();
  await performMove(first.courseId);
  expect(await versionOf(ana)).toBe(first.versionId);
  await expect(acceptMove(busy, first.slug)).rejects.toMatchObject({ key: "learn.moveInAttempt" });
  await expect(declineMove(ana, first.slug)).rejects.toMatchObject({ key: "learn.moveGone" });

  clock.now = () => new Date(now().getTime() + days(4));
  await Promise.all([performMove(first.courseId), performDueMoves()]);
  expect(await versionOf(ana)).toBe(next.versionId);
  expect((await courseOutline(ana, first.slug, "en")).steps[0]?.state).toBe("done");
  expect(await versionOf(busy)).toBe(first.versionId);
  expect((await learnersBehind(vera, first.slug)).behind).toMatchObject([{ isInAttempt: true }]);
  // The quiz is not part of the new version: she hands it in under the old one.
  await submitAttempt(busy, first.slug, "three", number);
  await performDueMoves();
  expect(await versionOf(busy)).toBe(next.versionId);
  expect(
    await db.attempt.count({ where: { enrolment: { userId: busy.id }, submittedAt: { not: null } } }),
  ).toBe(1);
  expect(await versionOf(done)).toBe(first.versionId);
  expect([await mailsOf(done), await mailsOf(ana)]).toEqual([0, 1]);
  await expect(startAttempt(busy, first.slug, "three")).rejects.toMatchObject({ status: 404 });
});

test("whose last step is taken out of the course has completed it with the move, in the same moment as the others", async () => {
  const { first, vera } = await course();
  const [ana, mira] = [await learnerIn(first), await learnerIn(first)];
  await takeQuiz(ana, first, right, "one");
  await takeQuiz(ana, first, { R: "a" }, "two");
  await takeQuiz(mira, first, right, "one");
  const publication = newId();
  await withdrawQuiz(vera, first.slug, "three", { publication, learners: "move" });
  expect(await versionOf(ana)).toBe(publication);
  expect(await queueOf(completeMovedJob.name).getJob(publication)).toBeDefined();

  await Promise.all([completeMoved(publication), completeLately()]);
  const of = async (actor: Actor) => (await courseOutline(actor, first.slug, "en")).completedAt;
  expect(await of(ana)).not.toBeNull();
  expect(await of(mira)).toBeNull();
  expect(await db.certificate.count({ where: { holderId: ana.id } })).toBe(1);
});

test("where nothing counts for the certificate, nobody has it for being enrolled, nor for what she does", async () => {
  const optional = await courseWithQuizzes({ one: quiz("Q") }, ({ id }) => ({
    kind: "quiz",
    quiz: id,
    required: false,
  }));
  const ana = await learnerIn(optional);
  await takeQuiz(ana, optional, right, "one");
  await completeLately();
  expect(await db.certificate.count({ where: { holderId: ana.id } })).toBe(0);
});

test("the day of a move has to be still to come, and only those who teach the course choose it", async () => {
  const { first, vera } = await course();
  const choose = (actor: Actor, moveAt: string) =>
    submitMove(actor, first.slug, { learners: "require", moveAt });
  expect(await choose(vera, "")).toMatchObject({ errors: { moveAt: "publishing.timeMissing" } });
  expect(await choose(vera, day(-days(1)))).toMatchObject({ errors: { moveAt: "publishing.timePast" } });
  await expect(choose(await trainer(), day(days(1)))).rejects.toMatchObject({ status: 404 });
  await expect(choose(await learner(), day(days(1)))).rejects.toMatchObject({ status: 403 });
});

test("progress is carried over where the step is the same thing under the same id", () => {
  const step = (id: string, rest: object) =>
    ({ id, minutes: 5, required: true, after: [], ...rest }) as never;
  const before = {
    outline: [
      step("one", { kind: "lesson", lesson: "one" }),
      step("two", { kind: "package", package: "p" }),
      step("three", { kind: "package", package: "q" }),
      step("gone", { kind: "quiz", quiz: "g" }),
      step("other", { kind: "quiz", quiz: "o" }),
    ],
    packages: new Map([
      ["p", "p1"],
      ["q", "q1"],
    ]),
  };
  const later = {
    outline: [
      step("new", { kind: "survey", survey: "s" }),
      step("three", { kind: "package", package: "renamed" }),
      step("two", { kind: "package", package: "p" }),
      step("one", { kind: "lesson", lesson: "one" }),
      step("other", { kind: "quiz", quiz: "another" }),
    ],
    packages: new Map([
      ["p", "p2"],
      ["renamed", "q1"],
    ]),
  };
  expect(versionChanges(before, later)).toEqual({
    added: ["new"],
    removed: ["gone"],
    restarted: ["two", "other"],
    kept: ["three", "one"],
  });
});
