import { rmSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { questionPage } from "#app/assessment/attempt-pages.server.ts";
import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import { addQuestionVersions } from "#app/assessment/question-version.server.ts";
import { questionsOfQuiz } from "#app/assessment/quiz-questions.server.ts";
import { addQuizVersion, moveQuiz } from "#app/assessment/quiz-version.server.ts";
import { getQuestionVersion, questionTextIn } from "#app/assessment/stored-question.server.ts";
import { getQuiz } from "#app/assessment/stored-quiz.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { type QuizFolder, quizFolder, writeQuizFolder } from "#tests/builders/quiz-folder.ts";
import { singleChoice, textOf } from "#tests/builders/questions.ts";
import { learnerIn } from "#tests/builders/quizzes.ts";

const lesson = "reading";
const [one, two, three] = ["Q1", "Q2", "Q3"].map((id) => singleChoice(id, { lesson })) as [
  ReturnType<typeof singleChoice>,
  ReturnType<typeof singleChoice>,
  ReturnType<typeof singleChoice>,
];
const basics = { id: "basics", mode: "practice" as const, passMark: 60, questions: [one, two, three] };
const final = { id: "final", mode: "test" as const, passMark: 80, draw: { from: ["basics"], count: 2 } };

/** A course of its own, imported; `again` changes its folder and imports that. */
async function imported(given: QuizFolder = { quizzes: [basics, final] }) {
  const slug = `quizzes-${newId()}`;
  const folder = quizFolder(slug);
  const again = async (changed: QuizFolder) => {
    rmSync(join(folder, "quizzes"), { recursive: true, force: true });
    writeQuizFolder(folder, changed);
    return importCourse(folder);
  };
  await again(given);
  return { slug, folder, again, course: await getCurrentCourse(slug) };
}

function questionsIn(slug: string) {
  return db.bankQuestion.findMany({
    where: { bank: { course: { slug } } },
    orderBy: { key: "asc" },
    include: { versions: { orderBy: { number: "asc" } }, category: true },
  });
}

/** Per question how many versions it has had, "-" when it is retired. */
async function versionsIn(slug: string): Promise<Record<string, string>> {
  const rows = await questionsIn(slug);
  return Object.fromEntries(
    rows.map((row) => [row.key, `${row.versions.length}${row.retiredAt ? "-" : ""}`]),
  );
}

/** What a trainer does in the browser. */
async function rewrite(slug: string, key: string, q: string) {
  const question = (await questionsIn(slug)).find((row) => row.key === key);
  const given = singleChoice(key, { lesson });
  const content = { question: given, texts: new Map([["en" as const, { ...textOf(given), q }]]), media: [] };
  await serializable((tx) => addQuestionVersions(tx, [{ questionId: question?.id ?? "", content }], null));
}

async function currentText(slug: string, key: string): Promise<string> {
  const question = (await questionsIn(slug)).find((row) => row.key === key);
  return questionTextIn(await getQuestionVersion(question?.currentVersionId ?? ""), "en").text.q;
}

async function readLesson(actor: Actor, slug: string) {
  const { finishLessonPage } = await import("#app/certification/learner-steps.server.ts");
  for (const page of ["reading", "sources"]) await finishLessonPage(actor, slug, "reading", page);
}

test("a course's folder fills its bank: a category for each quiz file, a question in every language", async () => {
  const { slug, course } = await imported();
  const rows = await questionsIn(slug);
  expect(rows.map(({ key, category }) => [key, category.path])).toEqual([
    ["Q1", "basics"],
    ["Q2", "basics"],
    ["Q3", "basics"],
  ]);
  const stored = await getQuestionVersion(rows[0]?.currentVersionId ?? "");
  expect(stored.question).toEqual(one);
  expect(questionTextIn(stored, "en")).toEqual({ text: textOf(one), isFallback: false });
  expect(questionTextIn(stored, "sr-Latn").text.q).toBe("Srp. Question Q1?");
  expect((await getQuiz(course.versionId, "basics")).settings).toMatchObject({
    mode: "practice",
    passMark: 60,
  });
  const pool = await questionsOfQuiz(await getQuiz(course.versionId, "final"));
  expect(pool.map(({ key }) => key)).toEqual(["Q1", "Q2", "Q3"]);
});

test("a changed question becomes a new version, the others stay; an attempt keeps what it was asked", async () => {
  const { slug, course, again } = await imported();
  const ana = await learnerIn(course);
  await readLesson(ana, slug);
  const { number } = await startAttempt(ana, slug, "basics");
  const asked = (await attemptOf(await openQuiz(ana, slug, "basics"), number)).items;
  await again({ quizzes: [basics, final], q: { Q2: "Otherwise?" } });
  expect(await versionsIn(slug)).toEqual({ Q1: "1", Q2: "2", Q3: "1" });
  const position = asked.find(({ stored }) => stored.question.id === "Q2")?.position ?? 0;
  expect((await questionPage(ana, slug, "basics", number, position, "en")).asked.q).toBe("Question Q2?");
  const mira = await learnerIn(course);
  await readLesson(mira, slug);
  await startAttempt(mira, slug, "basics");
  const later = (await attemptOf(await openQuiz(mira, slug, "basics"), 1)).items;
  expect(later.map(({ stored }) => stored.number).sort()).toEqual([1, 1, 2]);
});

test("what a trainer made of a question stands until the folder changes that question", async () => {
  const { slug, again } = await imported();
  await rewrite(slug, "Q1", "A trainer's words?");
  await db.bankQuestion.updateMany({
    where: { bank: { course: { slug } }, key: "Q2" },
    data: { retiredAt: new Date() },
  });
  await again({ quizzes: [basics, final], q: { Q3: "Changed?" } });
  expect(await versionsIn(slug)).toEqual({ Q1: "2", Q2: "1-", Q3: "2" });
  expect(await currentText(slug, "Q1")).toBe("A trainer's words?");
  await again({ quizzes: [basics, final], q: { Q1: "The folder's words?", Q2: "Back?", Q3: "Changed?" } });
  expect(await versionsIn(slug)).toEqual({ Q1: "3", Q2: "2", Q3: "2" });
  expect(await currentText(slug, "Q1")).toBe("The folder's words?");
});

test("a question that the folder brings no longer is retired once, and comes back with the folder", async () => {
  const { slug, again } = await imported();
  const shorter = { quizzes: [{ ...basics, questions: [one, two] }, final] };
  await again(shorter);
  expect(await versionsIn(slug)).toEqual({ Q1: "1", Q2: "1", Q3: "1-" });
  await db.bankQuestion.updateMany({
    where: { bank: { course: { slug } }, key: "Q3" },
    data: { retiredAt: null },
  });
  await again({ ...shorter, q: { Q1: "Changed?" } });
  expect(await versionsIn(slug)).toEqual({ Q1: "2", Q2: "1", Q3: "1" });
  await again({ quizzes: [basics, final], q: { Q1: "Changed?" } });
  expect(await versionsIn(slug)).toEqual({ Q1: "2", Q2: "1", Q3: "1" });
});

test("whoever has begun a course can take its quizzes when the new folder has none of them", async () => {
  const { slug, course, again } = await imported();
  const ana = await learnerIn(course);
  await readLesson(ana, slug);
  await again({ quizzes: [{ ...basics, id: "other", questions: [singleChoice("Q9", { lesson })] }] });
  expect(await versionsIn(slug)).toEqual({ Q1: "1-", Q2: "1-", Q3: "1-", Q9: "1" });
  await startAttempt(ana, slug, "basics");
  expect((await attemptOf(await openQuiz(ana, slug, "basics"), 1)).items).toHaveLength(3);
  await startAttempt(ana, slug, "final");
  expect((await attemptOf(await openQuiz(ana, slug, "final"), 1)).items).toHaveLength(2);
});

test("a question made in the browser gives its key to one that the folder brings", async () => {
  const { slug, again } = await imported();
  const [first] = await questionsIn(slug);
  await db.bankQuestion.create({
    data: {
      id: newId(),
      bankId: first?.bankId ?? "",
      categoryId: first?.categoryId ?? "",
      key: "Q4",
      createdAt: new Date(),
    },
  });
  await rewrite(slug, "Q4", "Made in the browser?");
  const four = singleChoice("Q4", { lesson });
  await again({ quizzes: [{ ...basics, questions: [one, two, three, four] }, final] });
  expect(await versionsIn(slug)).toEqual({ Q1: "1", Q2: "1", Q3: "1", Q4: "1", "Q4-2": "1" });
  expect(await currentText(slug, "Q4-2")).toBe("Made in the browser?");
});

test("settings that a trainer has changed stand until the folder changes the quiz, for that course version only", async () => {
  const { slug, course, again } = await imported();
  const quiz = await getQuiz(course.versionId, "final");
  await serializable(async (tx) => {
    await addQuizVersion(tx, quiz.id, { ...quiz, settings: { ...quiz.settings, passMark: 70 } }, null);
    await moveQuiz(tx, quiz.id);
  });
  const passMark = async (versionId: string) => (await getQuiz(versionId, "final")).settings.passMark;
  expect(await passMark(course.versionId)).toBe(70);
  await again({ quizzes: [basics, final], q: { Q1: "Changed?" } });
  expect(await passMark((await getCurrentCourse(slug)).versionId)).toBe(70);
  await again({ quizzes: [basics, { ...final, passMark: 90 }], q: { Q1: "Changed?" } });
  expect(await passMark((await getCurrentCourse(slug)).versionId)).toBe(90);
  expect(await passMark(course.versionId)).toBe(70);
});

test("files that a question names are kept with its version, and have to be there", async () => {
  const hotspot = {
    id: "H1",
    lesson,
    type: "hotspot" as const,
    image: "map.svg",
    regions: [
      {
        id: "a",
        shape: "rect" as const,
        at: [0, 0, 10, 10] as [number, number, number, number],
        right: true,
      },
      { id: "b", shape: "rect" as const, at: [50, 50, 10, 10] as [number, number, number, number] },
    ],
  };
  const files = { "media/map.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>' };
  const quizzes = [{ ...basics, questions: [hotspot] }];
  const { slug, again } = await imported({ quizzes, files });
  await again({ quizzes, files: { "media/map.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>' } });
  const [row] = await questionsIn(slug);
  const versions = await Promise.all((row?.versions ?? []).map(({ id }) => getQuestionVersion(id)));
  expect(versions.map(({ media }) => media.map(({ name, bytes }) => [name, bytes]))).toEqual([
    [["map.svg", 41]],
    [["map.svg", 50]],
  ]);
  const empty = quizFolder("without-media");
  writeQuizFolder(empty, { quizzes });
  expect(await checkCourseFolder(empty)).toMatchObject([
    { file: "quizzes/basics.yaml", key: "faults.mediumUnknown", values: { name: "map.svg" } },
  ]);
});
