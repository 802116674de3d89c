import { expect, test } from "vitest";

import { listPackages, packagePage } from "#app/authoring/package-pages.server.ts";
import { activityFormPage } from "#app/authoring/publication-pages.server.ts";
import { newCourseForm } from "#app/authoring/publication-form.ts";
import { publishActivity, publishCourse, replacePackage } from "#app/authoring/publication.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import { markCompleted } from "#app/learning/progress.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { getCourseText, getCurrentCourse, getLessonPages } from "#app/library/published-course.server.ts";
import { coursePackage } from "#app/library/stored-package.server.ts";
import { setOutsideAllowed } from "#app/library/uploaded-package.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { courseFolder, courseSlug, publishedCourse } from "#tests/builders/course.ts";
import { activityFormOf, uploadedPackage } from "#tests/builders/packages.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";

async function courseTrainer(): Promise<Actor> {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  return vera;
}

async function enrolledNow(): Promise<{ person: Actor; enrolmentId: string }> {
  const person = await learner();
  const course = await getCurrentCourse(courseSlug);
  await db.$transaction(async (tx) => enrol(tx, await administrator(), course, person.id));
  const { id } = await db.enrolment.findFirstOrThrow({ where: { userId: person.id } });
  return { person, enrolmentId: id };
}

async function stepsOf(person: Actor) {
  return (await courseOutline(person, courseSlug, "en")).steps;
}

/** A package that is an activity of the course, with its first version. */
async function publishedPackage(vera: Actor) {
  const { packageId } = await uploadedPackage(vera);
  await publishActivity(vera, { packageId, number: 1 }, courseSlug, activityFormOf({}));
  const use = (await packagePage(vera, packageId, 1, "en")).uses[0];
  return { packageId, activityId: use?.activities[0]?.id ?? "" };
}

/** An attempt at a package, as a launch begins it. */
async function attemptAt(enrolmentId: string, activityId: string) {
  const { packageVersion } = await db.coursePackage.findFirstOrThrow({
    where: { name: activityId, courseVersion: { enrolments: { some: { id: enrolmentId } } } },
    include: { packageVersion: true },
  });
  const id = newId();
  await db.runAttempt.create({
    data: {
      id,
      enrolmentId,
      activityId,
      packageName: activityId,
      packageVersionId: packageVersion.id,
      number: 1,
      startedAt: clock.now(),
    },
  });
  return id;
}

test("a trainer sees her packages and those of courses she teaches; an administrator all; a learner none", async () => {
  const [vera, mira, other] = [await courseTrainer(), await courseTrainer(), await trainer()];
  const { packageId } = await publishedPackage(vera);
  const own = await uploadedPackage(vera);
  const seen = async (actor: Actor) => (await listPackages(actor, "en")).map(({ id }) => id);
  expect(await seen(vera)).toEqual(expect.arrayContaining([packageId, own.packageId]));
  expect(await seen(mira)).toContain(packageId);
  expect(await seen(mira)).not.toContain(own.packageId);
  expect(await seen(other)).not.toContain(packageId);
  expect(await seen(await administrator())).toEqual(expect.arrayContaining([packageId, own.packageId]));
  await expect(listPackages(await learner(), "en")).rejects.toThrow(ForbiddenError);
  await expect(packagePage(other, packageId, null, "en")).rejects.toThrow(NotFoundError);
});

test("another's package, another's course and a learner's wish are refused, and nothing is published", async () => {
  const [vera, other] = [await courseTrainer(), await trainer()];
  const address = { ...(await uploadedPackage(vera)), number: 1 };
  const { packageId } = address;
  const before = await db.courseVersion.count();
  const form = activityFormOf({});
  for (const [actor, error] of [
    [other, NotFoundError],
    [await learner(), ForbiddenError],
  ] as const) {
    await expect(publishActivity(actor, { packageId, number: 1 }, courseSlug, form)).rejects.toThrow(error);
    await expect(activityFormPage(actor, { packageId, number: 1 }, courseSlug, "en")).rejects.toThrow(error);
    await expect(setOutsideAllowed(actor, address.versionId, true)).rejects.toThrow(error);
  }
  const elsewhere = await uploadedPackage(other);
  await expect(
    publishActivity(other, { packageId: elsewhere.packageId, number: 1 }, courseSlug, form),
  ).rejects.toThrow(NotFoundError);
  expect(await db.courseVersion.count()).toBe(before);
});

