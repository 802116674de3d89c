import { openTryout } from "#app/players/tryout.server.ts";
import { openLaunch } from "#app/players/launch.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { RecordsAnswer } from "#app/players/run-record.ts";
import { newPerson } from "#scripts/packages-try/publish.ts";
import { nextAttempt } from "#tests/builders/runs.ts";
import { expect, test } from "#tests/journeys/fixtures.ts";

import { type HostilePackage, hostileScorm } from "./hostile-packages.ts";

const content = () => process.env.CONTENT_ORIGIN as string;
const wish = { newAttempt: null, isTakeOver: true, language: "en" } as const;

let learner: Actor;
let hostile: HostilePackage;
test.beforeAll(async () => {
  learner = await newPerson("learner");
  hostile = await hostileScorm([learner]);
});

async function launch({ isNewAttempt = false } = {}) {
  const newAttempt = isNewAttempt ? await nextAttempt({ actor: learner, place: hostile }) : null;
  const opened = await openLaunch(learner, hostile, { ...wish, newAttempt });
  if (opened.kind !== "opened") throw new Error(opened.kind);
  return opened;
}

/** As a script would that wants a better result. */
async function forge(token: string) {
  const records = [
    { seq: 1, at: 0, activity: "hostile", kind: "set", element: "cmi.core.lesson_status", value: "passed" },
    { seq: 2, at: 0, activity: "hostile", kind: "set", element: "cmi.core.score.raw", value: "100" },
  ];
  const response = await fetch(`${content()}/run/${token}/records`, {
    method: "POST",
    body: JSON.stringify({ records }),
  });
  return { status: response.status, ...((await response.json()) as RecordsAnswer) };
}

const resultOf = (launchId: string) =>
  db.runAttempt.findFirstOrThrow({
    where: { launches: { some: { id: launchId } } },
    select: { completion: true, success: true, raw: true, completedAt: true },
  });
const nothingYet = { completion: "not attempted", success: "unknown", raw: null, completedAt: null };

test("a guessed token stores nothing", async () => {
  const { launchId } = await launch();
  for (const token of ["none", launchId, "A".repeat(43), "__proto__", "%00", "tryout.x", "tryout."]) {
    expect(await forge(token)).toMatchObject({ result: false, stored: [] });
  }
  expect(await resultOf(launchId)).toEqual(nothingYet);
});

test("an expired token stores nothing", async () => {
  const { launchId, token } = await launch();
  await db.runLaunch.update({ where: { id: launchId }, data: { expiresAt: new Date(0) } });
  expect(await forge(token)).toMatchObject({ status: 401, result: false, stored: [], reason: "expired" });
  expect(await resultOf(launchId)).toEqual(nothingYet);
});

test("a trainer's try-out stores nothing, whatever it reports", async () => {
  const { launchId } = await launch();
  const before = await db.runRecord.count();
  const { token } = await openTryout(hostile.author, hostile.stored.id, "en");
  expect(await forge(token)).toMatchObject({ status: 200, result: true });
  expect(await db.runRecord.count()).toBe(before);
  expect(await resultOf(launchId)).toEqual(nothingYet);
});

test("a try-out's token of one's own making stores nothing and opens nothing", async () => {
  const statement = {
    packageVersionId: hostile.stored.id,
    actorId: learner.id,
    language: "en",
    expiresAt: 8e15,
  };
  const token = `tryout.${Buffer.from(JSON.stringify(statement) + "x".repeat(16)).toString("base64url")}`;
  expect(await forge(token)).toMatchObject({ status: 404, result: false });
  expect((await fetch(`${content()}/run/${token}/boot`)).status).toBe(404);
});

test("the token of an attempt that has ended does not touch the one under way", async () => {
  const ended = await launch();
  const current = await launch({ isNewAttempt: true });
  expect(await forge(ended.token)).toMatchObject({ status: 409, reason: "superseded" });
  expect(await resultOf(current.launchId)).toEqual(nothingYet);
});

test("records sealed by somebody else, or meant for another number, are not taken", async () => {
  const { launchId } = await launch();
  const another = await launch({ isNewAttempt: true });
  const boot = (await (await fetch(`${content()}/run/${another.token}/boot`)).json()) as { sealKey: string };
  const { fromBase64 } = await import("#app/platform/sealed.ts");
  const { seal } = await import("#app/players/sealed.ts");
  const record = {
    seq: 7,
    at: 0,
    activity: "hostile",
    kind: "set" as const,
    element: "cmi.core.lesson_status",
    value: "passed",
  };
  const key = fromBase64(boot.sealKey);
  const boxes = [
    { launchId, seq: 7, box: seal(key, launchId, record) },
    { launchId, seq: 7, box: seal(key, another.launchId, record) },
    { launchId: another.launchId, seq: 8, box: seal(key, another.launchId, record) },
    { launchId, seq: 7, box: "" },
    { launchId, seq: 7, box: "AAAA" },
    { launchId: "__proto__", seq: 7, box: seal(key, launchId, record) },
  ];
  for (const { box, seq, ...launched } of boxes) {
    const response = await fetch(`${content()}/run/deliveries`, {
      method: "POST",
      body: JSON.stringify({ launches: [{ ...launched, sealed: [{ seq, box }] }] }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ launches: [{ stored: [] }] });
  }
  expect(await db.runRecord.count({ where: { launchId: { in: [launchId, another.launchId] } } })).toBe(0);
});

test("launches are opened by the learner's own pages only", async () => {
  const { startSession } = await import("#app/identity/session.server.ts");
  const [cookie = ""] = (await startSession(learner.id)).split(";");
  const address = `${process.env.APP_ORIGIN}/learn/${hostile.courseSlug}/packages/${hostile.activityId}/launches`;
  for (const origin of [content(), "null", "https://example.org"]) {
    const response = await fetch(address, {
      method: "POST",
      headers: { Cookie: cookie, Origin: origin, "Content-Type": "application/json" },
      body: JSON.stringify({ newAttempt: 2, isTakeOver: true }),
    });
    expect(response.status).toBe(403);
  }
});

test("the content origin knows no page of the application, and the application no address of packages", async () => {
  for (const path of [
    "/",
    "/learn",
    "/sign-in",
    "/admin",
    "/uploads",
    "/health.json",
    "/__manifest",
    "/assets",
  ]) {
    const response = await fetch(`${content()}${path}`, { redirect: "manual" });
    expect(response.status, path).toBe(404);
    expect(response.headers.get("Set-Cookie")).toBeNull();
  }
  const { token, shellUrl } = await launch();
  for (const path of [new URL(shellUrl).pathname, `/run/${token}/boot`]) {
    expect((await fetch(`${process.env.APP_ORIGIN}${path}`)).status, path).toBe(404);
  }
});

test("no answer of the content origin is without a policy", async () => {
  const { token } = await launch();
  for (const path of [
    "/",
    "/shell/none",
    `/shell/${token}`,
    `/run/${token}/boot`,
    "/run/none",
    "/files/none/x",
    "/player/x",
    "/h5p/x",
  ]) {
    const { headers } = await fetch(`${content()}${path}`);
    expect(headers.get("Content-Security-Policy"), path).toContain("default-src");
    expect(headers.get("Referrer-Policy"), path).toBe("no-referrer");
    expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
  }
});
