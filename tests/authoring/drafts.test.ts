import { expect, test } from "vitest";
import { parse, stringify } from "yaml";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { checkDraft, publishDraft } from "#app/authoring/draft-publication.server.ts";
import { lessonView, draftPage, lessonPath, shownCheck } from "#app/authoring/draft-pages.server.ts";
import {
  beginDraft,
  discardDraft,
  readDraftText,
  requireDraft,
  writeDraftText,
} from "#app/authoring/draft.server.ts";
import { publishActivity } from "#app/authoring/publication.server.ts";
import { performMove } from "#app/certification/version-move.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { getCurrentCourse, getLessonPages } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { activityFormOf, uploadedPackage } from "#tests/builders/packages.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";

const lesson = "accounts";
const path = lessonPath(lesson, "en");

async function open(vera: Actor) {
  await beginDraft(vera, courseSlug);
  return requireDraft(vera, courseSlug);
}

async function rewrite(vera: Actor, change: (text: string) => string) {
  const draft = await requireDraft(vera, courseSlug);
  const before = await readDraftText(draft, path);
  if (!before) throw new Error("no lesson");
  return writeDraftText(vera, draft, path, { text: change(before.text), basis: before.basis });
}

/** Nothing stopped it. */
const published = { faults: [], warnings: [], untriedLinks: 0 };

const withSentence = (sentence: string) => (text: string) =>
  text.replace(/(::page.*\n)/, `$1\n${sentence}\n`);

async function firstPage(versionId: string): Promise<string> {
  return JSON.stringify((await getLessonPages(versionId, lesson, "en")).pages[0]);
}

async function publish(vera: Actor, learners: "stay" | "move" = "stay", publication = newId()) {
  return publishDraft(vera, courseSlug, { publication, learners, anyway: "yes" });
}

test("a lesson is rewritten and published: new learners get it, those under way stay or are moved", async () => {
  const { vera, course } = await taughtCourse();
  const by = await administrator();
  const [ana, mira] = [await learner(), await learner()];
  for (const { id } of [ana, mira]) await db.$transaction((tx) => enrol(tx, by, course, id));

  await open(vera);
  await rewrite(vera, withSentence("A sentence that was not there."));
  expect(await firstPage((await getCurrentCourse(courseSlug)).versionId)).not.toContain("was not there");
  expect(await publish(vera)).toEqual(published);

  const next = await getCurrentCourse(courseSlug);
  expect(next.label).toBe(course.label.replace(/\d+$/, (patch) => String(Number(patch) + 1)));
  expect(await firstPage(next.versionId)).toContain("was not there");
  expect(await firstPage(course.versionId)).not.toContain("was not there");
  const versionOf = async ({ id }: Actor) =>
    (await db.enrolment.findFirstOrThrow({ where: { userId: id } })).courseVersionId;
  expect(await versionOf(ana)).toBe(course.versionId);
  await open(vera);
  expect(await publish(vera, "move")).toEqual(published);
  await performMove(course.courseId);
  expect(await versionOf(ana)).toBe((await getCurrentCourse(courseSlug)).versionId);
  // Quizzes and packages are what they were, with all that was answered in them.
  const quizzesOf = (id: string) =>
    db.courseQuiz.findMany({ where: { courseVersionId: id }, select: { slug: true, quizVersionId: true } });
  const packagesOf = (id: string) =>
    db.coursePackage.findMany({
      where: { courseVersionId: id },
      select: { name: true, packageVersionId: true },
    });
  expect(await quizzesOf(next.versionId)).toEqual(await quizzesOf(course.versionId));
  expect(await packagesOf(next.versionId)).toEqual(await packagesOf(course.versionId));
});

test("what is wrong with a draft is listed by file and line, and nothing is published", async () => {
  const { vera } = await taughtCourse();
  await open(vera);
  const before = await getCurrentCourse(courseSlug);
  await rewrite(vera, withSentence("See [this](nowhere)."));
  const check = await checkDraft(vera, courseSlug);
  expect(check).toMatchObject({
    faults: [{ file: path, line: expect.any(Number), key: "faults.linkNowhere", values: { url: "nowhere" } }],
    warnings: [],
  });
  expect(await publish(vera)).toEqual(check);
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(before.versionId);
  const page = await lessonView(await requireDraft(vera, courseSlug), lesson, "en", "en");
  expect(page.faults).toEqual((await shownCheck(vera, courseSlug, check, "en")).faults);
  const inSerbian = await shownCheck(vera, courseSlug, check, "sr-Cyrl");
  expect(inSerbian.faults).toEqual([
    {
      place: expect.stringMatching(/^Лекција „.+”, страница „.+” \(English\), ред \d+:$/),
      to: `/teach/${courseSlug}/draft/lessons/${lesson}/en`,
      sentence: expect.stringContaining("Веза „nowhere” никуда не води."),
    },
  ]);
  await discardDraft(vera, courseSlug);
  expect(await draftPage(vera, courseSlug, "en")).toMatchObject({ draft: null });
});

