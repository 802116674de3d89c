import { join } from "node:path";

import { afterEach, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";

import { changeStanding } from "#app/authoring/course-standing-change.server.ts";
import { exportPage } from "#app/authoring/export/export-page.server.ts";
import { usesInDraft } from "#app/authoring/draft-media.server.ts";
import { draftMediaPage, submitMedia } from "#app/authoring/draft-media-page.server.ts";
import { checkDraft } from "#app/authoring/draft-publication.server.ts";
import { stepPage, submitStep } from "#app/authoring/draft-step.server.ts";
import { submitTexts, textsPage } from "#app/authoring/draft-texts.server.ts";
import { beginDraft, readDraftText, requireDraft } from "#app/authoring/draft.server.ts";
import { placeQuiz } from "#app/authoring/quiz-placement.server.ts";
import { finishLessonPage, finishMaterial } from "#app/certification/learner-steps.server.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { openLessonPage } from "#app/learning/lesson-reading.server.ts";
import { openMaterial } from "#app/learning/material.server.ts";
import { hearOfPage } from "#app/learning/minimum-time.server.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import { enrolmentTable } from "#app/reporting/enrolment-table.server.ts";
import { clock, days, minutes, seconds } from "#app/platform/clock.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { exportedFiles } from "#tests/builders/exported.ts";
import { learner } from "#tests/builders/people.ts";
import { buildCourseRunner } from "#scripts/build-course-runner.ts";
import { enrolledIn, materialDraft, stepFields } from "#tests/builders/material-course.ts";

beforeAll(() => buildCourseRunner(join(import.meta.dirname, "../..")));

const { now } = clock;
afterEach(() => void (clock.now = now));

const noon = new Date("2027-03-01T12:00:00Z");
const at = (moment: Date, later = 0) => (clock.now = () => new Date(moment.getTime() + later));

test("a video, a file and a page elsewhere are added, described and published, and their learner says she saw them", async () => {
  const { vera, slug, add, save, publish } = await materialDraft();
  expect(await add({ intent: "video", video: "media/nothing.mp4" })).toMatchObject({
    errors: { video: "outline.videoMissing" },
  });
  expect(await add({ intent: "link", address: "http://example.org" })).toMatchObject({
    errors: { address: "outline.addressWrong" },
    typed: { address: "http://example.org" },
  });
  expect(await add({ intent: "video", video: "media/call.mp4" })).toEqual({ begun: "call" });
  expect(await add({ intent: "file", file: "media/first-steps.pdf" })).toEqual({ begun: "first-steps" });
  expect(await add({ intent: "link", address: "https://example.org/a?b=c" })).toEqual({
    begun: "example-org",
  });

  // Who does not hear it has nothing yet.
  expect((await checkDraft(vera, slug)).faults).toMatchObject([
    { file: "course.yaml", key: "faults.videoActivityWordless" },
  ]);
  const saved = {
    title_en: "A call",
    captions_en: "media/call.en.vtt",
    "transcript_sr-Cyrl": "Прво.\r\n\r\nДруго.",
  };
  expect(await save("call", saved)).toEqual({ done: "saved" });
  expect(await save("first-steps", { title_en: "First steps to print" })).toEqual({ done: "saved" });
  expect(await save("first-steps", { file_en: "" })).toMatchObject({
    errors: { file_en: "outline.fileMissing" },
  });
  expect(await publish()).toEqual([]);

  const ana = await enrolledIn(slug);
  const { view } = await openMaterial(ana, slug, "call", "sr-Latn");
  expect(view).toMatchObject({ captions: { language: "en" }, transcript: ["Prvo.", "Drugo."] });
  expect((await openMaterial(ana, slug, "first-steps", "en")).view).toMatchObject({ ending: "PDF" });
  const link = await openMaterial(ana, slug, "example-org", "en");
  expect(link.view).toMatchObject({ kind: "link", address: "https://example.org/a?b=c" });
  const stateOf = async (id: string) =>
    (await courseOutline(ana, slug, "en")).steps.find((step) => step.id === id)?.state;
  // Opened is not seen.
  expect(await stateOf("call")).toBe("started");
  expect(await finishMaterial(ana, slug, "call", "whole")).toEqual({ secondsLeft: 0 });
  expect(await stateOf("call")).toBe("done");
});

test("copies of a course have a page for each, the file itself, and say that days do not hold there", async () => {
  const { vera, slug, add, save, publish } = await materialDraft();
  await add({ intent: "video", video: "media/call.mp4" });
  await save("call", { captions_en: "media/call.en.vtt", transcript_en: "Good day." });
  await add({ intent: "file", file: "media/first-steps.pdf" });
  await add({ intent: "link", address: "https://example.org/page" });
  await save("example-org", { availableUntil: "2027-03-01", minimumMinutes: "3" });
  await publish();
  const files = await exportedFiles(slug, "offline");
  const page = (name: string) => files.get(`pages/${name}.html`)?.toString("utf8") ?? "";
  const media = [...files.keys()]
    .filter((path) => path.startsWith("media/"))
    .map((path) => path.split(".").pop());
  expect(media.sort()).toEqual(["mp4", "pdf", "vtt"]);
  expect(page("call")).toMatch(/<video[^>]* src="\.\.\/media\/[0-9a-f]{64}\.mp4"/);
  expect(page("first-steps")).toMatch(/<a href="\.\.\/media\/[0-9a-f]{64}\.pdf"/);
  expect(page("example-org")).toContain('href="https://example.org/page"');
  const { leftOut } = await exportPage(vera, slug, "en");
  expect(leftOut).toContainEqual({ kind: "timing", title: "example.org" });

  const book = await exportedFiles(slug, "epub");
  const chapters = [...book]
    .filter(([path]) => path.endsWith(".xhtml"))
    .map(([, bytes]) => bytes.toString("utf8"));
  expect(chapters.join("")).toContain("Good day.");
  expect([...book.keys()].filter((path) => /\.(mp4|pdf)$/.test(path))).toEqual([]);
});

test("who is not enrolled finds no material, and a lesson is none", async () => {
  const { vera, slug, add, publish } = await materialDraft();
  await add({ intent: "link", address: "https://example.org" });
  await publish();
  await expect(openMaterial(await learner(), slug, "example-org", "en")).rejects.toMatchObject({
    status: 404,
  });
  await expect(hearOfPage(await learner(), slug, "example-org")).rejects.toMatchObject({ status: 404 });
  const ana = await enrolledIn(slug);
  await expect(openMaterial(ana, slug, "listening", "en")).rejects.toMatchObject({ status: 404 });
  // Nothing new is begun in a course that is not offered any more.
  await changeStanding(vera, slug, "unpublish");
  await expect(openMaterial(ana, slug, "example-org", "en")).rejects.toMatchObject({
    key: "learn.closedUnpublished",
  });
});

test("files that steps name are not removed, and a new name reaches the outline", async () => {
  const { vera, slug, add } = await materialDraft();
  await add({ intent: "file", file: "media/first-steps.pdf" });
  const form = (fields: Record<string, string>) => ({ fields, files: new Map() });
  expect(
    await submitMedia(vera, slug, form({ intent: "remove", path: "media/first-steps.pdf" })),
  ).toMatchObject({
    refusal: "media.stillUsed",
  });
  const renamed = { intent: "rename", path: "media/first-steps.pdf", name: "Steps" };
  expect(await submitMedia(vera, slug, form(renamed))).toEqual({ done: "renamed", path: "media/steps.pdf" });
  expect((await stepPage(vera, slug, "first-steps", "en")).step).toMatchObject({
    files: { en: "media/steps.pdf" },
  });
  const draft = await requireDraft(vera, slug);
  expect((await usesInDraft(draft, ["media/steps.pdf"])).get("media/steps.pdf")).toHaveLength(1);
  expect(
    (await draftMediaPage(vera, slug, "en")).files.find(({ kind }) => kind === "document")?.uses,
  ).toEqual([{ kind: "step", title: "First steps" }]);
});

test("titles and descriptions are changed without losing what is said in a video", async () => {
  const { vera, slug, add, save } = await materialDraft();
  await add({ intent: "video", video: "media/call.mp4" });
  await save("call", { transcript_en: "Hello." });
  const page = await textsPage(vera, slug, "en", "en");
  const fields: Record<string, string> = { basis: page.basis, ...page.course };
  for (const { id, title, summary } of page.activities) {
    Object.assign(fields, { [`title-${id}`]: title, [`summary-${id}`]: summary });
  }
  expect(await submitTexts(vera, slug, "en", { ...fields, "summary-call": "What to say." })).toBeNull();
  const text = await readDraftText(await requireDraft(vera, slug), "text/en.yaml");
  expect((parse(text?.text ?? "") as { activities: object }).activities).toMatchObject({
    call: { summary: "What to say.", transcript: "Hello." },
  });
});

test("a minimum time is counted while the page is in view, or from its opening where there is no script", async () => {
  const { slug, add, save, publish } = await materialDraft();
  await add({ intent: "link", address: "https://example.org" });
  await save("example-org", { minimumMinutes: "2" });
  await publish();
  const [ana, bea] = [await enrolledIn(slug), await enrolledIn(slug)];
  at(noon);
  expect(await openMaterial(ana, slug, "example-org", "en")).toMatchObject({ secondsLeft: 120 });
  at(noon, seconds(15));
  expect(await hearOfPage(ana, slug, "example-org")).toEqual({ secondsLeft: 105 });
  // An hour in another tab is no hour on this page.
  at(noon, minutes(60));
  expect(await hearOfPage(ana, slug, "example-org")).toEqual({ secondsLeft: 60 });
  expect(await finishMaterial(ana, slug, "example-org", "heard")).toEqual({ secondsLeft: 60 });

  at(noon);
  await openMaterial(bea, slug, "example-org", "en");
  at(noon, seconds(70));
  expect(await finishMaterial(bea, slug, "example-org", "whole")).toEqual({ secondsLeft: 50 });
  at(noon, seconds(121));
  expect(await finishMaterial(bea, slug, "example-org", "whole")).toEqual({ secondsLeft: 0 });
  const { steps } = await courseOutline(bea, slug, "en");
  expect(steps.find(({ id }) => id === "example-org")?.state).toBe("done");
});

test("a lesson with a minimum time is finished when it is read and the time has passed", async () => {
  const { slug, save, publish } = await materialDraft();
  await save("listening", { minimumMinutes: "3" });
  await publish();
  const ana = await enrolledIn(slug);
  at(noon);
  const first = await openLessonPage(ana, slug, "listening", "sources", "en");
  const pages = first.course.structure.lessons.listening?.pages ?? [];
  let last = null;
  for (const page of pages) last = await finishLessonPage(ana, slug, "listening", page);
  expect(last).toMatchObject({ next: null, isLessonComplete: false, secondsLeft: 180 });
  const open = (await courseOutline(ana, slug, "en")).openRules;
  expect(open.find(({ activityId }) => activityId === "listening")).toMatchObject({ reason: "time-left" });
  at(noon, minutes(3));
  expect(await finishLessonPage(ana, slug, "listening", "sources")).toMatchObject({ isLessonComplete: true });
});

test("a step is locked before its first day and after its last, by the clocks of the region, and says so", async () => {
  const { slug, add, save, publish } = await materialDraft();
  await add({ intent: "link", address: "https://example.org" });
  expect(
    await save("example-org", { availableFrom: "2027-03-10", availableUntil: "2027-03-09" }),
  ).toMatchObject({
    errors: { availableUntil: "outline.closesBeforeOpening" },
  });
  expect(await save("example-org", { availableFrom: "31.3." })).toMatchObject({
    errors: { availableFrom: "outline.dayWrong" },
  });
  const window = { availableFrom: "2027-03-10", availableUntil: "2027-03-20" };
  expect(await save("example-org", window)).toEqual({ done: "saved" });
  // What waits for it cannot close before it opens.
  expect(await save("notes", { after: ["example-org"], availableUntil: "2027-03-09" })).toMatchObject({
    errors: { availableUntil: "outline.closesBeforeAwaited" },
  });
  expect(await save("notes", { availableUntil: "2027-03-09" })).toEqual({ done: "saved" });
  expect(await save("notes", { after: ["example-org"], availableUntil: "2027-03-09" })).toMatchObject({
    errors: { after: "outline.closesBeforeAwaited" },
  });
  expect(await save("notes", { availableUntil: "" })).toEqual({ done: "saved" });
  await publish();
  const ana = await enrolledIn(slug);
  const open = () => openMaterial(ana, slug, "example-org", "en");
  at(new Date("2027-03-09T22:59:00Z"));
  await expect(open()).rejects.toMatchObject({
    key: "learn.activityOpensOn",
    values: { date: "2027-03-10" },
  });
  at(new Date("2027-03-09T23:01:00Z"));
  await open();
  at(new Date("2027-03-20T22:59:00Z"));
  await open();
  at(new Date("2027-03-20T23:01:00Z"));
  await expect(open()).rejects.toMatchObject({ key: "learn.activityClosedOn" });
  const { openRules } = await courseOutline(ana, slug, "en");
  expect(openRules.find(({ activityId }) => activityId === "example-org")).toMatchObject({
    reason: "closed",
  });

  // What is done stays open.
  at(new Date("2027-03-15T12:00:00Z"));
  await finishMaterial(ana, slug, "example-org", "whole");
  at(new Date("2027-04-15T12:00:00Z"));
  expect(await open()).toMatchObject({ isDone: true });
});

test("what counts for the certificate cannot open after the last day of what waits for the certificate", async () => {
  const { vera, slug, add, save } = await materialDraft();
  await add({ intent: "link", address: "https://example.org" });
  const unrequired = async (changed: Fields) => {
    const { required: _required, ...fields } = await stepFields(vera, slug, "example-org");
    return submitStep(vera, slug, "example-org", { ...fields, ...changed });
  };
  expect(await save("satisfaction", { availableUntil: "2027-03-09" })).toEqual({ done: "saved" });
  expect(await save("example-org", { availableFrom: "2027-03-10" })).toMatchObject({
    errors: { availableFrom: "outline.closesOthers" },
  });
  expect(await unrequired({ availableFrom: "2027-03-10" })).toEqual({ done: "saved" });
  expect(await save("example-org", { required: "yes" })).toMatchObject({
    errors: { required: "outline.countsTooLate" },
  });

  const turn = (intent: string) => submitStep(vera, slug, "example-org", { intent });
  expect(await turn("hide")).toEqual({ done: "hidden" });
  expect(await save("example-org", { required: "yes" })).toEqual({ done: "saved" });
  expect(await turn("show")).toMatchObject({ errors: { hide: "outline.shownTooLate" } });
  expect((await stepPage(vera, slug, "example-org", "en")).hidingFault).toEqual({
    key: "outline.shownTooLate",
    titles: "Your opinion of the course",
  });
  expect(await save("example-org", { availableFrom: "2027-03-09" })).toEqual({ done: "saved" });
  expect(await turn("show")).toEqual({ done: "shown" });
});

test("a quiz that gets its place without a draft cannot wait for what opens after its last day", async () => {
  const { vera, slug, add, save, publish } = await materialDraft();
  await add({ intent: "link", address: "https://example.org" });
  await save("example-org", { availableFrom: "2027-03-10" });
  await save("quiz", { availableUntil: "2027-03-09" });
  expect(await publish()).toEqual([]);
  const place = (after: string[]) =>
    placeQuiz(vera, slug, "quiz", {
      publication: newId(),
      titles: { en: "Quiz" },
      minutes: 5,
      required: true,
      place: "",
      after,
      learners: "stay",
    });
  expect(await place(["example-org"])).toEqual({ after: "outline.closesBeforeAwaited" });
  expect(await place([])).toBeNull();
});

test("a day by which something should be done is told to the learner and her trainer, and blocks nothing", async () => {
  const { vera, slug, add, save, publish } = await materialDraft();
  await add({ intent: "link", address: "https://example.org" });
  await save("example-org", { title_en: "Elsewhere", dueAfterDays: "7" });
  await publish();
  at(noon);
  const ana = await enrolledIn(slug);
  const due = async () => (await listMyCourses(ana, "en"))[0]?.due;
  expect(await due()).toMatchObject({ title: "Elsewhere", day: "2027-03-08", isOverdue: false });
  const cell = async () => (await enrolmentTable(vera, slug, i18nFor("en"))).rows[0]?.overdue;
  at(noon, days(7));
  expect(await cell()).toBe("");
  at(noon, days(8));
  expect(await due()).toMatchObject({ isOverdue: true });
  expect(await cell()).toBe("Elsewhere");
  await openMaterial(ana, slug, "example-org", "en");
  await finishMaterial(ana, slug, "example-org", "whole");
  expect(await due()).toBeNull();
  expect(await cell()).toBe("");
  // What is hidden from whoever begins now need not be done.
  at(noon);
  await beginDraft(vera, slug);
  await submitStep(vera, slug, "example-org", { intent: "hide" });
  await publish();
  await enrolledIn(slug);
  at(noon, days(8));
  const { rows } = await enrolmentTable(vera, slug, i18nFor("en"));
  expect(rows.map(({ overdue }) => overdue)).toEqual(["", ""]);
});
