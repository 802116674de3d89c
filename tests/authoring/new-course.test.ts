import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { expect, test } from "vitest";

import routes from "#app/routes.ts";
import { quizListPage } from "#app/assessment/quiz-pages.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { courseZip } from "#app/authoring/course-zip.server.ts";
import { checkDraft, publishDraft } from "#app/authoring/draft-publication.server.ts";
import { findDraft } from "#app/authoring/draft.server.ts";
import { courseOf, newCoursePage, submitNewCourse } from "#app/authoring/new-course.server.ts";
import { isReservedAddress } from "#app/authoring/reserved-addresses.ts";
import type { Actor } from "#app/identity/actor.ts";
import { listTaughtCourses } from "#app/library/course-team.server.ts";
import { getCurrentCourse, getLessonPages } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import { archive } from "#tests/builders/archives.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { learner, trainer } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";

const workshop = scratchFolder("new");

async function begin(actor: Actor, way: string, fields: Fields = {}) {
  return submitNewCourse(actor, { publication: newId(), way, title: "Our course", ...fields });
}

async function zipOf(actor: Actor, slug: string) {
  const path = join(workshop, `${newId()}.zip`);
  await pipeline((await courseZip(actor, slug)).content, createWriteStream(path));
  return { path, name: "course.zip", isTooLarge: false };
}

const everyLanguage = Object.fromEntries(
  ["sq", "mk", "sr-Cyrl", "bs", "cnr"].map((tag) => [`language_${tag}`, "yes"]),
);

test("an empty course has one lesson in each language, its author as trainer, and a draft without faults", async () => {
  const vera = await trainer();
  const publication = newId();
  const form = { way: "blank", publication, title: "Packages", ...everyLanguage };
  expect(await submitNewCourse(vera, form)).toEqual({ slug: "packages-2" });
  // The same form once more.
  expect(await submitNewCourse(vera, form)).toEqual({ slug: "packages-2" });

  const course = await getCurrentCourse("packages-2");
  expect(course.structure.course).toMatchObject({ version: "0.1.0", outline: [{ kind: "lesson" }] });
  expect((await getLessonPages(course.versionId, "first-lesson", "cnr")).pages[0]?.title).toBe(
    "Prva stranica",
  );
  expect((await listTaughtCourses(vera)).map(({ slug }) => slug)).toEqual(["packages-2"]);
  expect(await findDraft(vera, "packages-2")).not.toBeNull();
  expect(await checkDraft(vera, "packages-2")).toMatchObject({ faults: [] });
  expect(await db.enrolment.count({ where: { course: { slug: "packages-2" } } })).toBe(0);
});

test("the sample has two lessons, a quiz and the survey, and can be published in all its languages", async () => {
  const vera = await trainer();
  await begin(vera, "template", { title: "A sample", ...everyLanguage });
  const form = { publication: newId(), learners: "stay", anyway: "yes" } as const;
  expect(await publishDraft(vera, "a-sample", form)).toMatchObject({ faults: [], warnings: [] });
  const { structure } = await getCurrentCourse("a-sample");
  expect(structure.course.languages).toEqual(["en", "sq", "mk", "sr-Cyrl", "bs"]);
  expect(structure.course.outline.map(({ kind }) => kind)).toEqual(["lesson", "lesson", "quiz", "survey"]);
  expect((await quizListPage(vera, "a-sample", "en")).quizzes).toMatchObject([{ questionCount: 3 }]);
});

test("a copy has a bank of its own, and the course that it was made of stays as it is", async () => {
  const { vera, course } = await taughtCourse(["en"]);
  expect(await begin(vera, "copy", { course: courseSlug })).toEqual({ slug: "our-course" });
  const copy = await getCurrentCourse("our-course");
  expect(copy.structure.course.outline).toEqual(course.structure.course.outline);
  const countOf = (courseId: string) => db.bankQuestion.count({ where: { bank: { courseId } } });
  expect(await countOf(copy.courseId)).toBeGreaterThan(0);
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(course.versionId);
  await expect(begin(await trainer(), "copy", { course: courseSlug })).rejects.toMatchObject({
    status: 404,
  });
});