test("a package becomes an activity of a new version of the course, in every language, and the rest stays", async () => {
  const vera = await courseTrainer();
  const early = await enrolledNow();
  const before = await getCurrentCourse(courseSlug);
  const { packageId, versionId } = await uploadedPackage(vera);
  const form = activityFormOf({
    titles: { en: "Strong Čuvar & keys!", "sr-Cyrl": "Јаки кључеви" },
    after: ["what-it-is-quiz"],
    attempts: 3,
  });
  await publishActivity(vera, { packageId, number: 1 }, courseSlug, form);

  const course = await getCurrentCourse(courseSlug);
  expect(course.number).toBe(before.number + 1);
  expect(course.label).not.toBe(before.label);
  const outline = course.structure.course.outline;
  const position = outline.findIndex(({ id }) => id === "strong-cuvar-keys");
  expect(outline[position - 1]?.id).toBe("what-it-is-quiz");
  expect(outline[position]).toEqual({
    id: "strong-cuvar-keys",
    kind: "package",
    package: "strong-cuvar-keys",
    minutes: 10,
    required: true,
    after: ["what-it-is-quiz"],
    complete: "auto",
    attempts: 3,
    scoring: "best",
    isUploaded: true,
  });
  const titleIn = async (language: "en" | "sr-Cyrl" | "sr-Latn") =>
    (await getCourseText(course.versionId, language)).text.activities["strong-cuvar-keys"]?.title;
  expect(await titleIn("en")).toBe("Strong Čuvar & keys!");
  expect(await titleIn("sr-Cyrl")).toBe("Јаки кључеви");
  expect(await titleIn("sr-Latn")).toBe("Jaki ključevi");
  expect((await coursePackage(course.versionId, "strong-cuvar-keys")).id).toBe(versionId);
  expect(await getLessonPages(course.versionId, "devices", "sr-Cyrl")).toEqual(
    await getLessonPages(before.versionId, "devices", "sr-Cyrl"),
  );
  const late = await enrolledNow();
  expect((await stepsOf(late.person)).map(({ id }) => id)).toContain("strong-cuvar-keys");
  expect((await stepsOf(early.person)).map(({ id }) => id)).not.toContain("strong-cuvar-keys");
});

test("learners under way get a new activity when the trainer says so, and keep what they have done", async () => {
  const vera = await courseTrainer();
  const { person, enrolmentId } = await enrolledNow();
  await db.$transaction((tx) => markCompleted(tx, enrolmentId, "what-it-is"));
  const { packageId } = await uploadedPackage(vera, { title: "Moved along" });
  const form = activityFormOf({ titles: { en: "Moved along", "sr-Cyrl": "Даље" }, learners: "move" });
  await publishActivity(vera, { packageId, number: 1 }, courseSlug, form);
  const steps = await stepsOf(person);
  expect(steps.find(({ id }) => id === "moved-along")).toMatchObject({ state: "open" });
  expect(steps.find(({ id }) => id === "what-it-is")).toMatchObject({ state: "done" });
  expect(
    await db.auditEntry.count({ where: { action: "enrolment.moved", subject: `user:${person.id}` } }),
  ).toBe(1);
});

test("a form that is sent twice, also at the same moment, publishes once", async () => {
  const vera = await courseTrainer();
  const { packageId } = await uploadedPackage(vera);
  const before = await getCurrentCourse(courseSlug);
  const form = activityFormOf({ titles: { en: "Only once", "sr-Cyrl": "Једном" } });
  const send = () => publishActivity(vera, { packageId, number: 1 }, courseSlug, form);
  await Promise.all([send(), send(), send()]);
  await send();
  const course = await getCurrentCourse(courseSlug);
  expect(course.number).toBe(before.number + 1);
  expect(course.structure.course.outline.filter(({ id }) => id.startsWith("only-once"))).toHaveLength(1);
});

test("two trainers who publish at the same moment both do", async () => {
  const [vera, mira] = [await courseTrainer(), await courseTrainer()];
  const titles = { en: "Side by side", "sr-Cyrl": "Заједно" };
  await Promise.all(
    [vera, mira].map(async (actor) => {
      const { packageId } = await uploadedPackage(actor);
      await publishActivity(actor, { packageId, number: 1 }, courseSlug, activityFormOf({ titles }));
    }),
  );
  const { structure } = await getCurrentCourse(courseSlug);
  const ids = structure.course.outline.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["side-by-side", "side-by-side-2"]));
});

test("an activity that could never be opened is refused with the reason, and nothing is published", async () => {
  const vera = await courseTrainer();
  const { packageId } = await uploadedPackage(vera);
  const before = await getCurrentCourse(courseSlug);
  const survey = before.structure.course.outline.find(({ after }) => after.includes("certificate"));
  const form = activityFormOf({ required: true, after: [survey?.id ?? ""] });
  expect(await publishActivity(vera, { packageId, number: 1 }, courseSlug, form)).toEqual({
    after: "outline.requiredAfterCertificate",
  });
  expect((await getCurrentCourse(courseSlug)).number).toBe(before.number);
});

test("a form that names an activity the course no longer has is refused", async () => {
  const vera = await courseTrainer();
  const { packageId } = await uploadedPackage(vera);
  const form = activityFormOf({ after: ["gone"] });
  await expect(publishActivity(vera, { packageId, number: 1 }, courseSlug, form)).rejects.toThrow(
    ConflictError,
  );
});

