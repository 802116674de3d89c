import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Upload as TusUpload } from "tus-js-client";
import { afterAll, beforeAll, expect, test } from "vitest";

import { addDraftMedium } from "#app/authoring/draft-media.server.ts";
import { draftMediaPage, submitMedia } from "#app/authoring/draft-media-page.server.ts";
import { mediaQuota } from "#app/authoring/media-room.server.ts";
import { beginDraft } from "#app/authoring/draft.server.ts";
import { maxWaiting } from "#app/authoring/foreign-course/foreign-limits.ts";
import { checkPackage } from "#app/authoring/jobs.ts";
import { checkUpload } from "#app/authoring/upload-check.server.ts";
import { tidyUploads } from "#app/authoring/upload-sweep.server.ts";
import { maxPackagesWaiting } from "#app/authoring/upload-limits.ts";
import { uploadPath, uploadsDirectory } from "#app/authoring/upload-files.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { maxArchiveBytes } from "#app/library/package-limits.ts";
import { db } from "#app/platform/db.server.ts";
import { hours } from "#app/platform/clock.ts";
import { queueOf } from "#app/platform/queue.server.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";
import { type Answer, headersOf, send, startUploadServer } from "#tests/builders/upload-server.ts";
import { endWorker, startWorker } from "#tests/builders/worker.ts";

let site: Awaited<ReturnType<typeof startUploadServer>>;
beforeAll(async () => {
  site = await startUploadServer();
});
afterAll(() => site.stop());

const metadata = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");

async function begin(actor: Actor | null, bytes: number, fields: Record<string, string> = {}) {
  const answer = (await send(`${site.origin}/uploads`, "POST", {
    ...(await headersOf(actor)),
    "Upload-Length": String(bytes),
    "Upload-Metadata": metadata({ filename: "course.zip", ...fields }),
  })) as Answer;
  return { status: answer.status, url: `${site.origin}${answer.headers.location}`, id: idIn(answer) };
}

function idIn({ headers }: Answer) {
  return headers.location?.split("/").at(-1) ?? "";
}

async function patch(actor: Actor | null, url: string, offset: number, body: Buffer, cutAfter?: number) {
  const headers = {
    ...(await headersOf(actor)),
    "Upload-Offset": String(offset),
    "Content-Type": "application/offset+octet-stream",
    "Content-Length": String(body.length),
  };
  return send(url, "PATCH", headers, body, cutAfter);
}

async function offsetOf(actor: Actor, url: string) {
  const answer = (await send(url, "HEAD", await headersOf(actor))) as Answer;
  return answer.status === 200 ? Number(answer.headers["upload-offset"]) : answer.status;
}

const filesLeft = () => (existsSync(uploadsDirectory()) ? readdirSync(uploadsDirectory()) : []);

test("an upload whose line was cut goes on where it stopped, and becomes one package that waits for its check", async () => {
  const vera = await trainer();
  const content = randomBytes(3_000_000);
  const { url, id } = await begin(vera, content.length, { filename: "C:\\courses\\Safety.zip" });
  expect(await patch(vera, url, 0, content, 1_000_000)).toBe("cut");
  await expect.poll(() => offsetOf(vera, url)).toBeGreaterThan(0);

  const headers = await headersOf(vera);
  await new Promise<void>((onSuccess, onError) => {
    new TusUpload(content, {
      uploadUrl: url,
      headers: { Cookie: headers.Cookie ?? "", Origin: headers.Origin ?? "" },
      chunkSize: 500_000,
      onSuccess: () => onSuccess(),
      onError,
    }).start();
  });

  const version = await db.packageVersion.findUniqueOrThrow({ where: { id }, include: { package: true } });
  expect(version).toMatchObject({ state: "received", number: 1, fileName: "Safety.zip" });
  expect(version.package.ownerId).toBe(vera.id);
  expect(await queueOf(checkPackage.name).getJob(id)).toBeDefined();
  expect(readFileSync(uploadPath(id)).equals(content)).toBe(true);
});

