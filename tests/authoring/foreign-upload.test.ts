import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";

import { expect, test } from "vitest";

import { findDraft } from "#app/authoring/draft.server.ts";
import { maxWaiting } from "#app/authoring/foreign-course/foreign-limits.ts";
import {
  foreignCoursePage,
  foreignCoursesPage,
  sendForeignCourse,
  submitForeignCourse,
} from "#app/authoring/foreign-course/foreign-pages.server.ts";
import { refuseTooCostly } from "#app/authoring/foreign-course/foreign-upload.server.ts";
import { takeOver } from "#app/authoring/foreign-course/take-over.server.ts";
import { takeOverCourse } from "#app/authoring/jobs.ts";
import { tidyUploads } from "#app/authoring/upload-sweep.server.ts";
import { uploadPath, uploadsDirectory } from "#app/authoring/upload-files.server.ts";
import { beginUpload, receiveUpload } from "#app/authoring/upload.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { deactivatePerson } from "#app/identity/people.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { days, hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { queueOf } from "#app/platform/queue.server.ts";
import { cartridgeFiles, choiceItem, item, quizResource, webPage } from "#tests/builders/cartridges.ts";
import { sentCourse } from "#tests/builders/foreign-courses.ts";
import { h5pFiles } from "#tests/builders/h5p.ts";
import { backupFiles, contextOf, text } from "#tests/builders/moodle-backups.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { tarGz } from "#tests/builders/tar.ts";
import { endWorker, startWorker } from "#tests/builders/worker.ts";
import { zipBytes, zipped } from "#tests/builders/zip-bytes.ts";

const workshop = scratchFolder("take-over");

const cartridge = (title = "Safer phones") =>
  zipped(
    cartridgeFiles({
      title,
      items: item(
        "Week one",
        item("Begin", { ref: "p" }) + item("Check", { ref: "q" }) + item("Talk", { ref: "t" }),
      ),
      resources: [
        webPage("p", "<p>Lock the screen. <img src='../gone.png' alt='A lock'></p>"),
        quizResource("q", choiceItem("q1", "What now?") + choiceItem("q2", "And then?")),
        { id: "t", type: "imsdt_xmlv1p1", files: { "t.xml": "<topic><title>Talk</title></topic>" } },
      ],
    }),
  );

const sent = (actor: Actor, bytes = cartridge(), name?: string) => sentCourse(actor, bytes, name);

async function readBy(actor: Actor, bytes?: Buffer, name?: string) {
  const id = await sent(actor, bytes, name);
  await takeOver(id, workshop);
  return { id, page: await foreignCoursePage(actor, id) };
}

const choices = { intent: "make", title: "Phones that are safe", address: "safe-phones", language: "en" };
const filesOf = (id: string) => readdirSync(uploadsDirectory()).filter((name) => name.startsWith(id));

test("a trainer sees what becomes of a cartridge, chooses, and has a course with a draft that nobody is enrolled in", async () => {
  const vera = await trainer();
  const { id, page } = await readBy(vera);
  expect(page).toMatchObject({
    state: "ready",
    given: { title: "Safer phones", address: "safer-phones", language: "en" },
    preview: {
      kind: "common-cartridge",
      contents: [
        { kind: "lesson", title: "Week one", pages: 1 },
        { kind: "quiz", title: "Check", questions: 2 },
      ],
    },
  });
  const notes = page.preview?.changed.find(({ name }) => name === "Begin")?.notes;
  expect(notes?.map(({ key }) => key)).toContain("exchange.notePictureMissing");
  expect(page.leftOut).toMatchObject([
    { reason: { key: "authoring.foreignLeftDiscussion" }, parts: [{ name: "Talk" }], count: 1 },
  ]);

  expect(await submitForeignCourse(vera, id, choices)).toEqual({ done: "making" });
  // The form once more, and the job twice.
  expect(await submitForeignCourse(vera, id, choices)).toEqual({ done: "making" });
  await takeOver(id, workshop);
  await takeOver(id, workshop);
  expect(await foreignCoursePage(vera, id)).toMatchObject({ state: "made", course: "safe-phones" });
  const course = await getCurrentCourse("safe-phones");
  expect(course.structure.course.outline).toMatchObject([
    { id: "week-one", kind: "lesson" },
    { kind: "quiz" },
  ]);
  expect(await findDraft(vera, "safe-phones")).not.toBeNull();
  expect(
    await db.courseText.findMany({ where: { courseVersionId: course.versionId, language: "en" } }),
  ).toMatchObject([{ text: { course: { title: "Phones that are safe" } } }]);
  expect(await db.enrolment.count({ where: { course: { slug: "safe-phones" } } })).toBe(0);
  expect(filesOf(id)).toEqual([]);
});

