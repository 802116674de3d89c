import { expect, test } from "vitest";

import { recordRun } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { after, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { openLaunch } from "#app/players/launch.server.ts";
import { storeRecords } from "#app/players/records.server.ts";
import { findLaunch } from "#app/players/run-launch.server.ts";
import { deleteOldRecords } from "#app/players/run-log-retention.server.ts";
import {
  learnerOf,
  learnerWithPackage,
  opened,
  publishedPackageCourse,
  recordsOf,
  scorm12Files,
  setting,
} from "#tests/builders/runs.ts";

const passing = [
  { kind: "initialize" as const },
  setting("cmi.core.score.raw", "90"),
  setting("cmi.core.lesson_status", "passed"),
  { kind: "terminate" as const },
];

const send = (token: string, records: ReturnType<typeof recordsOf>) =>
  recordRun(token, JSON.stringify({ records }));

const certificates = (actor: Actor) => db.certificate.count({ where: { holderId: actor.id } });

test("the last required package completes the course and gives one certificate, however often it is told", async () => {
  const ana = await learnerWithPackage([scorm12Files(), scorm12Files()]);
  const first = await opened(ana);
  await send(first.token, recordsOf(passing));
  expect(await certificates(ana.actor)).toBe(0);
  const second = await opened({ ...ana, place: { ...ana.place, activityId: "unit-2" } });
  const records = recordsOf(passing);
  await Promise.all([1, 2, 3].map(() => send(second.token, records)));
  await send(second.token, records);
  expect(await certificates(ana.actor)).toBe(1);
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { userId: ana.actor.id } });
  expect(enrolment.completedAt).not.toBeNull();
});

test("two packages that are finished at the same moment complete the course", async () => {
  const ana = await learnerWithPackage([scorm12Files(), scorm12Files()]);
  const one = await opened(ana);
  const other = await opened({ ...ana, place: { ...ana.place, activityId: "unit-2" } });
  await Promise.all([send(one.token, recordsOf(passing)), send(other.token, recordsOf(passing))]);
  expect(await certificates(ana.actor)).toBe(1);
});

test("a class that finishes at the same moment gets all its certificates", async () => {
  const course = await publishedPackageCourse(scorm12Files());
  const place = { courseSlug: course.slug, activityId: "unit" };
  const runs = [];
  for (let count = 0; count < 12; count += 1) {
    const actor = await learnerOf(course);
    runs.push({ actor, token: (await opened({ actor, place })).token });
  }
  const answers = await Promise.all(runs.map(({ token }) => send(token, recordsOf(passing))));
  expect(answers.every(({ result }) => result)).toBe(true);
  expect(await db.certificate.count({ where: { courseVersionId: course.versionId } })).toBe(runs.length);
});

test("what was stored but not yet completed when the server died is completed when the browser sends it again", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const { token, launchId } = await opened(ana);
  const records = recordsOf(passing);
  await send(token, records);
  const { attemptId } = await db.runLaunch.findUniqueOrThrow({ where: { id: launchId } });
  await db.certificate.deleteMany({ where: { holderId: ana.actor.id } });
  await db.activityProgress.updateMany({ data: { completedAt: null } });
  await db.runAttempt.update({ where: { id: attemptId }, data: { completedAt: null } });
  await send(token, records);
  expect(await certificates(ana.actor)).toBe(1);
});

test("what the server died before completing is completed with whatever the package stores next", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const { token, launchId } = await opened(ana);
  const launch = await findLaunch({ id: launchId });
  const stored = await storeRecords(launch!, recordsOf(passing), { isTokenNeeded: true });
  expect(stored.isCompletionDue).toBe(true);
  expect(await certificates(ana.actor)).toBe(0);
  await send(token, recordsOf([setting("cmi.core.lesson_location", "9")], { from: 5 }));
  expect(await certificates(ana.actor)).toBe(1);
  expect(await db.runAttempt.findUniqueOrThrow({ where: { id: launch!.attemptId } })).toMatchObject({
    isCompletionDue: false,
    completedAt: expect.any(Date) as Date,
  });
});