test("an upload is there for the person who began it, and for nobody else", async () => {
  const [vera, mira, ana] = [await trainer(), await trainer(), await learner()];
  const { url } = await begin(vera, 10);
  for (const [who, status] of [
    [mira, 404],
    [ana, 404],
    [null, 401],
  ] as const) {
    for (const method of ["HEAD", "DELETE"]) {
      expect((await send(url, method, await headersOf(who))) as Answer, method).toMatchObject({ status });
    }
    expect(await patch(who, url, 0, Buffer.alloc(10))).toMatchObject({ status });
  }
  expect(await offsetOf(vera, url)).toBe(0);
});

test("learners, strangers and other sites begin no upload", async () => {
  const before = filesLeft().length;
  expect(await begin(await learner(), 10)).toMatchObject({ status: 403 });
  expect(await begin(null, 10)).toMatchObject({ status: 401 });
  const vera = await headersOf(await trainer());
  const fromElsewhere = { ...vera, Origin: "https://elsewhere.example", "Upload-Length": "10" };
  expect(await send(`${site.origin}/uploads`, "POST", fromElsewhere)).toMatchObject({ status: 403 });
  expect(filesLeft()).toHaveLength(before);
});

test("what is larger than a package may be, or of no size, is refused before a byte is sent", async () => {
  const vera = await trainer();
  const before = filesLeft().length;
  expect(await begin(vera, maxArchiveBytes + 1)).toMatchObject({ status: 413 });
  const unknownSize = { ...(await headersOf(vera)), "Upload-Defer-Length": "1" };
  expect(await send(`${site.origin}/uploads`, "POST", unknownSize)).toMatchObject({ status: 400 });
  expect(filesLeft()).toHaveLength(before);
});

test("an upload takes no more bytes than it was announced with", async () => {
  const vera = await trainer();
  const { url, id } = await begin(vera, 10);
  expect(await patch(vera, url, 0, Buffer.alloc(11))).toMatchObject({ status: 413 });
  expect(await db.packageVersion.findUnique({ where: { id } })).toBeNull();
});

test("a cancelled upload leaves nothing behind", async () => {
  const vera = await trainer();
  const { url, id } = await begin(vera, 100);
  await patch(vera, url, 0, Buffer.alloc(50));
  expect(await send(url, "DELETE", await headersOf(vera))).toMatchObject({ status: 204 });
  expect(filesLeft().filter((name) => name.startsWith(id))).toEqual([]);
  expect(await offsetOf(vera, url)).toBe(404);
  expect(await db.packageVersion.findUnique({ where: { id } })).toBeNull();
});

test("who did not hear that all has arrived is told so later, also when the file is checked and gone", async () => {
  const vera = await trainer();
  const { url, id } = await begin(vera, 10);
  expect(await patch(vera, url, 0, Buffer.from("no package"))).toMatchObject({ status: 204 });
  await checkUpload(id);
  expect(filesLeft().filter((name) => name.startsWith(id))).toEqual([]);
  expect(await offsetOf(vera, url)).toBe(10);
  expect(await db.packageVersion.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "refused" });
});

test("a server that ended between the last byte and taking it in takes it in when the client asks", async () => {
  const vera = await trainer();
  const { url, id } = await begin(vera, 10);
  writeFileSync(uploadPath(id), Buffer.alloc(10));
  expect(await offsetOf(vera, url)).toBe(10);
  expect(await db.packageVersion.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "received" });
});

