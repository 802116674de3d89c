import fc from "fast-check";
import { expect, test } from "vitest";

import { recordRun } from "#app/certification/learner-steps.server.ts";
import { after, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { canChangeResult } from "#app/players/fold.ts";
import { deleteOldRecords } from "#app/players/run-log-retention.server.ts";
import type { RunRecord } from "#app/players/run-record.ts";
import {
  learnerWithPackage,
  nextAttempt,
  opened,
  recordsOf,
  scorm12Files,
  scorm2004Files,
  setting,
} from "#tests/builders/runs.ts";

const elements = [
  "cmi.core.lesson_location",
  "cmi.suspend_data",
  "cmi.core.lesson_status",
  "cmi.core.score.raw",
];
const activities = ["s1", "s2"];

/** What an attempt has come to, without what names its rows. */
async function stateOf(launchId: string) {
  const { attemptId } = await db.runLaunch.findUniqueOrThrow({ where: { id: launchId } });
  const where = { attemptId };
  const [values, results, times, attempt] = await Promise.all([
    db.runValue.findMany({
      where,
      orderBy: [{ activity: "asc" }, { element: "asc" }],
      omit: { attemptId: true },
    }),
    db.runActivity.findMany({ where, orderBy: { activity: "asc" }, omit: { attemptId: true } }),
    db.runTime.findMany({
      where,
      orderBy: [{ activity: "asc" }, { launchNumber: "asc" }],
      omit: { attemptId: true },
    }),
    db.runAttempt.findUniqueOrThrow({
      where: { id: attemptId },
      select: { completion: true, success: true, scaled: true, raw: true, seconds: true },
    }),
  ]);
  return { values, results, times, attempt };
}

async function send(token: string, records: RunRecord[]) {
  const answer = await recordRun(token, JSON.stringify({ records }));
  expect(answer.stored.toSorted()).toEqual([...new Set(records.map(({ seq }) => seq))].toSorted());
}

const record = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("set" as const),
      element: fc.constantFrom(...elements),
      value: fc.constantFrom("", "0", "7", "incomplete", "failed", "x\u0000y"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("initialize" as const, "terminate" as const, "reset" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("set" as const),
      element: fc.constant("cmi.core.session_time"),
      value: fc.constantFrom("0000:01:00", "0000:00:30.5"),
    }),
  },
);

