import { expect, test } from "vitest";

import { outlinePage } from "#app/authoring/draft-outline.server.ts";
import { publishDraft } from "#app/authoring/draft-publication.server.ts";
import { beginDraft, readDraftText, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import { newCoursePage, submitNewCourse } from "#app/authoring/new-course.server.ts";
import { originalPage, takeOriginal } from "#app/authoring/transfer/original.server.ts";
import { sharedLessonPage, submitSharedLesson } from "#app/authoring/transfer/shared-lesson.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { newId } from "#app/platform/id.ts";
import { uploadedPackage } from "#tests/builders/packages.ts";
import { trainer } from "#tests/builders/people.ts";

async function newCourse(by: Actor, title: string, more: Record<string, string> = {}): Promise<string> {
  const form = { way: "template", publication: newId(), title, ...more };
  const made = await submitNewCourse(by, form);
  return "slug" in made ? made.slug : "";
}

const publish = (by: Actor, slug: string) =>
  publishDraft(by, slug, { publication: newId(), learners: "stay", anyway: "yes" });

test("a copy of a lesson is told when its original has changed, and takes its text", async () => {
  const vera = await trainer();
  const [from, to] = [await newCourse(vera, "Original"), await newCourse(vera, "Copy")];
  const { lessons } = await sharedLessonPage(vera, to, from, "en");
  expect(lessons.map(({ id }) => id)).toEqual(["listening", "notes"]);
  expect(await submitSharedLesson(vera, to, { from })).toEqual({ lesson: "transfer.lessonMissing" });
  expect(await submitSharedLesson(vera, to, { from, lesson: "listening" })).toBeNull();
  const copy = async () => {
    const { steps } = await outlinePage(vera, to, "en");
    return steps.find(({ id }) => id === "listening-2");
  };
  expect(await copy()).toMatchObject({ title: "Listen first", original: "same" });

  const path = "lessons/listening/en.md";
  await beginDraft(vera, from);
  const text = "::page[Now]{#now}\n\nThe original says something else.\n";
  const before = await readDraftText(await requireDraft(vera, from), path);
  await writeDraftText(vera, await requireDraft(vera, from), path, { text, basis: before?.basis ?? null });
  expect((await publish(vera, from)).faults).toEqual([]);
  expect(await copy()).toMatchObject({ original: "changed" });

  const page = await originalPage(vera, to, "listening-2", "en");
  expect(page).toMatchObject({ hasChanged: true, originTitle: "Original" });
  expect(JSON.stringify(page.texts)).toContain(`"original"`);
  await expect(takeOriginal(vera, to, "listening-2", { basis: "another" })).rejects.toMatchObject({
    key: "drafts.writtenMeanwhile",
  });
  await takeOriginal(vera, to, "listening-2", { basis: page.basis });
  const taken = await readDraftText(await requireDraft(vera, to), "lessons/listening-2/en.md");
  expect(taken?.text).toBe(text);
  expect(await copy()).toMatchObject({ original: "same" });
  expect((await publish(vera, to)).faults).toEqual([]);
});

test("nobody takes a lesson from a course, or into one, that she does not teach", async () => {
  const vera = await trainer();
  const [own, foreign] = [await newCourse(vera, "Own"), await newCourse(await trainer(), "Foreign")];
  const notes = { lesson: "notes" };
  await expect(submitSharedLesson(vera, own, { from: foreign, ...notes })).rejects.toMatchObject({
    status: 404,
  });
  await expect(submitSharedLesson(vera, foreign, { from: own, ...notes })).rejects.toMatchObject({
    status: 404,
  });
});

test("a course is made around a package, with a survey after its certificate", async () => {
  const vera = await trainer();
  const { packageId } = await uploadedPackage(vera);
  const { packages } = await newCoursePage(vera, "en");
  expect(packages.map(({ value }) => value)).toEqual([`${packageId}:1`]);
  const form = { way: "package", publication: newId(), title: "Passwords", "language_sr-Cyrl": "yes" };
  expect(await submitNewCourse(vera, form)).toMatchObject({ errors: { package: "outline.packageMissing" } });
  const slug = await newCourse(vera, "Passwords", { ...form, package: `${packageId}:1` });
  expect((await getCurrentCourse(slug)).structure.course.outline).toMatchObject([
    { kind: "package", required: true },
    { kind: "survey", after: ["certificate"] },
  ]);
  expect((await publish(vera, slug)).faults).toEqual([]);
});