test("H5P of a Moodle backup becomes a package of the course, and another language is chosen", async () => {
  const vera = await trainer();
  const h5p = zipped(h5pFiles());
  const { id, page } = await readBy(
    vera,
    tarGz(
      backupFiles({
        title: "Siguria",
        sections: [
          {
            id: 1,
            title: "Një",
            activities: [
              { id: 1, kind: "page", title: "Faqe", inner: text("content", "<p>Fjalë.</p>") },
              { id: 2, kind: "h5pactivity", title: "Ushtrim", inner: "" },
            ],
          },
        ],
        files: [
          {
            contextId: contextOf(2),
            component: "mod_h5pactivity",
            area: "package",
            name: "x.h5p",
            content: h5p,
          },
        ],
      }),
    ),
    "kursi.mbz",
  );
  expect(page.preview?.contents).toMatchObject([{ kind: "lesson" }, { kind: "package", title: "Ushtrim" }]);
  await submitForeignCourse(vera, id, { ...choices, title: "Siguria", address: "siguria", language: "sq" });
  await takeOver(id, workshop);
  const { structure, versionId } = await getCurrentCourse("siguria");
  expect(structure.course.languages).toEqual(["en", "sq"]);
  expect(structure.course.outline.map(({ kind }) => kind)).toEqual(["lesson", "package"]);
  expect(await db.coursePackage.count({ where: { courseVersionId: versionId } })).toBe(1);
});

test("what was sent is there for the person who sent it, and for nobody else; learners send nothing", async () => {
  const vera = await trainer();
  const { id } = await readBy(vera);
  for (const other of [await trainer(), await administrator()]) {
    await expect(foreignCoursePage(other, id)).rejects.toThrow(NotFoundError);
    await expect(submitForeignCourse(other, id, choices)).rejects.toThrow(NotFoundError);
    expect((await foreignCoursesPage(other)).uploads).toEqual([]);
  }
  const ana = await learner();
  await expect(foreignCoursesPage(ana)).rejects.toThrow(ForbiddenError);
  await expect(foreignCoursePage(ana, id)).rejects.toThrow(ForbiddenError);
  await expect(sent(ana)).rejects.toThrow(ForbiddenError);
});

test("an address that is wrong, reserved or taken is told at its field, and one that was taken meanwhile on the page", async () => {
  const vera = await trainer();
  const { id: first } = await readBy(vera, cartridge("Taken"));
  const { id: second } = await readBy(vera, cartridge("Taken"));
  const wrong = async (fields: Record<string, string>) =>
    submitForeignCourse(vera, first, { ...choices, ...fields });
  expect(await wrong({ address: "Two words" })).toMatchObject({
    errors: { address: "foreignCourse.addressForm" },
  });
  expect(await wrong({ address: "imports" })).toMatchObject({ errors: { address: "outline.addressTaken" } });
  expect(await wrong({ title: " ", language: "xx" })).toMatchObject({
    errors: { title: "authoring.titleMissing", language: "foreignCourse.languageMissing" },
    typed: { address: "safe-phones" },
  });

  for (const id of [first, second]) await submitForeignCourse(vera, id, { ...choices, address: "taken" });
  for (const id of [first, second]) await takeOver(id, workshop);
  expect(await foreignCoursePage(vera, first)).toMatchObject({ course: "taken" });
  expect(await foreignCoursePage(vera, second)).toMatchObject({
    state: "ready",
    refusal: { key: "outline.addressTaken" },
    given: { address: "taken-2" },
  });
  expect(await submitForeignCourse(vera, second, { ...choices, address: "taken" })).toMatchObject({
    errors: { address: "outline.addressTaken" },
  });
});

test("who was a trainer when she sent it and is none any more makes no course", async () => {
  const vera = await trainer();
  const { id } = await readBy(vera);
  await submitForeignCourse(vera, id, { ...choices, address: "no-more" });
  await deactivatePerson(await administrator(), vera.id);
  await takeOver(id, workshop);
  expect(await db.foreignUpload.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "refused" });
  expect(await db.course.findUnique({ where: { slug: "no-more" } })).toBeNull();
});

