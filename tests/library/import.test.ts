import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { checkCourseFolder, courseFoldersIn } from "#app/library/course-folder.server.ts";
import { faultSentence } from "#app/library/fault-line.server.ts";
import { questionsOfCourse } from "#app/assessment/course-questions.server.ts";
import { questionTextIn } from "#app/assessment/stored-question.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { getCourseText, getCurrentCourse, getLessonPages } from "#app/library/published-course.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { findMedia } from "#app/assessment/question-media.server.ts";
import { db } from "#app/platform/db.server.ts";
import { baseOf, type Language, type WrittenLanguage, writtenLanguages } from "#app/platform/languages.ts";
import { readFile } from "#app/platform/storage.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { courseFolder, courseSlug, enrolledLearner } from "#tests/builders/course.ts";
import { courseCopy, languageOfFile } from "#tests/builders/course-copy.ts";
import { administrator, learner } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const workshop = scratchFolder("courses");

/** A copy of the shipped course, in the languages that matter to it, with a text replaced in one file. */
function changedCourse(file: string, from: string | RegExp, to: string): string {
  const folder = courseCopy(workshop, languagesFor(file));
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return folder;
}

function languagesFor(file: string): readonly WrittenLanguage[] {
  if (file === "course.yaml") return writtenLanguages;
  const language = languageOfFile(file);
  const needed = [language, language && baseOf(language)].filter((one) => one !== null);
  return [...new Set<WrittenLanguage>(["en", "sr-Cyrl", ...needed])];
}

test.each(courseFoldersIn(join(courseFolder, "..")))("the shipped course %s has no fault", async (folder) => {
  expect(await checkCourseFolder(folder)).toEqual([]);
});

test("importing again changes nothing; a changed folder becomes a version, and learners stay on theirs", async () => {
  const ana = await enrolledLearner();
  expect(await importCourse(courseFolder)).toMatchObject({ number: 1, isNew: false });
  const changed = changedCourse("text/en.yaml", "Safety before settings", "Safety comes first");
  expect(await importCourse(changed)).toMatchObject({ number: 2, isNew: true });
  const { versionId } = await getCurrentCourse(courseSlug);
  const { text } = await getCourseText(versionId, "en");
  expect(text.activities["safety-first"]?.title).toBe("Safety comes first");
  const { steps } = await courseOutline(ana, courseSlug, "en");
  expect(steps.find(({ id }) => id === "safety-first")?.title).toBe("Safety before settings");
});

test("processes that import at the same moment add one version", async () => {
  const folder = changedCourse("text/en.yaml", "Final test", "The final test");
  const before = await db.courseVersion.count();
  const reports = await Promise.all([1, 2, 3].map(() => importCourse(folder)));
  expect(reports.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await db.courseVersion.count()).toBe(before + 1);
});

test("Serbian Latin is made from Cyrillic, addresses and names of programmes untouched", async () => {
  await importCourse(courseFolder);
  const { versionId } = await getCurrentCourse(courseSlug);
  const { pages } = await getLessonPages(versionId, "what-it-is", "sr-Latn");
  const html = JSON.stringify(pages);
  expect(pages[0]?.title).toBe("Jedno nasilje, mnogo kanala");
  expect(html).toContain('href=\\"sources#F1\\"');
  expect(html).not.toMatch(/[\u0400-\u04FF]/);
});

test("Montenegrin says what differs from Bosnian and leaves the rest to it", async () => {
  await importCourse(courseFolder);
  const { versionId } = await getCurrentCourse(courseSlug);
  const pagesIn = async (language: Language) => (await getLessonPages(versionId, "devices", language)).pages;
  const [bosnian, montenegrin] = [await pagesIn("bs"), await pagesIn("cnr")];
  expect(montenegrin.map(({ id }) => id)).toEqual(bosnian.map(({ id }) => id));
  const differing = montenegrin.filter(
    (page, index) => JSON.stringify(page) !== JSON.stringify(bosnian[index]),
  );
  expect(differing.map(({ id }) => id)).toEqual(["leaks", "case", "your-role"]);
  const { text, isFallback } = await getCourseText(versionId, "cnr");
  expect(isFallback).toBe(false);
  expect(text.course.title).toContain("bezbjednost");
  expect(text.activities["final-test"]).toEqual(
    (await getCourseText(versionId, "bs")).text.activities["final-test"],
  );
  const questions = await questionsOfCourse(versionId);
  const asked = (key: string, language: Language) => {
    const stored = questions.find((one) => one.key === key);
    return stored && questionTextIn(stored, language);
  };
  expect(asked("C1L5-4", "cnr")?.text.q).toContain("Klijentkinja");
  expect(asked("C1L5-4", "cnr")?.text.options).toEqual(asked("C1L5-4", "bs")?.text.options);
  expect(asked("C1L1-1", "cnr")).toEqual({ ...asked("C1L1-1", "bs"), isFallback: false });
});

