import { afterEach, expect, test } from "vitest";

import { removeDraftMedium } from "#app/authoring/draft-media.server.ts";
import { draftPage, lessonPath } from "#app/authoring/draft-pages.server.ts";
import {
  beginDraft,
  changeDraft,
  readDraftText,
  requireDraft,
  writeDraftText,
} from "#app/authoring/draft.server.ts";
import {
  cancelPublication,
  performPublication,
  planPublication,
  sweepPublications,
} from "#app/authoring/planned-publication.server.ts";
import { submitPublication } from "#app/authoring/publication-intake.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { after, clock, days, hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import { performMove } from "#app/certification/version-move.server.ts";
import { finishLessonPage } from "#app/certification/learner-steps.server.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { publishedUnits, unitCourse as courseSlug, unitLearner } from "#tests/builders/unit-course.ts";

const path = lessonPath("reading", "en");
const now = clock.now;
afterEach(() => {
  clock.now = now;
});

const later = (milliseconds: number) => {
  clock.now = () => new Date(now().getTime() + milliseconds);
};

async function draftOf(sentence = "A sentence that was not there.") {
  await publishedUnits();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  await db.courseDraft.deleteMany();
  await beginDraft(vera, courseSlug);
  await write(vera, sentence);
  return vera;
}

async function write(vera: Actor, sentence: string) {
  const draft = await requireDraft(vera, courseSlug);
  const before = await readDraftText(draft, path);
  if (!before) throw new Error("no lesson");
  const text = before.text.replace(/(::page.*\n)/, `$1\n${sentence}\n`);
  return writeDraftText(vera, draft, path, { text, basis: before.basis });
}

const plan = (vera: Actor, publishAt: Date, publication = newId()) =>
  planPublication(vera, courseSlug, { publication, learners: "stay", anyway: "yes", publishAt });

const fine = { faults: [], warnings: [], untriedLinks: 0 };

test("a planned version is published once when its time has come, also when its job is lost, and nobody writes in it until then", async () => {
  const vera = await draftOf();
  const before = await getCurrentCourse(courseSlug);
  const publication = newId();
  expect(await plan(vera, after(hours(2)), publication)).toEqual(fine);
  expect((await draftPage(vera, courseSlug, "en")).draft?.plan).toMatchObject({ isRefused: false });

  const frozen = { key: "publishing.frozen" };
  const draft = await requireDraft(vera, courseSlug);
  await expect(write(vera, "Another one.")).rejects.toMatchObject(frozen);
  await expect(changeDraft(vera, draft, async (parts) => ({ parts }))).rejects.toMatchObject(frozen);
  await expect(removeDraftMedium(vera, draft, "media/none.png")).rejects.toMatchObject(frozen);

  await performPublication(publication);
  await sweepPublications();
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(before.versionId);
  later(hours(3));
  await Promise.all([performPublication(publication), sweepPublications()]);
  await performPublication(publication);
  const current = await getCurrentCourse(courseSlug);
  expect(current.versionId).toBe(publication);
  expect(current.number).toBe(before.number + 1);
  expect((await draftPage(vera, courseSlug, "en")).draft).toBeNull();
});

test("what is wrong by its time stops it: it is not published, the trainers are told once, and can write again", async () => {
  const vera = await draftOf();
  const before = await getCurrentCourse(courseSlug);
  const publication = newId();
  await plan(vera, after(hours(1)), publication);
  // As if the checks had become stricter, or a file were damaged.
  await db.draftFile.update({
    where: { courseId_path: { courseId: before.courseId, path } },
    data: { text: "::page[First page]{#first}\n\nSee [this](nowhere).\n" },
  });
  later(hours(2));
  await performPublication(publication);
  await sweepPublications();
  await performPublication(publication);
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(before.versionId);
  const mails = await db.outgoingMail.findMany({ where: { template: "plan-refused", recipientId: vera.id } });
  expect(mails).toHaveLength(1);
  expect(JSON.stringify(mails)).not.toContain("nowhere");
  expect(await write(vera, "Written again.")).toMatchObject({ basis: expect.any(String) });
});

test("a plan can be changed and given up; the job of what was planned before finds nothing", async () => {
  const vera = await draftOf();
  const before = await getCurrentCourse(courseSlug);
  const [first, second] = [newId(), newId()];
  await plan(vera, after(hours(1)), first);
  await plan(vera, after(hours(5)), second);
  later(hours(2));
  await performPublication(first);
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(before.versionId);
  await cancelPublication(vera, courseSlug);
  await cancelPublication(vera, courseSlug);
  later(hours(6));
  await performPublication(second);
  await sweepPublications();
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(before.versionId);
  expect(await write(vera, "Written again.")).toMatchObject({ basis: expect.any(String) });
});

test("a form with a time that is missing, past or too far is answered at its field, and with faults nothing is planned", async () => {
  const vera = await draftOf("See [this](nowhere).");
  const form = (publishAt: string, intent = "plan") =>
    submitPublication(vera, courseSlug, { intent, publication: newId(), learners: "stay", publishAt });
  const local = (milliseconds: number) => localOfInstant(after(milliseconds));
  for (const [given, fault] of [
    ["", "publishing.timeMissing"],
    [local(-hours(1)), "publishing.timePast"],
    [local(days(400)), "publishing.timeFar"],
    ["tomorrow", "quizzes.timeWrong"],
  ] as const) {
    expect((await form(given)).errors).toEqual({ publishAt: fault });
  }
  // "Enter" in the field of the time does not publish at once.
  expect((await form(local(hours(1)), "publish")).errors).toEqual({ publishAt: "publishing.timeGiven" });
  const { check } = await form(local(hours(1)));
  expect(check?.faults).toMatchObject([{ key: "faults.linkNowhere" }]);
  expect((await draftPage(vera, courseSlug, "en")).draft?.plan).toBeNull();
});

test("with a plan goes what becomes of learners: they are moved when it is published, and keep what is the same", async () => {
  const vera = await draftOf();
  const ana = await unitLearner();
  const { structure } = await getCurrentCourse(courseSlug);
  for (const page of structure.lessons.reading?.pages ?? [])
    await finishLessonPage(ana, courseSlug, "reading", page);
  const publication = newId();
  await planPublication(vera, courseSlug, {
    publication,
    learners: "require",
    moveAt: after(days(2)),
    publishAt: after(hours(1)),
    anyway: "yes",
  });
  const { courseId } = await getCurrentCourse(courseSlug);
  const versionOf = async () =>
    (await db.enrolment.findFirstOrThrow({ where: { userId: ana.id } })).courseVersionId;
  later(hours(2));
  await performPublication(publication);
  await performMove(courseId);
  expect(await versionOf()).not.toBe(publication);
  later(days(3));
  await performMove(courseId);
  expect(await versionOf()).toBe(publication);
  const { steps } = await courseOutline(ana, courseSlug, "en");
  expect(steps.map(({ id, state }) => [id, state])).toEqual([
    ["exercise", "open"],
    ["reading", "done"],
  ]);
});