const schedule = fc
  .array(fc.array(fc.tuple(fc.constantFrom(...activities), record), { minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((launches) => {
    const parcels = launches.flatMap((records, launch) =>
      records.map(([activity, given], index) => ({
        launch,
        record: { ...given, activity, seq: index + 1, at: 1_000_000_000_000 + index * 20_000 },
      })),
    );
    return fc.record({
      parcels: fc.constant(parcels),
      order: fc.shuffledSubarray([...parcels, ...parcels], { minLength: parcels.length }),
      sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 }),
    });
  });

test(
  "whatever order, splitting and repetition records arrive in, the attempt comes to the same",
  { timeout: 240_000 },
  async () => {
    const files = scorm12Files(activities.map((id) => ({ id })));
    const learner = await learnerWithPackage(files);
    await fc.assert(
      fc.asyncProperty(schedule, async ({ parcels, order, sizes }) => {
        const launchCount = Math.max(...parcels.map(({ launch }) => launch)) + 1;
        const inOrder = await openedLaunches(learner, launchCount);
        for (const { launch, record } of parcels) await send(inOrder[launch]!.token, [record]);

        const shuffled = await openedLaunches(learner, launchCount);
        const missing = parcels.filter((parcel) => !order.includes(parcel));
        for (const batch of batchesOf([...order, ...missing], sizes)) {
          await send(
            shuffled[batch[0]!.launch]!.token,
            batch.map((parcel) => parcel.record),
          );
        }
        expect(await stateOf(shuffled[0]!.launchId)).toEqual(await stateOf(inOrder[0]!.launchId));
      }),
      { numRuns: 6 },
    );
  },
);

async function openedLaunches(learner: Awaited<ReturnType<typeof learnerWithPackage>>, count: number) {
  const launches = [await opened(learner, { newAttempt: await nextAttempt(learner) })];
  while (launches.length < count) launches.push(await opened(learner));
  return launches;
}

/** Parcels in requests of these sizes, each of one launch. */
function batchesOf<T extends { launch: number }>(parcels: T[], sizes: number[]): T[][] {
  const batches: T[][] = [];
  for (const parcel of parcels) {
    const last = batches.at(-1);
    const size = sizes[(batches.length - 1) % sizes.length] ?? 1;
    if (last && last.length < size && last[0]?.launch === parcel.launch) last.push(parcel);
    else batches.push([parcel]);
  }
  return batches;
}

test("what a new try has set aside never comes back, however late it arrives", async () => {
  const run = await opened(await learnerWithPackage(scorm12Files()));
  const [old, reset, fresh] = recordsOf([
    setting("cmi.suspend_data", "old"),
    { kind: "reset" },
    setting("cmi.core.lesson_location", "1"),
  ]);
  await send(run.token, [fresh!, reset!]);
  await send(run.token, [old!]);
  const { values } = await stateOf(run.launchId);
  expect(values.map(({ element }) => element)).toEqual(["cmi.core.lesson_location", "sigurna.reset"]);
});

test("time is the sum of what each session reported, over launches and within one", async () => {
  const learner = await learnerWithPackage(scorm2004Files());
  const session = (time: string) => [
    { kind: "initialize" as const },
    setting("cmi.session_time", "PT1S"),
    setting("cmi.session_time", time),
    setting("cmi.exit", "suspend"),
    { kind: "terminate" as const },
  ];
  const first = await opened(learner);
  await send(first.token, recordsOf([...session("PT1M30.5S"), ...session("PT30S")]));
  const second = await opened(learner);
  await send(second.token, recordsOf(session("PT10S")));
  const third = await opened(learner);
  await send(third.token, recordsOf(session("PT0S"), { at: 5_000_000 }));
  const { results, attempt } = await stateOf(third.launchId);
  // The third says nothing of time: four seconds passed between its records.
  expect(results[0]?.seconds).toBe(135);
  expect(attempt.seconds).toBe(135);
});

const session = (time: string) => [{ kind: "initialize" as const }, setting("cmi.session_time", time)];

test("a session that arrives late, and one that begins in the middle of another, are counted where they belong", async () => {
  const run = await opened(await learnerWithPackage(scorm2004Files()));
  const records = recordsOf([...session("PT10S"), ...session("PT1M"), ...session("PT5S")]);
  const [first, , second, , third] = records;
  await send(run.token, [first!, third!]);
  expect((await stateOf(run.launchId)).attempt.seconds).toBe(0);
  await send(run.token, records.slice(3));
  expect((await stateOf(run.launchId)).attempt.seconds).toBe(65);
  await send(run.token, [second!]);
  await send(run.token, records.slice(0, 3));
  expect((await stateOf(run.launchId)).attempt.seconds).toBe(75);
});

test("what is stored again, in one request or another, counts once and keeps its first content", async () => {
  const run = await opened(await learnerWithPackage(scorm2004Files()));
  const records = recordsOf([...session("PT10S"), setting("cmi.location", "1")]);
  const forged = records.map((record) => ({ ...record, value: "PT9H" }));
  await send(run.token, [...records, ...forged]);
  await send(run.token, forged);
  const { values, attempt } = await stateOf(run.launchId);
  expect(attempt.seconds).toBe(10);
  expect(values.find(({ element }) => element === "cmi.location")?.value).toBe("1");
  const { recordCount } = await db.runLaunch.findUniqueOrThrow({ where: { id: run.launchId } });
  expect(recordCount).toBe(3);
});

test("an activity that begins anew begins with no time; what earlier launches still deliver adds to the whole only", async () => {
  const learner = await learnerWithPackage(scorm2004Files());
  const first = await opened(learner);
  const second = await opened(learner);
  await send(second.token, recordsOf([...session("PT1M"), { kind: "reset" }, ...session("PT5S")]));
  await send(first.token, recordsOf(session("PT30S")));
  const { results, attempt } = await stateOf(second.launchId);
  expect(results[0]?.seconds).toBe(5);
  expect(attempt.seconds).toBe(95);
});

test("after the old log was deleted, late records add their time and known ones arrive without being counted again", async () => {
  const run = await opened(await learnerWithPackage(scorm2004Files()));
  const records = recordsOf([
    ...session("PT1M"),
    ...session("PT10S"),
    setting("cmi.session_time", "PT20S"),
    ...session("PT3S"),
  ]);
  await send(run.token, records.slice(0, 4));
  const before = await stateOf(run.launchId);
  expect(before.attempt.seconds).toBe(70);
  const { attemptId } = await db.runLaunch.update({
    where: { id: run.launchId },
    data: { lastSeenAt: after(-days(181)) },
  });
  await db.runAttempt.update({ where: { id: attemptId }, data: { closedAt: after(-days(181)) } });
  expect(await deleteOldRecords()).toBe(4);
  await send(run.token, records.slice(0, 4));
  expect(await stateOf(run.launchId)).toEqual(before);
  expect(await db.runRecord.count({ where: { launchId: run.launchId } })).toBe(0);
  await send(run.token, records.slice(5));
  await send(run.token, records.slice(4, 5));
  expect((await stateOf(run.launchId)).attempt.seconds).toBe(83);
});

test.each([
  ["set", "cmi.core.score.raw", true],
  ["set", "cmi.score.scaled", true],
  ["set", "cmi.core.exit", true],
  ["set", "cmi.objectives.0.id", true],
  ["set", "cmi.location2", true],
  ["set", "sigurna.root", true],
  ["set", "h5p.finished", true],
  ["set", "cmi.core.lesson_location", false],
  ["set", "cmi.suspend_data", false],
  ["set", "cmi.interactions.3.result", false],
  ["set", "h5p.state/0", false],
  ["initialize", undefined, true],
  ["statement", undefined, true],
  ["commit", undefined, false],
] as const)("%s %s: the result may be another is %s", (kind, element, isChanging) => {
  expect(canChangeResult({ seq: 1, at: 1, activity: "s1", kind, element })).toBe(isChanging);
});