test("a new version goes to a package of one's own, not to another's", async () => {
  const vera = await trainer();
  const first = await begin(vera, 10);
  await patch(vera, first.url, 0, Buffer.alloc(10));
  const second = await begin(vera, 10, { package: first.id });
  await patch(vera, second.url, 0, Buffer.alloc(10));
  expect(await db.packageVersion.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({
    packageId: first.id,
    number: 2,
  });
  expect(await begin(await trainer(), 10, { package: first.id })).toMatchObject({ status: 404 });
});

test("a file for a course's next version goes on where its line was cut, and waits until its trainer takes it in", async () => {
  const { vera } = await taughtCourse();
  await beginDraft(vera, courseSlug);
  const film = Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42"), randomBytes(2_000_000)]);
  const { url, id } = await begin(vera, film.length, { filename: "Film.mp4", draft: courseSlug });
  expect(await patch(vera, url, 0, film, 1_000_000)).toBe("cut");
  await expect.poll(() => offsetOf(vera, url)).toBeGreaterThan(0);
  const take = async (actor: Actor) =>
    submitMedia(actor, courseSlug, { fields: { intent: "take", upload: id }, files: new Map() });
  expect(await take(vera)).toMatchObject({ done: null, refusal: "media.lost" });
  const sent = (await offsetOf(vera, url)) ?? 0;
  expect(await patch(vera, url, sent, film.subarray(sent))).toMatchObject({ status: 204 });
  expect(await offsetOf(vera, url)).toBe(film.length);

  expect(await take(await administrator())).toMatchObject({ done: null, refusal: "media.lost" });
  expect(await take(vera)).toEqual({ done: "added", path: "media/film.mp4" });
  expect(filesLeft().filter((name) => name.startsWith(id))).toEqual([]);
  expect(await db.packageVersion.findUnique({ where: { id } })).toBeNull();
});

test("nothing is sent for a course that one does not teach, nor for more room than it has", async () => {
  const { vera } = await taughtCourse();
  await beginDraft(vera, courseSlug);
  expect(await begin(await trainer(), 10, { draft: courseSlug })).toMatchObject({ status: 404 });
  expect(await begin(await learner(), 10, { draft: courseSlug })).toMatchObject({ status: 403 });
  expect(await begin(vera, mediaQuota() + 1, { draft: courseSlug })).toMatchObject({ status: 413 });
});

/** A row that fills a course's media up to so many bytes. */
async function fillUpTo(courseId: string, left: number) {
  const { _sum: used } = await db.draftFile.aggregate({
    where: { courseId, path: { startsWith: "media/" } },
    _sum: { bytes: true },
  });
  const bytes = mediaQuota() - (used.bytes ?? 0) - left;
  await db.draftFile.create({ data: { courseId, path: "media/large.mp4", sha256: "0".repeat(64), bytes } });
}

const statusesOf = (begun: { status: number }[]) => begun.map(({ status }) => status).sort();

test("of files that are announced at once only as many begin as the course has room for, and that room is theirs", async () => {
  const { vera, slug, draft } = await smallDraft();
  const mira = await trainer();
  await addTrainer(await administrator(), slug, mira.id);
  const film = Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42"), randomBytes(99_988)]);
  await fillUpTo(draft.course.courseId, 3 * film.length);
  const begun = await Promise.all(
    Array.from({ length: 8 }, (_, count) =>
      begin(count % 2 ? vera : mira, film.length, { filename: "Film.mp4", draft: slug }).then((one) => ({
        ...one,
        by: count % 2 ? vera : mira,
      })),
    ),
  );
  expect(statusesOf(begun)).toEqual([201, 201, 201, 413, 413, 413, 413, 413]);
  const [first, second] = begun.filter(({ status }) => status === 201);
  if (!first || !second) throw new Error("none begun");
  expect(await draftMediaPage(vera, slug, "en")).toMatchObject({ onTheirWay: 3 * film.length });

  const path = join(uploadsDirectory(), "..", `${slug}.mp4`);
  writeFileSync(path, Buffer.concat([film.subarray(0, 50_000), Buffer.alloc(10)]));
  const addAtOnce = () => addDraftMedium(vera, draft, { name: "small.mp4", path });
  expect(await addAtOnce()).toEqual({ refusal: "media.quotaFull" });
  expect(await patch(first.by, first.url, 0, film)).toMatchObject({ status: 204 });
  const take = { fields: { intent: "take", upload: first.id }, files: new Map() };
  expect(await submitMedia(first.by, slug, take)).toMatchObject({ done: "added" });
  expect(await addAtOnce()).toEqual({ refusal: "media.quotaFull" });
  await send(second.url, "DELETE", await headersOf(second.by));
  expect(await addAtOnce()).toEqual({ path: "media/small.mp4" });
  expect(await begin(vera, film.length, { draft: slug })).toMatchObject({ status: 413 });
});

test.each([
  ["packages", {}, maxPackagesWaiting],
  ["courses of other platforms", { foreign: "yes" }, maxWaiting],
])("a person has only so many %s on their way, however many begin at once", async (_, fields, most) => {
  const [vera, mira] = [await trainer(), await trainer()];
  const begun = await Promise.all(Array.from({ length: most + 3 }, () => begin(vera, 10, fields)));
  expect(statusesOf(begun)).toEqual([...Array.from({ length: most }, () => 201), 422, 422, 422]);
  expect(await begin(mira, 10, fields)).toMatchObject({ status: 201 });
  const one = begun.find(({ status }) => status === 201);
  await send(one?.url ?? "", "DELETE", await headersOf(vera));
  expect(await begin(vera, 10, fields)).toMatchObject({ status: 201 });
  expect(await begin(vera, 10, fields)).toMatchObject({ status: 422 });
});

test("a package that waits for its check is one of those that a person may have, until it is checked", async () => {
  const vera = await trainer();
  const begun = [];
  for (let count = 0; count < maxPackagesWaiting; count += 1) begun.push(await begin(vera, 10));
  const [first] = begun;
  await patch(vera, first?.url ?? "", 0, Buffer.from("no package"));
  expect(await begin(vera, 10)).toMatchObject({ status: 422 });
  await checkUpload(first?.id ?? "");
  expect(await begin(vera, 10)).toMatchObject({ status: 201 });
});

test("an upload of which nothing has come is deleted after an hour, so that it keeps no room", async () => {
  const vera = await trainer();
  const [empty, begun] = [await begin(vera, 10), await begin(vera, 10)];
  await patch(vera, begun.url, 0, Buffer.alloc(5));
  const before = new Date(Date.now() - hours(2));
  for (const { id } of [empty, begun])
    for (const path of [uploadPath(id), `${uploadPath(id)}.json`]) utimesSync(path, before, before);
  await tidyUploads();
  expect(await offsetOf(vera, empty.url)).toBe(404);
  expect(await offsetOf(vera, begun.url)).toBe(5);
});

test("uploads that nobody goes on with for a day are deleted, others stay; lost checks are asked for again", async () => {
  const vera = await trainer();
  const [given, underWay, received] = [await begin(vera, 10), await begin(vera, 10), await begin(vera, 10)];
  await patch(vera, received.url, 0, Buffer.alloc(10));
  await queueOf(checkPackage.name).remove(received.id);
  const yesterday = new Date(Date.now() - hours(25));
  for (const { id } of [given, received]) {
    for (const path of [uploadPath(id), `${uploadPath(id)}.json`]) utimesSync(path, yesterday, yesterday);
  }
  await tidyUploads();
  expect(await offsetOf(vera, given.url)).toBe(404);
  expect(filesLeft().some((name) => name.startsWith(given.id))).toBe(false);
  expect(await offsetOf(vera, underWay.url)).toBe(0);
  expect(existsSync(uploadPath(received.id))).toBe(true);
  expect(await queueOf(checkPackage.name).getJob(received.id)).toBeDefined();
});

test("an upload that was lost before its check is refused in words", async () => {
  const vera = await trainer();
  const { url, id } = await begin(vera, 10);
  await patch(vera, url, 0, Buffer.alloc(10));

  rmSync(uploadPath(id));
  await checkUpload(id);
  expect(await db.packageVersion.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "refused",
    refusal: { key: "authoring.uploadLost" },
  });
});

test("the worker checks what has arrived, in a process of its own", { timeout: 180_000 }, async () => {
  const vera = await trainer();
  const { url, id } = await begin(vera, 10);
  await patch(vera, url, 0, Buffer.from("no package"));
  const worker = startWorker();
  await expect
    .poll(async () => (await db.packageVersion.findUniqueOrThrow({ where: { id } })).state, {
      timeout: 150_000,
    })
    .toBe("refused");
  await expect.poll(() => filesLeft().some((name) => name.startsWith(id)), { timeout: 10_000 }).toBe(false);
  await endWorker(worker, "SIGTERM");
});
