import { expect, test } from "vitest";
import { parse } from "yaml";

import { outlinePage, submitOutline } from "#app/authoring/draft-outline.server.ts";
import { publishDraft } from "#app/authoring/draft-publication.server.ts";
import {
  beginDraft,
  draftFolder,
  findDraft,
  readDraftText,
  requireDraft,
} from "#app/authoring/draft.server.ts";
import { mediaQuota } from "#app/authoring/media-room.server.ts";
import { submitStep } from "#app/authoring/draft-step.server.ts";
import { submitNewCourse } from "#app/authoring/new-course.server.ts";
import { submitSharedLesson } from "#app/authoring/transfer/shared-lesson.server.ts";
import { moveStep, moveStepPage } from "#app/authoring/transfer/step-move.server.ts";
import { removeUpload } from "#app/authoring/upload-files.server.ts";
import { beginUpload } from "#app/authoring/upload.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { getCurrentCourse, getLessonPages } from "#app/library/published-course.server.ts";
import { questionsOfCourse } from "#app/assessment/course-questions.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { courseSlug, publishedCourse } from "#tests/builders/course.ts";
import { uploadedPackage } from "#tests/builders/packages.ts";
import { administrator, trainer } from "#tests/builders/people.ts";

async function newCourse(by: Actor, title: string): Promise<string> {
  const form = { way: "template", publication: newId(), title, "language_sr-Cyrl": "yes" };
  const made = await submitNewCourse(by, form);
  return "slug" in made ? made.slug : "";
}

const idsIn = async (by: Actor, slug: string) =>
  (await outlinePage(by, slug, "en")).steps.map(({ id }) => id);

async function publish(by: Actor, slug: string) {
  return publishDraft(by, slug, { publication: newId(), learners: "stay", anyway: "yes" });
}

test("nothing is moved into a course that has no room for its pictures, nor for what is being sent there", async () => {
  await publishedCourse();
  const by = await administrator();
  const other = await newCourse(by, "Full");
  await beginDraft(by, courseSlug);
  const room = await requireDraft(by, other);
  const picture = { courseId: room.course.courseId, path: "media/large.png", sha256: "0".repeat(64) };
  await db.draftFile.create({ data: { ...picture, bytes: mediaQuota() - 10_000_000 } });
  const faultOf = async () => (await moveStepPage(by, courseSlug, "accounts", other, "en")).preview?.fault;
  const upload = { id: newId(), fileName: "film.mp4", bytes: 10_000_000 };
  expect(await faultOf()).toBeNull();
  await beginUpload(by, { ...upload, purpose: { kind: "medium", course: other } });
  expect(await faultOf()).toBe("transfer.noRoom");
  await expect(moveStep(by, courseSlug, "accounts", { to: other })).rejects.toThrow("transfer.noRoom");
  expect(await idsIn(by, courseSlug)).toContain("accounts");
  expect(await submitSharedLesson(by, other, { from: courseSlug, lesson: "accounts" })).toEqual({
    lesson: "transfer.noRoomHere",
  });
  await removeUpload(upload.id);
  expect(await submitSharedLesson(by, other, { from: courseSlug, lesson: "accounts" })).toBeNull();
});

test("a lesson goes to another course with its pictures, sources and questions, and runs there", async () => {
  await publishedCourse();
  const by = await administrator();
  const other = await newCourse(by, "Another");
  await beginDraft(by, courseSlug);
  const { preview, waiting } = await moveStepPage(by, courseSlug, "accounts", other, "en");
  expect(preview).toMatchObject({ fault: null, questions: 1, languagesMissing: [] });
  expect(preview?.languagesLeft).toContain("Македонски");
  expect(waiting).toHaveLength(1);

  expect(await moveStep(by, courseSlug, "accounts", { to: other })).toBe(other);
  expect(await idsIn(by, courseSlug)).not.toContain("accounts");
  const here = [...(await draftFolder(await requireDraft(by, courseSlug))).keys()];
  expect(here.filter((path) => path.startsWith("lessons/accounts/"))).toEqual([]);
  expect(await idsIn(by, other)).toContain("accounts");
  expect(await publish(by, other)).toMatchObject({ faults: [], warnings: [] });

  const { versionId, structure } = await getCurrentCourse(other);
  const checks = await questionsOfCourse(versionId, "check");
  expect(checks.map(({ question }) => question.lesson)).toEqual(["accounts"]);
  const lesson = await getLessonPages(versionId, "accounts", "sr-Cyrl");
  expect(lesson.isFallback).toBe(false);
  const html = JSON.stringify(lesson.pages);
  expect(html).toContain("/media/");
  expect(Object.keys(structure.course.sources)).toContain("F66");
});

test("a quiz goes with copies of its questions, a package with its files; names that are taken become others", async () => {
  const vera = await trainer();
  const [from, to] = [await newCourse(vera, "One"), await newCourse(vera, "Two")];
  const { packageId } = await uploadedPackage(vera);
  for (const slug of [from, to]) {
    await submitOutline(vera, slug, { intent: "package", package: `${packageId}:1` });
  }
  await moveStep(vera, from, "safe-passwords", { to });
  await moveStep(vera, from, "quiz", { to });
  expect(await idsIn(vera, to)).toEqual([
    "listening",
    "notes",
    "quiz",
    "safe-passwords",
    "safe-passwords-2",
    "quiz-2",
    "satisfaction",
  ]);
  expect(await idsIn(vera, from)).toEqual(["listening", "notes", "satisfaction"]);
  expect(await publish(vera, to)).toMatchObject({ faults: [], warnings: [] });
  const yaml = await readDraftText(await requireDraft(vera, from), "course.yaml");
  expect((parse(yaml?.text ?? "") as { outline: object[] }).outline).toHaveLength(3);
});

test("the draft of the other course is begun; a survey stays, and nobody moves what is not hers", async () => {
  const vera = await trainer();
  const [from, to] = [await newCourse(vera, "Three"), await newCourse(vera, "Four")];
  await publish(vera, to);
  expect(await findDraft(vera, to)).toBeNull();
  await expect(moveStep(vera, from, "satisfaction", { to })).rejects.toThrow();
  expect(await idsIn(vera, from)).toContain("satisfaction");
  const foreign = await newCourse(await trainer(), "Hers");
  await expect(moveStep(vera, from, "notes", { to: foreign })).rejects.toThrow();
  await expect(moveStep(await trainer(), from, "notes", { to })).rejects.toThrow();
  expect(await idsIn(vera, from)).toContain("notes");

  await moveStep(vera, from, "notes", { to });
  expect(await idsIn(vera, to)).toEqual(["listening", "notes", "quiz", "notes-2", "satisfaction"]);
});

test("the last step that learners see stays, and she is told why", async () => {
  const vera = await trainer();
  const [from, to] = [await newCourse(vera, "Here"), await newCourse(vera, "There")];
  for (const id of ["satisfaction", "quiz", "notes"]) {
    await submitStep(vera, from, id, { intent: "hide" });
  }
  expect((await moveStepPage(vera, from, "notes", to, "en")).whyStays).toBeNull();
  expect((await moveStepPage(vera, from, "listening", to, "en")).whyStays).toBe("outline.lastVisible");
  await expect(moveStep(vera, from, "listening", { to })).rejects.toThrow("outline.lastVisible");
});