test("an archive becomes a course, at the next free address where its own is taken", async () => {
  const { vera, folder } = await taughtCourse(["en"]);
  const file = await zipOf(vera, courseSlug);
  const fields = { way: "archive", publication: newId() };
  const made = await submitNewCourse(await trainer(), fields, file);
  expect(made).toEqual({ slug: `${courseSlug}-2`, instead: courseSlug });
  expect((await getCurrentCourse(`${courseSlug}-2`)).structure.course.id).toBe(`${courseSlug}-2`);
  expect(await importCourse(folder)).toMatchObject({ slug: courseSlug, isNew: false });
});

test("two trainers who begin courses of one title at the same moment each get theirs", async () => {
  const begun = await Promise.all(
    [await trainer(), await trainer(), await trainer()].map((by) =>
      submitNewCourse(by, { way: "blank", publication: newId(), title: "At one moment" }),
    ),
  );
  const addresses = begun.map((one) => ("slug" in one ? one.slug : one));
  expect(addresses.sort()).toEqual(["at-one-moment", "at-one-moment-2", "at-one-moment-3"]);
});

test("an archive whose media have no room in a course makes nothing, and says what they take", async () => {
  const { vera, folder } = await taughtCourse(["en"]);
  const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(1_500_000, "%")]);
  writeFileSync(join(folder, "media", "slides.pdf"), pdf);
  const version = join(folder, "course.yaml");
  writeFileSync(version, readFileSync(version, "utf8").replace(/^version: .*$/m, "version: 9.0.0"));
  expect(await importCourse(folder)).toMatchObject({ isNew: true });
  const file = await zipOf(vera, courseSlug);
  const fields = { way: "archive", publication: newId() };
  const quota = env().COURSE_MEDIA_MB;
  env().COURSE_MEDIA_MB = 1;
  expect(await submitNewCourse(vera, fields, file)).toEqual({
    refusal: { key: "outline.mediaOverQuota", values: { used: 2, room: 1 } },
  });
  expect(await courseOf(fields.publication)).toBeNull();
  env().COURSE_MEDIA_MB = quota;
  expect(await submitNewCourse(vera, fields, file)).toHaveProperty("slug");
});

test("a faulty archive makes nothing, and says why", async () => {
  const vera = await trainer();
  const send = async (files: Record<string, string>) => {
    const path = await archive(files);
    return submitNewCourse(
      vera,
      { way: "archive", publication: newId() },
      { path, name: "course.zip", isTooLarge: false },
    );
  };
  expect(await send({ "readme.txt": "no course" })).toMatchObject({
    refusal: { key: "drafts.refusedNoCourse" },
  });
  const faulty = await send({ "course.yaml": "id: half-a-course\nversion: 1.0.0\n" });
  expect("faults" in faulty && faulty.faults[0]?.file).toBe("course.yaml");
  expect(await db.course.count({ where: { slug: "half-a-course" } })).toBe(0);
  expect(await listTaughtCourses(vera)).toEqual([]);
});

test("learners begin no course", async () => {
  await expect(begin(await learner(), "blank")).rejects.toMatchObject({ status: 403 });
  await expect(newCoursePage(await learner(), "en")).rejects.toMatchObject({ status: 403 });
  expect(await begin(await trainer(), "blank", { title: "" })).toMatchObject({
    errors: { title: "authoring.titleMissing" },
  });
});

test("no course takes an address that belongs to a page", async () => {
  const paths = (await routes).flatMap(({ path = "" }) => {
    const [area = "", name = ""] = path.split("/");
    return ["teach", "learn"].includes(area) && name && !name.startsWith(":") ? [name] : [];
  });
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((name) => !isReservedAddress(name))).toEqual([]);
});
