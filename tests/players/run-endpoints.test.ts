import { afterAll, beforeAll, expect, test } from "vitest";

import { after, minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import type { Boot } from "#app/players/boot.ts";
import { endLaunch, openLaunch, renewLaunch } from "#app/players/launch.server.ts";
import type { DeliveriesAnswer, RunRecord } from "#app/players/run-record.ts";
import { maxRecordsBody } from "#app/players/run-limits.ts";
import { fromBase64 } from "#app/platform/sealed.ts";
import { seal } from "#app/players/sealed.ts";
import { openTryout } from "#app/players/tryout.server.ts";
import { contentServer } from "#tests/builders/content-server.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { learnerWithPackage, opened, recordsOf, scorm12Files, setting } from "#tests/builders/runs.ts";

let server: Awaited<ReturnType<typeof contentServer>>;

beforeAll(async () => {
  server = await contentServer();
});

afterAll(() => server.close());

const start = recordsOf([
  { kind: "initialize" },
  setting("cmi.core.lesson_location", "7"),
  setting("cmi.suspend_data", "š\u0000\ud800\uFFFE"),
]);

const send = (token: string, records: RunRecord[]) => server.post(`/run/${token}/records`, { records });

async function bootOf(token: string): Promise<{ status: number; boot: Boot }> {
  const response = await fetch(`${server.content}/run/${token}/boot`);
  return { status: response.status, boot: (await response.json()) as Boot };
}

test("what was stored is there at the next launch, sign for sign", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const first = await opened(ana);
  expect(await send(first.token, start)).toEqual({
    status: 200,
    answer: { result: true, stored: [1, 2, 3] },
  });
  const second = await opened(ana);
  const { boot } = await bootOf(second.token);
  expect(boot.values.s1).toMatchObject({
    "cmi.core.lesson_location": "7",
    "cmi.suspend_data": "š\u0000\ud800\uFFFE",
  });
  expect(boot.results.s1).toMatchObject({ completion: "incomplete", seconds: 2 });
  expect(boot.learner.name).toBe(ana.actor.name);
  expect(JSON.stringify(boot)).not.toContain(ana.actor.id);
});

test.each([
  "text/plain;charset=UTF-8",
  "application/json",
  "application/x-www-form-urlencoded",
  "image/png; charset=none",
])("a body called %s is taken: a beacon cannot choose", async (type) => {
  const { token } = await opened(await learnerWithPackage(scorm12Files()));
  const { status } = await server.post(`/run/${token}/records`, { records: start }, { "Content-Type": type });
  expect(status).toBe(200);
});

test.each([
  ["no JSON", "{", 400, "malformed"],
  ["another shape", `{"records":{}}`, 400, "malformed"],
  ["nothing", "", 400, "malformed"],
  ["too much", " ".repeat(maxRecordsBody + 1), 413, "malformed"],
])("a body that is %s is refused in JSON and leads nowhere", async (_name, body, status, reason) => {
  const { token } = await opened(await learnerWithPackage(scorm12Files()));
  expect(await server.post(`/run/${token}/records`, body)).toEqual({
    status,
    answer: { result: false, stored: [], reason },
  });
});

test("a bad record does not hold up the good ones, and nothing in it reaches further than its place", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const { token } = await opened(ana);
  const body = `{"records":[{"seq":0,"at":1,"activity":"s1","kind":"set"},
    {"seq":1,"at":1,"activity":"__proto__","kind":"set","element":"__proto__","value":"x","__proto__":{"value":"y"}},
    {"seq":2,"at":1,"activity":"s1","kind":"get","element":"${"e".repeat(5000)}"}]}`;
  expect((await server.post(`/run/${token}/records`, body)).answer).toEqual({
    result: false,
    stored: [1, 2],
    reason: "malformed",
  });
  const text = await (await fetch(`${server.content}/run/${(await opened(ana)).token}/boot`)).text();
  expect(text).toContain(`"__proto__":{"__proto__":"x"}`);
});

test("an expired launch stores nothing until its learner's page has renewed it", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const { launchId, token } = await opened(ana);
  await db.runLaunch.update({ where: { id: launchId }, data: { expiresAt: after(-minutes(1)) } });
  expect(await send(token, start)).toEqual({
    status: 401,
    answer: { result: false, stored: [], reason: "expired" },
  });
  expect((await bootOf(token)).status).toBe(401);
  await expect(renewLaunch(await learner(), launchId)).rejects.toMatchObject({ status: 404 });
  expect(await renewLaunch(ana.actor, launchId)).toMatchObject({ isSuperseded: false });
  expect((await send(token, start)).status).toBe(200);
});