test("what is wrong in the outline is said of the step by its title, with a link to it", async () => {
  const { vera } = await taughtCourse();
  const draft = await open(vera);
  const outline = await readDraftText(draft, "course.yaml");
  const course = parse(outline?.text ?? "");
  course.outline.find(({ id }: { id: string }) => id === "accounts-quiz").after = ["accounts-quiz"];
  await writeDraftText(vera, draft, "course.yaml", {
    text: stringify(course),
    basis: outline?.basis ?? null,
  });
  const { faults } = await shownCheck(vera, courseSlug, await checkDraft(vera, courseSlug), "en");
  expect(faults).toContainEqual({
    place: expect.stringMatching(/^The step “[A-Z].+”:$/),
    to: `/teach/${courseSlug}/draft/outline/accounts-quiz`,
    sentence: expect.stringMatching(/^The activity “[A-Z].+” waits for itself/),
  });
  const page = await draftPage(vera, courseSlug, "mk");
  expect(page.draft?.changes).toMatchObject([
    { what: "Содржината и правилата", to: `/teach/${courseSlug}/draft/outline`, by: vera.name },
  ]);
  await discardDraft(vera, courseSlug);
});

test("what should be looked at is asked once, and published all the same", async () => {
  const { vera, course } = await taughtCourse();
  await open(vera);
  await rewrite(vera, withSentence("A sentence that the Serbian lesson lacks."));
  const form = { publication: newId(), learners: "stay" as const };
  const asked = await publishDraft(vera, courseSlug, form);
  expect(asked.faults).toEqual([]);
  expect(asked.warnings).toMatchObject([
    { file: lessonPath(lesson, "sr-Cyrl"), key: "faults.sourceChanged", values: { from: "English" } },
  ]);
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(course.versionId);
  expect(await publishDraft(vera, courseSlug, { ...form, anyway: "yes" })).toEqual(published);
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(form.publication);
});

test("of two trainers who write at once, the second is shown what the first has saved", async () => {
  const { vera } = await taughtCourse();
  const rosa = await trainer();
  await addTrainer(await administrator(), courseSlug, rosa.id);
  const draft = await open(vera);
  const before = await readDraftText(draft, path);
  if (!before) throw new Error("no lesson");
  const mine = await writeDraftText(vera, draft, path, {
    text: `${before.text}\nVera's.\n`,
    basis: before.basis,
  });
  expect(mine).toMatchObject({ basis: expect.any(String) });
  const hers = await writeDraftText(rosa, draft, path, {
    text: `${before.text}\nRosa's.\n`,
    basis: before.basis,
  });
  expect(hers).toMatchObject({ by: vera.name, theirs: { text: `${before.text}\nVera's.\n` } });
  expect((await readDraftText(draft, path))?.text).toContain("Vera's");
  if (!("theirs" in hers)) throw new Error("not refused");
  const both = `${before.text}\nVera's.\nRosa's.\n`;
  expect(await writeDraftText(rosa, draft, path, { text: both, basis: hers.theirs.basis })).toHaveProperty(
    "basis",
  );
  // Saving again what is there already is no conflict, whatever it was written on.
  expect(await writeDraftText(vera, draft, path, { text: both, basis: before.basis })).toHaveProperty(
    "basis",
  );
  const { draft: page } = await draftPage(vera, courseSlug, "en");
  expect(page?.changes).toEqual([
    expect.objectContaining({ to: `/teach/${courseSlug}/draft/lessons/${lesson}/en`, by: rosa.name }),
  ]);
  await discardDraft(vera, courseSlug);
});

test("two who begin it get one draft, one who publishes twice one version", async () => {
  const { vera } = await taughtCourse();
  await Promise.all([beginDraft(vera, courseSlug), beginDraft(vera, courseSlug)]);
  await rewrite(vera, withSentence("Twice."));
  const before = await db.courseVersion.count();
  const publication = newId();
  const outcomes = await Promise.allSettled([
    publish(vera, "stay", publication),
    publish(vera, "stay", publication),
  ]);
  expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
  await publish(vera, "stay", publication);
  expect(await db.courseVersion.count()).toBe(before + 1);
});

test("while a draft is open nothing else becomes a version, and a course edited here keeps its folder's changes out", async () => {
  const { vera, folder } = await taughtCourse();
  await open(vera);
  const { packageId } = await uploadedPackage(vera);
  await expect(
    publishActivity(vera, { packageId, number: 1 }, courseSlug, activityFormOf({})),
  ).rejects.toMatchObject({ key: "drafts.openDraft" });
  const { appendFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  appendFileSync(join(folder, path), "\nFrom the disk.\n");
  expect(await importCourse(folder)).toMatchObject({ isNew: false, isEditedHere: true });
  await rewrite(vera, withSentence("From the browser."));
  expect(await publish(vera)).toEqual(published);
  expect(await importCourse(folder)).toMatchObject({ isNew: false, isEditedHere: true });
  expect(await firstPage((await getCurrentCourse(courseSlug)).versionId)).toContain("From the browser.");
});

test("a draft is its trainers' alone", async () => {
  const { vera } = await taughtCourse();
  await open(vera);
  const [stranger, ana] = [await trainer(), await learner()];
  for (const act of [requireDraft, beginDraft, discardDraft, checkDraft]) {
    await expect(act(stranger, courseSlug)).rejects.toMatchObject({ status: 404 });
    await expect(act(ana, courseSlug)).rejects.toMatchObject({ status: 403 });
  }
  await discardDraft(vera, courseSlug);
});
