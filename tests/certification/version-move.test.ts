import { afterEach, expect, test } from "vitest";

import { startAttempt } from "#app/assessment/attempt.server.ts";
import { lessonPath } from "#app/authoring/draft-pages.server.ts";
import { publishDraft } from "#app/authoring/draft-publication.server.ts";
import {
  beginDraft,
  changeDraft,
  readDraftText,
  requireDraft,
  writeDraftText,
} from "#app/authoring/draft.server.ts";
import { learnersBehind, submitMove } from "#app/authoring/version-moves.server.ts";
import { offeredVersion } from "#app/certification/offered-version.server.ts";
import { acceptMove, performDueMoves, performMove } from "#app/certification/version-move.server.ts";
import { submitAttempt } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import { declineMove } from "#app/learning/version-move.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { versionChanges } from "#app/library/carry-over.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { after, clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import { readLesson } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner, publishedCourse } from "#tests/builders/course.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";

const now = clock.now;
afterEach(() => {
  clock.now = now;
});

async function courseTrainer() {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  return vera;
}

/** The next version, with the last lesson's activity under another id: one step is gone, another is new. */
async function publishNext(vera: Actor, learners: "stay" | "offer" | "move" | "require", moveAt?: Date) {
  await beginDraft(vera, courseSlug);
  const draft = await requireDraft(vera, courseSlug);
  const path = lessonPath("accounts", "en");
  const before = await readDraftText(draft, path);
  const text = `${before?.text}\nA sentence of ${newId()}.\n`;
  await writeDraftText(vera, draft, path, { text, basis: before?.basis ?? null });
  await changeDraft(vera, draft, async (parts) => ({ parts }));
  const form = { publication: newId(), learners, moveAt: moveAt ?? null, anyway: "yes" as const };
  expect((await publishDraft(vera, courseSlug, form)).faults).toEqual([]);
  return getCurrentCourse(courseSlug);
}

const versionOf = async ({ id }: Actor) =>
  (await db.enrolment.findFirstOrThrow({ where: { userId: id } })).courseVersionId;
const mailsOf = ({ id }: Actor) =>
  db.outgoingMail.count({ where: { recipientId: id, template: "new-version" } });

test("a version that is offered: the learner sees what she keeps, accepts or stays, and is asked once", async () => {
  const vera = await courseTrainer();
  const [ana, mira, zora] = [await enrolledLearner(), await enrolledLearner(), await enrolledLearner()];
  await readLesson(ana, "what-it-is");
  await startAttempt(zora, courseSlug, "pre-test").catch(() => undefined);
  const old = await versionOf(ana);
  const next = await publishNext(vera, "offer");
  expect(await versionOf(ana)).toBe(old);
  expect([await mailsOf(ana), await mailsOf(mira)]).toEqual([1, 1]);
  expect((await listMyCourses(ana, "en"))[0]?.offer).toMatchObject({ kind: "offered", label: next.label });
  const page = await offeredVersion(ana, courseSlug, "en");
  const titleOf = async (id: string) =>
    (await courseOutline(ana, courseSlug, "en")).steps.find((step) => step.id === id)?.title;
  expect(page.changes).toMatchObject({ added: [], removed: [], kept: [await titleOf("what-it-is")] });

  await Promise.all([acceptMove(ana, courseSlug), acceptMove(ana, courseSlug)]);
  expect(await versionOf(ana)).toBe(next.versionId);
  const outline = await courseOutline(ana, courseSlug, "en");
  expect(outline.steps.find(({ id }) => id === "what-it-is")?.state).toBe("done");
  expect(outline.offer).toBeNull();

  await declineMove(mira, courseSlug);
  expect(await versionOf(mira)).toBe(old);
  expect((await listMyCourses(mira, "en"))[0]?.offer).toBeNull();
  // She may still change her mind.
  expect((await courseOutline(mira, courseSlug, "en")).offer).not.toBeNull();
  const { behind } = await learnersBehind(vera, courseSlug);
  expect(behind.filter(({ hasDeclined }) => hasDeclined)).toHaveLength(1);
  // Offered again: no second mail.
  expect(await submitMove(vera, courseSlug, { learners: "offer" })).toBeNull();
  expect(await mailsOf(mira)).toBe(1);
  await submitMove(vera, courseSlug, { learners: "stay" });
  await expect(acceptMove(mira, courseSlug)).rejects.toMatchObject({ key: "learn.moveGone" });
});

test("from the day on everybody goes on with the new version, after an open test and only once; who has completed the course stays", async () => {
  const vera = await courseTrainer();
  const [ana, busy, done] = [await enrolledLearner(), await enrolledLearner(), await enrolledLearner()];
  await readLesson(ana, "what-it-is");
  await readLesson(busy, "what-it-is");
  const { number } = await startAttempt(busy, courseSlug, "what-it-is-quiz");
  await db.enrolment.updateMany({ where: { userId: done.id }, data: { completedAt: clock.now() } });
  const old = await versionOf(ana);
  const next = await publishNext(vera, "require", after(days(3)));
  await performMove(next.courseId);
  expect(await versionOf(ana)).toBe(old);
  await expect(acceptMove(busy, courseSlug)).rejects.toMatchObject({ key: "learn.moveInAttempt" });

  clock.now = () => new Date(now().getTime() + days(4));
  await Promise.all([performMove(next.courseId), performDueMoves()]);
  expect(await versionOf(ana)).toBe(next.versionId);
  expect(
    (await courseOutline(ana, courseSlug, "en")).steps.find(({ id }) => id === "what-it-is")?.state,
  ).toBe("done");
  expect(await versionOf(busy)).toBe(old);
  expect(await learnersBehind(vera, courseSlug)).toMatchObject({ behind: [{ isInAttempt: true }] });
  await submitAttempt(busy, courseSlug, "what-it-is-quiz", number);
  await performDueMoves();
  expect(await versionOf(busy)).toBe(next.versionId);
  expect(await db.attempt.count({ where: { enrolment: { userId: busy.id } } })).toBe(1);
  expect(await versionOf(done)).toBe(old);
  expect(await mailsOf(done)).toBe(0);
});

test("the day of a move has to be still to come, and only those who teach the course choose it", async () => {
  const vera = await courseTrainer();
  const day = (milliseconds: number) => localOfInstant(after(milliseconds));
  const choose = (actor: Actor, moveAt: string) =>
    submitMove(actor, courseSlug, { learners: "require", moveAt });
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
