import { expect, test } from "vitest";

import { outlinePage, submitOutline } from "#app/authoring/draft-outline.server.ts";
import { stepPage, submitStep } from "#app/authoring/draft-step.server.ts";
import { beginDraft } from "#app/authoring/draft.server.ts";
import { courseContent } from "#app/authoring/export/course-content.server.ts";
import { courseData } from "#app/authoring/export/copied-course.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { previewSession } from "#app/live-sessions/preview.server.ts";
import { sessionDatesPage } from "#app/live-sessions/session-date.server.ts";
import { courseWithSession, givenDate, meeting } from "#tests/builders/live-sessions.ts";
import { learnerIn, trainerOf } from "#tests/builders/quizzes.ts";

test("a trainer puts a live session into a draft and gives it rules", async () => {
  const course = await courseWithSession();
  const vera = await trainerOf(course);
  await beginDraft(vera, course.slug);
  expect(await submitOutline(vera, course.slug, { intent: "session" })).toEqual({ done: "session" });
  const { steps } = await outlinePage(vera, course.slug, "en");
  const added = steps.at(-1);
  expect(added).toMatchObject({ kind: "session", title: "Live session", required: true });
  const id = added?.id ?? "";
  const { basis } = await stepPage(vera, course.slug, id, "en");
  const form = { basis, title_en: "Second meeting", minutes: "45", after: [meeting] };
  expect(await submitStep(vera, course.slug, id, form)).toEqual({ done: "saved" });
  const { step } = await stepPage(vera, course.slug, id, "en");
  expect(step).toMatchObject({ title: "Second meeting", minutes: 45, required: false, after: [meeting] });
  // Learners of the published version have no such session, so there is nothing to set dates for.
  expect((await sessionDatesPage(vera, course.slug, "en")).sessions.map((one) => one.id)).toEqual([meeting]);
});

test("a copy of the course names the session as left out, and waits for nothing that it lacks", async () => {
  const course = await courseWithSession();
  const content = await courseContent(course, "en");
  expect(content.leftOut).toEqual([{ kind: "session", title: "Meeting in the town hall", isRequired: true }]);
  expect(courseData(content).way.course.outline.map(({ id }) => id)).toEqual(["reading"]);
});

test("why a course is not complete, and what is next, name the session only behind what can be done now", async () => {
  const course = await courseWithSession({ after: "reading" });
  const ana = await learnerIn(course);
  const outline = await courseOutline(ana, course.slug, "en");
  expect(outline.openRules).toMatchObject([{ activityId: meeting, kind: "session", reason: "locked" }]);
  const free = await courseWithSession();
  const open = await courseOutline(await learnerIn(free), free.slug, "en");
  expect(open.openRules).toMatchObject([{ activityId: meeting, reason: "not-attended" }]);
  expect(open.nextId).toBe(meeting);
});

test("a trainer sees the dates as a learner does who has done nothing yet", async () => {
  const course = await courseWithSession();
  const { id } = await givenDate(course, { places: 3, link: "https://example.org/room" });
  const { dates } = await previewSession(await trainerOf(course), course.slug, meeting, "en");
  expect(dates).toMatchObject([{ id, placesLeft: 3, isTaken: false, link: "" }]);
});
