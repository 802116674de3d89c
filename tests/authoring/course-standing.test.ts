import { expect, test } from "vitest";

import { openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import {
  archivedCoursesPage,
  changeStanding,
  standingPage,
  submitStanding,
} from "#app/authoring/course-standing-change.server.ts";
import { beginDraft } from "#app/authoring/draft.server.ts";
import { certificateStatus, checkCertificate } from "#app/certification/certificate.server.ts";
import { finishLessonPage } from "#app/certification/learner-steps.server.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { enrolByEmail, enrolmentRefusal } from "#app/learning/enrol.server.ts";
import { openLessonPage } from "#app/learning/lesson-reading.server.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import { addTrainer, listTaughtCourses } from "#app/library/course-team.server.ts";
import { finishedLearner, readLesson } from "#tests/builders/attempts.ts";
import { courseSlug, enrolledLearner, publishedCourse } from "#tests/builders/course.ts";
import { administrator, trainer } from "#tests/builders/people.ts";

async function situation() {
  const course = await publishedCourse();
  const admin = await administrator();
  const vera = await trainer();
  await addTrainer(admin, courseSlug, vera.id);
  const [waiting, underWay, done] = [
    await enrolledLearner(),
    await enrolledLearner(),
    await finishedLearner(),
  ];
  await readLesson(underWay, "what-it-is");
  return { course, admin, vera, waiting, underWay, done };
}

const pageOf = (course: Awaited<ReturnType<typeof publishedCourse>>, lesson: string) =>
  course.structure.lessons[lesson]?.pages[0] ?? "";

test("an unpublished course takes nobody new, who is under way goes on, certificates stay, and it can be published again", async () => {
  const { course, vera, waiting, underWay, done } = await situation();
  const { learners } = await standingPage(vera, courseSlug, "en");
  expect(learners.waiting).toBeGreaterThan(0);
  expect(await submitStanding(vera, courseSlug, { change: "unpublish" })).toEqual({
    confirmUnpublish: "publishing.unconfirmed",
  });
  expect(await enrolmentRefusal(vera, courseSlug)).toBeNull();
  expect(await submitStanding(vera, courseSlug, { change: "unpublish", confirmUnpublish: "yes" })).toBeNull();

  const list = { text: "new@example.org", language: "en" } as const;
  await expect(enrolByEmail(vera, courseSlug, list)).rejects.toMatchObject({
    key: "publishing.enrolUnpublished",
  });
  const page = pageOf(course, "what-it-is");
  await expect(openLessonPage(waiting, courseSlug, "what-it-is", page, "en")).rejects.toMatchObject({
    status: 409,
    key: "learn.closedUnpublished",
  });
  expect((await courseOutline(waiting, courseSlug, "en")).nextId).toBeNull();
  expect((await listMyCourses(waiting, "en"))[0]).toMatchObject({ closed: "unpublished", next: null });
  // Under way: also what she has not begun yet.
  expect(await startAttempt(underWay, courseSlug, "what-it-is-quiz")).toEqual({ number: 1 });
  expect((await courseOutline(underWay, courseSlug, "en")).closed).toBe("ending");
  const { serial } = await certificateStatus(done, courseSlug, "en");
  expect((await checkCertificate(serial ?? "")).state).toBe("valid");

  await changeStanding(vera, courseSlug, "publish");
  await openLessonPage(waiting, courseSlug, "what-it-is", page, "en");
  expect(await enrolByEmail(vera, courseSlug, list)).toMatchObject({
    ok: true,
    invited: ["new@example.org"],
  });
});

test("an archived course leaves the lists and is kept whole: what was begun opens, nothing new begins, and restoring brings it back", async () => {
  const { course, admin, vera, underWay, done } = await situation();
  await startAttempt(underWay, courseSlug, "what-it-is-quiz");
  await changeStanding(vera, courseSlug, "archive");

  const slugs = async () => (await listTaughtCourses(vera)).map(({ slug }) => slug);
  expect(await slugs()).not.toContain(courseSlug);
  expect(await archivedCoursesPage(admin, "en")).toMatchObject([{ slug: courseSlug }]);
  expect(await archivedCoursesPage(await trainer(), "en")).toEqual([]);
  await expect(beginDraft(vera, courseSlug)).rejects.toMatchObject({ key: "publishing.archivedFirst" });
  expect(await enrolmentRefusal(vera, courseSlug)).toBe("publishing.enrolArchived");

  await openLessonPage(underWay, courseSlug, "what-it-is", pageOf(course, "what-it-is"), "en");
  await openQuiz(underWay, courseSlug, "what-it-is-quiz");
  const next = course.structure.course.outline.find(
    ({ id, kind }) => kind === "lesson" && id !== "what-it-is",
  );
  const first = pageOf(course, next?.id ?? "");
  await expect(finishLessonPage(underWay, courseSlug, next?.id ?? "", first)).rejects.toMatchObject({
    status: 409,
  });
  expect((await certificateStatus(done, courseSlug, "en")).state).not.toBe("none");
  expect((await courseOutline(done, courseSlug, "en")).closed).toBe("archived");

  await changeStanding(vera, courseSlug, "restore");
  expect(await slugs()).toContain(courseSlug);
  expect((await courseOutline(underWay, courseSlug, "en")).nextId).not.toBeNull();
});

test("only those who teach a course may take it from people", async () => {
  const { underWay } = await situation();
  await expect(changeStanding(underWay, courseSlug, "archive")).rejects.toMatchObject({ status: 403 });
  await expect(submitStanding(await trainer(), courseSlug, { change: "archive" })).rejects.toMatchObject({
    status: 404,
  });
});