test("a new version is for new learners; those under way stay on theirs", async () => {
  const vera = await courseTrainer();
  const { packageId, activityId } = await publishedPackage(vera);
  const { person, enrolmentId } = await enrolledNow();
  const attemptId = await attemptAt(enrolmentId, activityId);
  const second = await uploadedPackage(vera, { packageId });
  await replacePackage(vera, { packageId, number: 2 }, courseSlug, {
    publication: newId(),
    learners: "stay",
  });
  const course = await getCurrentCourse(courseSlug);
  expect((await coursePackage(course.versionId, activityId)).id).toBe(second.versionId);
  const enrolment = await db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  expect(enrolment.courseVersionId).not.toBe(course.versionId);
  expect(await db.runAttempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
    closedAt: null,
  });
  expect((await stepsOf(person)).map(({ id }) => id)).toContain(activityId);
});

test("learners who restart begin the package anew and keep the rest; who has completed the course is left alone", async () => {
  const vera = await courseTrainer();
  const { packageId, activityId } = await publishedPackage(vera);
  const [underWay, finished] = [await enrolledNow(), await enrolledNow()];
  for (const { enrolmentId } of [underWay, finished]) {
    await db.$transaction((tx) => markCompleted(tx, enrolmentId, activityId));
    await db.$transaction((tx) => markCompleted(tx, enrolmentId, "devices"));
  }
  await db.enrolment.update({ where: { id: finished.enrolmentId }, data: { completedAt: clock.now() } });
  const attempts = {
    underWay: await attemptAt(underWay.enrolmentId, activityId),
    finished: await attemptAt(finished.enrolmentId, activityId),
  };
  await uploadedPackage(vera, { packageId });
  const form = { publication: newId(), learners: "restart" as const };
  await replacePackage(vera, { packageId, number: 2 }, courseSlug, form);
  await replacePackage(vera, { packageId, number: 2 }, courseSlug, form);

  const { versionId } = await getCurrentCourse(courseSlug);
  const stateOf = async (person: Actor, id: string) =>
    (await stepsOf(person)).find((step) => step.id === id)?.state;
  expect(await stateOf(underWay.person, activityId)).toBe("open");
  expect(await stateOf(underWay.person, "devices")).toBe("done");
  expect(await stateOf(finished.person, activityId)).toBe("done");
  const enrolments = await db.enrolment.findMany({
    where: { id: { in: [underWay.enrolmentId, finished.enrolmentId] } },
  });
  const versionOf = (id: string) => enrolments.find((row) => row.id === id)?.courseVersionId;
  expect(versionOf(underWay.enrolmentId)).toBe(versionId);
  expect(versionOf(finished.enrolmentId)).not.toBe(versionId);
  const closedAt = async (id: string) => (await db.runAttempt.findUniqueOrThrow({ where: { id } })).closedAt;
  expect(await closedAt(attempts.underWay)).not.toBeNull();
  expect(await closedAt(attempts.finished)).toBeNull();
});

test("a package becomes a course of its own, whose trainer can enrol at once", async () => {
  const vera = await trainer();
  const { packageId } = await uploadedPackage(vera);
  const form = newCourseForm.parse({
    publication: newId(),
    title: "Safety for all",
    "title_sr-Cyrl": "Безбедност за све",
    minutes: "90",
    summary: "What everybody should know.",
    objectives: "Choose a password\n\n Keep it ",
    contentNote: "You can stop at any time.",
  });
  const send = () => publishCourse(vera, { packageId, number: 1 }, form);
  const [{ courseSlug: slug }] = await Promise.all([send(), send()]);
  expect(slug).toBe("safety-for-all");
  expect(await db.course.count({ where: { slug: { startsWith: "safety-for-all" } } })).toBe(1);
  const course = await getCurrentCourse(slug);
  expect(course.structure.course.hours).toBe(1.5);
  const person = await learner();
  await db.$transaction((tx) => enrol(tx, vera, course, person.id));
  const outline = await courseOutline(person, slug, "en");
  expect(outline.objectives).toEqual(["Choose a password", "Keep it"]);
  expect(outline.steps).toHaveLength(1);
  expect((await listMyCourses(person, "sr-Latn"))[0]).toMatchObject({ title: "Bezbednost za sve" });
  await expect(packagePage(vera, packageId, 1, "en")).resolves.toMatchObject({
    uses: [{ course: { slug } }],
  });
});

test("the folder of a course, imported again unchanged, leaves what a trainer has published", async () => {
  const vera = await courseTrainer();
  const { activityId } = await publishedPackage(vera);
  const before = await getCurrentCourse(courseSlug);
  expect(await importCourse(courseFolder)).toMatchObject({ isNew: false, number: before.number });
  const { structure } = await getCurrentCourse(courseSlug);
  expect(structure.course.outline.map(({ id }) => id)).toContain(activityId);
});

test("who lets a package reach other sites is written down, once", async () => {
  const vera = await trainer();
  const { packageId, versionId } = await uploadedPackage(vera);
  await setOutsideAllowed(vera, versionId, true);
  await setOutsideAllowed(vera, versionId, true);
  expect((await packagePage(vera, packageId, null, "en")).version.isOutsideAllowed).toBe(true);
  const entries = await db.auditEntry.findMany({ where: { subject: `package:${packageId}` } });
  expect(entries.filter(({ action }) => action === "package.outsideAllowed")).toMatchObject([
    { actorId: vera.id },
  ]);
});