test("once completed it stays so; opened again it is a review, in which the place is kept and the result is not touched", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  await send((await opened(ana)).token, recordsOf(passing));
  const review = await opened(ana);
  expect(review.mode).toBe("review");
  await send(
    review.token,
    recordsOf([
      { kind: "reset" },
      { kind: "initialize" },
      setting("cmi.core.lesson_status", "incomplete"),
      setting("cmi.core.lesson_location", "3"),
    ]),
  );
  const { attemptId } = await db.runLaunch.findUniqueOrThrow({ where: { id: review.launchId } });
  expect(await db.runAttempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
    completion: "completed",
    success: "passed",
    raw: 90,
  });
  const values = await db.runValue.findMany({ where: { attemptId } });
  const valueOf = (name: string) => values.find(({ element }) => element === name)?.value;
  expect(valueOf("cmi.core.lesson_status")).toBe("passed");
  expect(valueOf("cmi.core.lesson_location")).toBe("3");
});

test("a package that counts when it is opened goes on being played, not reviewed", async () => {
  const ana = await learnerWithPackage(scorm12Files(), { complete: "opened" });
  await send((await opened(ana)).token, recordsOf(passing.slice(0, 2)));
  expect(await certificates(ana.actor)).toBe(1);
  expect((await opened(ana)).mode).toBe("normal");
});

test("a new attempt begins with nothing, counts against the limit, and what is late for the old one still counts", async () => {
  const ana = await learnerWithPackage(scorm12Files(), { attempts: 2 });
  const first = await opened(ana);
  await send(first.token, recordsOf(passing.slice(0, 2)));
  const second = await opened(ana, { newAttempt: 2 });
  expect(second.attemptNumber).toBe(2);
  // As when the first answer was lost on the way.
  expect((await opened(ana, { newAttempt: 2 })).attemptNumber).toBe(2);
  const { attemptId } = await db.runLaunch.findUniqueOrThrow({ where: { id: second.launchId } });
  expect(await db.runValue.count({ where: { attemptId } })).toBe(0);
  const wish = { newAttempt: 3, isTakeOver: true, language: "en" as const };
  await expect(openLaunch(ana.actor, ana.place, wish)).rejects.toMatchObject({ key: "player.noAttemptLeft" });
  expect(await send(first.token, recordsOf(passing))).toMatchObject({ reason: "superseded" });
  expect(await certificates(ana.actor)).toBe(1);
});

test("of a package with several units all must be done", async () => {
  const ana = await learnerWithPackage(
    scorm12Files([{ id: "s1" }, { id: "s2" }, { id: "info", type: "asset" }]),
  );
  const { token } = await opened(ana);
  await send(token, recordsOf(passing));
  await send(token, recordsOf([{ kind: "initialize" }, { kind: "terminate" }], { activity: "s2", from: 5 }));
  expect(await certificates(ana.actor)).toBe(0);
  await send(token, recordsOf([{ kind: "initialize" }], { activity: "info", from: 7 }));
  expect(await certificates(ana.actor)).toBe(1);
});

test("the log of what was over half a year ago goes, its results stay", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const mira = await learnerWithPackage(scorm12Files());
  const old = await opened(ana);
  const recent = await opened(mira);
  for (const { token } of [old, recent]) await send(token, recordsOf(passing));
  const { attemptId } = await db.runLaunch.update({
    where: { id: old.launchId },
    data: { lastSeenAt: after(-days(181)) },
  });
  await db.runAttempt.update({ where: { id: attemptId }, data: { completedAt: after(-days(181)) } });
  expect(await deleteOldRecords()).toBe(passing.length);
  expect(await db.runRecord.count({ where: { launchId: recent.launchId } })).toBe(passing.length);
  expect(await db.runValue.count({ where: { attemptId } })).toBeGreaterThan(0);
});