test("a second window is told, may take over, and what the first still sends is kept but does not win", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const first = await opened(ana);
  await send(first.token, start.slice(0, 1));
  const wish = { newAttempt: null, isTakeOver: false, language: "en" as const };
  expect((await openLaunch(ana.actor, ana.place, wish)).kind).toBe("busy");
  const second = await opened(ana);
  await send(second.token, recordsOf([setting("cmi.core.lesson_location", "new")]));
  expect(await send(first.token, start)).toEqual({
    status: 409,
    answer: { result: false, stored: [1, 2, 3], reason: "superseded" },
  });
  expect((await bootOf(first.token)).status).toBe(409);
  expect(await renewLaunch(ana.actor, first.launchId)).toMatchObject({ isSuperseded: true });
  const { boot } = await bootOf(second.token);
  expect(boot.values.s1?.["cmi.core.lesson_location"]).toBe("new");
  expect(boot.values.s1?.["cmi.suspend_data"]).toContain("š");
});

test("a window that was closed, or not heard of for long, holds nobody up", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const wish = { newAttempt: null, isTakeOver: false, language: "en" as const };
  const first = await opened(ana);
  await endLaunch(ana.actor, first.launchId);
  expect((await send(first.token, start)).status).toBe(200);
  const second = await openLaunch(ana.actor, ana.place, wish);
  if (second.kind !== "opened") throw new Error("busy");
  await db.runLaunch.update({ where: { id: second.launchId }, data: { lastSeenAt: after(-minutes(3)) } });
  expect((await openLaunch(ana.actor, ana.place, wish)).kind).toBe("opened");
});

test("a token that is not ours is unknown", async () => {
  for (const token of ["x", "A".repeat(43), "tryout.AAAA", `tryout.${"A".repeat(200)}`]) {
    expect((await bootOf(token)).status).toBe(404);
    expect(await send(token, start)).toMatchObject({ status: 404, answer: { reason: "unknown" } });
  }
});

async function deliver(launches: { launchId: string; sealed: { seq: number; box: string }[] }[]) {
  const { status, answer } = await server.post("/run/deliveries", { launches });
  expect(status).toBe(200);
  return (answer as unknown as DeliveriesAnswer).launches;
}

test("sealed leftovers are stored without a session; foreign and tampered boxes never are", async () => {
  const ana = await learnerWithPackage(scorm12Files());
  const mira = await learnerWithPackage(scorm12Files());
  const run = await opened(ana);
  const other = await opened(mira);
  const { boot } = await bootOf(run.token);
  const key = fromBase64(boot.sealKey);
  await db.runLaunch.updateMany({ data: { expiresAt: after(-minutes(60)) } });
  const boxes = start.map((record) => ({ seq: record.seq, box: seal(key, run.launchId, record) }));
  const tampered = { seq: 3, box: boxes[2]!.box.replace(/.{4}$/, "AAAA") };
  const renumbered = { seq: 9, box: boxes[0]!.box };
  expect(
    await deliver([
      { launchId: run.launchId, sealed: [boxes[0]!, boxes[1]!, tampered, renumbered] },
      { launchId: other.launchId, sealed: boxes },
      { launchId: "nobody", sealed: boxes },
    ]),
  ).toEqual([
    { launchId: run.launchId, stored: [1, 2], refused: [3, 9], isUnknown: false },
    { launchId: other.launchId, stored: [], refused: [1, 2, 3], isUnknown: false },
    { launchId: "nobody", stored: [], refused: [], isUnknown: true },
  ]);
  expect(await db.runRecord.count({ where: { launchId: other.launchId } })).toBe(0);
  expect((await bootOf((await opened(ana)).token)).boot.values.s1?.["cmi.core.lesson_location"]).toBe("7");
});

test("a launch that has used up its room says so and keeps what it had", async () => {
  const { launchId, token } = await opened(await learnerWithPackage(scorm12Files()));
  await send(token, start);
  await db.runLaunch.update({ where: { id: launchId }, data: { recordCount: 200_000 } });
  expect(await send(token, [...start, ...recordsOf([{ kind: "commit" }], { from: 4 })])).toEqual({
    status: 413,
    answer: { result: false, stored: [1, 2, 3], reason: "full" },
  });
  expect(await db.runRecord.count({ where: { launchId } })).toBe(3);
});

test("a try-out runs for those who teach and leaves no trace", async () => {
  const { course } = await learnerWithPackage(scorm12Files());
  const { packageVersionId } = await db.coursePackage.findFirstOrThrow({
    where: { courseVersionId: course.versionId },
  });
  await expect(openTryout(await learner(), packageVersionId, "en")).rejects.toMatchObject({ status: 403 });
  await expect(openTryout(await trainer(), packageVersionId, "en")).rejects.toMatchObject({ status: 404 });
  const before = await db.runRecord.count();
  const { token } = await openTryout(await administrator(), packageVersionId, "sr-Cyrl");
  expect((await bootOf(token)).boot).toMatchObject({ mode: "tryout", language: "sr-Cyrl", values: {} });
  expect(await send(token, start)).toEqual({ status: 200, answer: { result: true, stored: [1, 2, 3] } });
  expect(await db.runRecord.count()).toBe(before);
});