test("a picture of a lesson is shown to the course's people, and to nobody else", async () => {
  const folder = changedCourse(
    "lessons/devices/en.md",
    "That is good news",
    '\n\n::figure[A phone between two houses]{src=media/phone.svg caption="Two houses"}\n\nThat is good news',
  );
  mkdirSync(join(folder, "media"), { recursive: true });
  writeFileSync(join(folder, "media/phone.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await importCourse(folder);
  const { versionId } = await getCurrentCourse(courseSlug);
  const { pages } = await getLessonPages(versionId, "devices", "en");
  const [, sha256 = ""] =
    /<img src="\/media\/([0-9a-f]{64})" alt="A phone between two houses">/.exec(
      pages
        .flatMap(({ blocks }) => blocks.map((block) => (block.kind === "html" ? block.html : "")))
        .join(""),
    ) ?? [];
  const ana = await learner();
  const by = await administrator();
  await db.$transaction(async (tx) => enrol(tx, by, await getCurrentCourse(courseSlug), ana.id));
  const picture = await findMedia(ana, sha256);
  expect(picture.contentType).toBe("image/svg+xml");
  expect((await readFile(picture.key)).toString()).toContain("<svg");
  await expect(findMedia(await learner(), sha256)).rejects.toThrow(NotFoundError);
});

test.each([
  [
    "a missing translation",
    "text/sr-Cyrl.yaml",
    /  C1L1-3:\n    q: .*\n    why: .*\n/,
    "",
    "text/sr-Cyrl.yaml",
    "is not translated",
  ],
  [
    "an unknown activity",
    "course.yaml",
    "after: [accounts]",
    "after: [acounts]",
    "course.yaml",
    "no activity “acounts”",
  ],
  ["an unknown quiz", "course.yaml", "quiz: lesson-3", "quiz: lesson-9", "course.yaml", "no quiz “lesson-9”"],
  [
    "a key that names no option",
    "quizzes/lesson-1.yaml",
    "answer: b",
    "answer: e",
    "quizzes/lesson-1.yaml",
    "There is no “e” in this question",
  ],
  [
    "two right answers",
    "text/en.yaml",
    "Only acts that take place entirely online",
    "Only acts that are already crimes in national law",
    "text/en.yaml",
    "two would be right",
  ],
  [
    "a fact without source",
    "lessons/accounts/en.md",
    ":cite[F66]",
    ":cite[F999]",
    "lessons/accounts/en.md",
    "F999 has no source",
  ],
  [
    "an unknown directive",
    "lessons/devices/en.md",
    ":::first-step",
    ":::fist-step",
    "lessons/devices/en.md",
    "no block “fist-step”",
  ],
  [
    "an unknown tool",
    "lessons/devices/en.md",
    ":::first-step",
    "::tool[A hammer]{name=hammer}\n\n:::first-step",
    "lessons/devices/en.md",
    "no tool “hammer”",
  ],
  [
    "a page that a language lacks",
    "lessons/devices/sr-Cyrl.md",
    "{#leaks}",
    "{#leak}",
    "lessons/devices/sr-Cyrl.md",
    "The pages here are: ordinary, leak",
  ],
  [
    "raw HTML",
    "lessons/devices/en.md",
    "That is good news",
    "<b>That</b> is good news",
    "lessons/devices/en.md",
    "HTML is not allowed",
  ],
  [
    "a picture without alternative text",
    "lessons/devices/en.md",
    "That is good news",
    "![](media/x.png) That is good news",
    "lessons/devices/en.md",
    "no alternative text",
  ],
  [
    "a picture that is not there",
    "lessons/devices/en.md",
    "That is good news",
    "![A map](media/no-such.png) That is good news",
    "lessons/devices/en.md",
    "no picture “media/no-such.png”",
  ],
  [
    "a circle",
    "course.yaml",
    "minutes: 8, required: true }",
    "minutes: 8, required: true, after: [final-test] }",
    "course.yaml",
    "waits for itself",
  ],
  [
    "a draw that cannot be",
    "quizzes/final-test.yaml",
    "count: 10",
    "count: 31",
    "quizzes/final-test.yaml",
    "31 questions are to be drawn",
  ],
  [
    "a path through a lesson that is not there",
    "course.yaml",
    "police: [safety-first,",
    "police: [safety,",
    "course.yaml",
    "no lesson “safety”",
  ],
  [
    "a path that goes twice through a lesson",
    "course.yaml",
    "police: [safety-first,",
    "police: [devices,",
    "course.yaml",
    "“devices” occurs twice in a path",
  ],
  [
    "a refresher that is none",
    "course.yaml",
    "refresher: [safety-first, documenting]",
    "refresher: [safety-first, documenting, accounts]",
    "course.yaml",
    "The refresher takes 23 minutes",
  ],
  ["a role without a path", "course.yaml", /    health: .*\n/, "", "course.yaml", "health"],
  [
    "a post-test of a quiz that is not there",
    "quizzes/post-test.yaml",
    "postTestOf: pre-test",
    "postTestOf: first-test",
    "quizzes/post-test.yaml",
    "could be a pre-test",
  ],
  ["broken YAML", "quizzes/checks.yaml", "id: checks", "id: [checks", "quizzes/checks.yaml", "not YAML"],
  [
    "a link that leads nowhere",
    "lessons/devices/en.md",
    "That is good news",
    "[See](no-such-page) That is good news",
    "lessons/devices/en.md",
    "leads nowhere",
  ],
  [
    "a link by reference",
    "lessons/devices/en.md",
    "That is good news",
    "\n\n[x]: no-such-page\n\n[See][x] That is good news",
    "lessons/devices/en.md",
    "stand elsewhere",
  ],
  [
    "an alternative text of blanks",
    "lessons/devices/en.md",
    "That is good news",
    "![ ](media/x.png) That is good news",
    "lessons/devices/en.md",
    "no alternative text",
  ],
  [
    "a link to a source that the lesson does not cite",
    "lessons/devices/en.md",
    "That is good news",
    "[See](sources#F1) That is good news",
    "lessons/devices/en.md",
    "leads nowhere",
  ],
  [
    "a question of a test inside a lesson",
    "lessons/devices/en.md",
    /::check\{#[\w-]+\}/,
    "::check{#C1L4-1}",
    "lessons/devices/en.md",
    "would be given away",
  ],
  [
    "the id of another file",
    "quizzes/lesson-2.yaml",
    "id: lesson-2",
    "id: lesson-1",
    "quizzes/lesson-2.yaml",
    "stands in another file",
  ],
  [
    "a course without English",
    "course.yaml",
    "languages: [en, sq,",
    "languages: [sq,",
    "course.yaml",
    "“en” is missing",
  ],
  [
    "a page of an override that replaces nothing",
    "lessons/devices/cnr.md",
    "{#case}",
    "{#cases}",
    "lessons/devices/cnr.md",
    "no page “cases”",
  ],
  [
    "a mark that is none",
    "lessons/devices/sq.md",
    "machine-drafted",
    "drafted",
    "lessons/devices/sq.md",
    "head of the file",
  ],
  [
    "a place to review that there is not",
    "text/mk.yaml",
    "devices/found",
    "devices/lost",
    "text/mk.yaml",
    "no “devices/lost”",
  ],
  [
    "two keys in a single choice",
    "quizzes/lesson-1.yaml",
    "answer: b",
    "answer: [a, b]",
    "quizzes/lesson-1.yaml",
    "answer",
  ],
] as [string, string, string | RegExp, string, string, string][])(
  "%s is found, with its file, line and remedy",
  async (_, file, from, to, faultFile, problem) => {
    const faults = await checkCourseFolder(changedCourse(file, from, to));
    const fault = faults.find(
      (candidate) => candidate.file === faultFile && faultSentence(candidate).includes(problem),
    );
    expect(fault, JSON.stringify(faults)).toBeDefined();
    expect(fault?.line).toBeGreaterThan(0);
  },
);