test.each([
  ["a name that leads out", zipBytes([{ name: "../../x", content: "x" }]), "packages.refusedTraversal"],
  [
    "an archive that swells",
    zipBytes([{ name: "imsmanifest.xml", content: Buffer.alloc(120 * 1024 ** 2) }]),
    "packages.refusedRatio",
  ],
  [
    "entities",
    zipped({ "imsmanifest.xml": '<!DOCTYPE m [<!ENTITY a "aa">]><manifest>&a;</manifest>' }),
    "packages.refusedEntities",
  ],
  ["something else", Buffer.from("hello"), "authoring.foreignRefusedUnknown"],
])("%s ends in a sentence, and its file is deleted", async (_, bytes, key) => {
  const vera = await trainer();
  const { id, page } = await readBy(vera, bytes);
  expect(page).toMatchObject({ state: "refused", refusal: { key } });
  expect(filesOf(id)).toEqual([]);
  expect(await submitForeignCourse(vera, id, { intent: "discard" })).toEqual({ done: "discarded" });
  await expect(foreignCoursePage(vera, id)).rejects.toThrow(NotFoundError);
});

test("a file that nothing can be made of says what is left out and why", async () => {
  const vera = await trainer();
  const only = cartridgeFiles({
    title: "Talks",
    items: item("M", item("Talk", { ref: "t" })),
    resources: [{ id: "t", type: "imsdt_xmlv1p1", files: { "t.xml": "<topic/>" } }],
  });
  const { page } = await readBy(vera, zipped(only));
  expect(page).toMatchObject({ state: "refused", refusal: { key: "authoring.foreignRefusedNothing" } });
  expect(page.leftOut.map(({ reason }) => reason.key)).toContain("authoring.foreignLeftDiscussion");
});

test("a person's files that wait are counted, also those that are still on their way; throwing one away makes room", async () => {
  const vera = await trainer();
  const ids: string[] = [];
  for (let count = 2; count < maxWaiting; count += 1) ids.push(await sent(vera));
  const upload = { id: newId(), fileName: "x.mbz", bytes: 5, purpose: { kind: "foreign" } as const };
  await beginUpload(vera, upload);
  const both = await Promise.allSettled([sent(vera), sent(vera)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  writeFileSync(uploadPath(upload.id), "hello");
  await receiveUpload(vera, upload);
  await receiveUpload(vera, upload);
  await expect(sent(vera)).rejects.toThrow("foreignCourse.tooMany");
  await submitForeignCourse(vera, upload.id, { intent: "discard" });
  await sent(vera);
  await expect(sent(vera)).rejects.toThrow("foreignCourse.tooMany");
});

test("without a file, and with one that is too large, the form says so", async () => {
  const vera = await trainer();
  expect(await sendForeignCourse(vera, { files: new Map() })).toEqual({
    errors: { file: "foreignCourse.fileMissing" },
  });
  const file = { name: "x", path: "", bytes: 1, sha256: "", isTooLarge: true };
  expect(await sendForeignCourse(vera, { files: new Map([["file", file]]) })).toEqual({
    errors: { file: "foreignCourse.plainTooLarge" },
  });
});

test("what takes too much time or memory is refused, once", async () => {
  const vera = await trainer();
  const id = await sent(vera);
  await refuseTooCostly(id);
  expect(await foreignCoursePage(vera, id)).toMatchObject({
    state: "refused",
    refusal: { key: "foreignCourse.refusedTooCostly" },
  });
  const { id: ready } = await readBy(vera);
  await refuseTooCostly(ready);
  expect(await foreignCoursePage(vera, ready)).toMatchObject({ state: "ready" });
});

test("after some days what nobody went on with is gone with its file; a lost job is asked for again", async () => {
  const vera = await trainer();
  const old = await sent(vera);
  const young = await sent(vera);
  const { changedAt } = await db.foreignUpload.findUniqueOrThrow({ where: { id: young } });
  await queueOf(takeOverCourse.name).remove(`${young}-${changedAt.getTime()}`);
  await db.foreignUpload.update({
    where: { id: old },
    data: { changedAt: new Date(Date.now() - days(4)) },
  });
  const yesterday = new Date(Date.now() - hours(25));
  for (const file of [...filesOf(old), ...filesOf(young)]) utimesSync(uploadPath(file), yesterday, yesterday);
  await tidyUploads();
  await expect(foreignCoursePage(vera, old)).rejects.toThrow(NotFoundError);
  expect(filesOf(old)).toEqual([]);
  expect(existsSync(uploadPath(young))).toBe(true);
  expect(await queueOf(takeOverCourse.name).getJob(`${young}-${changedAt.getTime()}`)).toBeDefined();
});

test("the worker reads what has arrived, in a process of its own", { timeout: 180_000 }, async () => {
  // What the tests before have left waiting.
  await db.foreignUpload.deleteMany();
  const vera = await trainer();
  const id = await sent(vera);
  const worker = startWorker();
  await expect
    .poll(async () => (await foreignCoursePage(vera, id)).state, { timeout: 150_000 })
    .toBe("ready");
  await expect.poll(() => filesOf(id), { timeout: 10_000 }).toEqual([id, `${id}.json`]);
  await endWorker(worker, "SIGTERM");
});
