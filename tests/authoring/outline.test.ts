import { expect, test } from "vitest";
import { parse } from "yaml";

import { assignmentSettingsPage } from "#app/assessment/assignment.server.ts";
import { contentOfStored, getBankQuestion, saveQuestion } from "#app/assessment/bank-question.server.ts";
import { createQuiz, requireTaughtQuiz } from "#app/assessment/quiz-editor.server.ts";
import { quizListPage } from "#app/assessment/quiz-pages.server.ts";
import { getQuiz } from "#app/assessment/stored-quiz.server.ts";
import { newAssignmentPage, submitNewAssignment } from "#app/authoring/draft-assignment.server.ts";
import { outlinePage, submitOutline } from "#app/authoring/draft-outline.server.ts";
import { checkDraft, publishDraft } from "#app/authoring/draft-publication.server.ts";
import { quizStepsInDraft } from "#app/authoring/draft-quiz-steps.server.ts";
import { stepPage, submitStep } from "#app/authoring/draft-step.server.ts";
import { submitNewSection, submitSection } from "#app/authoring/draft-sections.server.ts";
import { submitTexts, textsPage } from "#app/authoring/draft-texts.server.ts";
import {
  beginDraft,
  discardDraft,
  draftFolder,
  type DraftText,
  readDraftText,
  requireDraft,
  writeDraftText,
} from "#app/authoring/draft.server.ts";
import { courseContent } from "#app/authoring/export/course-content.server.ts";
import { epubFiles } from "#app/authoring/export/epub.server.ts";
import { submitNewCourse } from "#app/authoring/new-course.server.ts";
import { pathPicture } from "#app/authoring/outline-path.ts";
import { canRemoveQuiz, submitQuizRemoval } from "#app/authoring/quiz-removal.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { finishLessonPage } from "#app/certification/learner-steps.server.ts";
import { performMove } from "#app/certification/version-move.server.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { pageToResume } from "#app/learning/lesson-reading.server.ts";
import type { TextFile } from "#app/library/course-format.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { db } from "#app/platform/db.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import type { QuestionText } from "#app/library/question-format.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import { uploadedPackage } from "#tests/builders/packages.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";

/** A trainer who is writing a new course: two lessons, a quiz and the survey, in two languages. */
async function drafted() {
  const vera = await trainer();
  const form = { way: "template", publication: newId(), title: "Our course", "language_sr-Cyrl": "yes" };
  const made = await submitNewCourse(vera, form);
  const slug = "slug" in made ? made.slug : "";
  return {
    vera,
    slug,
    textIn: async (path: string) => (await readDraftText(await requireDraft(vera, slug), path))?.text ?? "",
    paths: async () => [...(await draftFolder(await requireDraft(vera, slug))).keys()],
    ids: async () => (await outlinePage(vera, slug, "en")).steps.map(({ id }) => id),
    change: (fields: Fields) => submitOutline(vera, slug, fields),
    remove: (id: string) => submitStep(vera, slug, id, { intent: "remove", confirm: "yes" }),
    save: async (id: string, changed: Fields) =>
      submitStep(vera, slug, id, await formOf(vera, slug, id, changed)),
    publish: async () => {
      const form = { publication: newId(), learners: "stay", anyway: "yes" } as const;
      return (await publishDraft(vera, slug, form)).faults;
    },
  };
}

async function enrolled(who: Actor, slug: string): Promise<void> {
  const [by, course] = [await administrator(), await getCurrentCourse(slug)];
  await db.$transaction((tx) => enrol(tx, by, course, who.id));
}

/** The form of a step as its page gives it, but for what is changed. */
async function formOf(vera: Actor, slug: string, id: string, changed: Fields = {}): Promise<Fields> {
  const { step, titles, basis } = await stepPage(vera, slug, id, "en");
  const fields: Fields = { basis, minutes: String(step.minutes), after: step.after };
  for (const [tag, title] of Object.entries(titles)) fields[`title_${tag}`] = title;
  return { ...fields, ...(step.required && { required: "yes" }), ...changed };
}

test("a lesson is added before the survey and published when it is written; the rest stays to the byte", async () => {
  const { vera, slug, textIn, ids, change, publish } = await drafted();
  const before = await textIn("course.yaml");

  const titles = { title_en: "Phones: a check", "title_sr-Cyrl": "Телефони" };
  expect(await change({ intent: "lesson", minutes: "4", ...titles })).toEqual({ done: "lesson" });

  const lines = (await textIn("course.yaml")).split("\n");
  expect(before.split("\n").filter((line) => !lines.includes(line))).toEqual([]);
  expect(await ids()).toEqual(["listening", "notes", "quiz", "phones-a-check", "satisfaction"]);
  const untranslated = "lessons/phones-a-check/sr-Cyrl.md";
  expect((await checkDraft(vera, slug)).faults.map(({ file }) => file)).toEqual([untranslated]);
  const text = "::page[Прва]{#first}\n\nТекст.\n";
  await writeDraftText(vera, await requireDraft(vera, slug), untranslated, { text, basis: null });
  expect(await publish()).toEqual([]);
});

test("a lesson is doubled with its pages and titles, and both are published", async () => {
  const { vera, slug, textIn, ids, publish } = await drafted();
  await submitStep(vera, slug, "listening", { intent: "duplicate" });
  expect((await ids()).slice(0, 3)).toEqual(["listening", "listening-2", "notes"]);
  expect(await textIn("lessons/listening-2/sr-Cyrl.md")).toBe(await textIn("lessons/listening/sr-Cyrl.md"));
  expect((await stepPage(vera, slug, "listening-2", "en")).step.title).toBe("Listen first (2)");
  expect(await publish()).toEqual([]);
});

test("whoever takes a lesson out takes its files, its titles and what waited for it, and is asked once", async () => {
  const { vera, slug, textIn, paths, remove } = await drafted();
  expect(await submitStep(vera, slug, "listening", { intent: "remove" })).toMatchObject({
    errors: { confirm: "outline.removeUnconfirmed" },
  });
  expect(await remove("listening")).toEqual({ done: "removed" });

  expect((await paths()).filter((path) => path.startsWith("lessons/listening/"))).toEqual([]);
  expect(await textIn("text/sr-Cyrl.yaml")).not.toContain("listening:");
  const { outline } = parse(await textIn("course.yaml")) as { outline: object[] };
  expect(outline[0]).toMatchObject({ id: "notes", after: [] });
  // The questions that belonged to it have to be given another lesson.
  expect((await checkDraft(vera, slug)).faults.map(({ file }) => file)).toEqual(
    Array(2).fill("quizzes/quiz.yaml"),
  );
  for (const id of ["notes", "satisfaction"]) await remove(id);
  expect((await stepPage(vera, slug, "quiz", "en")).whyStays).toBe("outline.lastStep");
  expect(await remove("quiz")).toMatchObject({ errors: { confirm: "outline.lastStep" } });
});

test("steps are moved by buttons and to a place, and stay inside the list", async () => {
  const { ids, change } = await drafted();
  const move = (activity: string, place: string) => change({ intent: "move", activity, place });
  await move("notes", "up");
  await move("notes", "up");
  expect(await ids()).toEqual(["notes", "listening", "quiz", "satisfaction"]);
  await move("notes", "2");
  expect(await ids()).toEqual(["listening", "quiz", "notes", "satisfaction"]);
  await move("quiz", "down");
  await move("satisfaction", "down");
  expect(await ids()).toEqual(["listening", "notes", "quiz", "satisfaction"]);
});

test("steps are grouped in a section, which every language names, and learners get it with the next version", async () => {
  const { vera, slug, textIn, ids, change, publish } = await drafted();
  const before = await textIn("course.yaml");
  const titles = { title_en: "Questions and answers", "title_sr-Cyrl": "Питања" };
  expect(await submitNewSection(vera, slug, { ...titles, title_en: "", steps: ["quiz"] })).toMatchObject({
    errors: { title_en: "authoring.titleMissing" },
  });
  expect(await submitNewSection(vera, slug, titles)).toMatchObject({
    errors: { steps: "outline.sectionEmpty" },
  });
  expect(await submitNewSection(vera, slug, { ...titles, steps: ["notes", "quiz"] })).toBeNull();
  await change({ intent: "move", activity: "listening", place: "in" });
  await change({ intent: "move", activity: "quiz", place: "out" });
  expect(await ids()).toEqual(["listening", "notes", "quiz", "satisfaction"]);
  const { steps, sectionTitles } = await outlinePage(vera, slug, "sr-Cyrl");
  expect(steps.map(({ section }) => section && sectionTitles[section])).toEqual([
    "Питања",
    "Питања",
    undefined,
    undefined,
  ]);

  await submitSection(vera, slug, "questions-and-answers", {
    title_en: "Answers",
    "title_sr-Cyrl": "Одговори",
  });
  expect(await publish()).toEqual([]);
  const nora = await learner();
  await enrolled(nora, slug);
  const seen = await courseOutline(nora, slug, "sr-Cyrl");
  expect(seen.steps.map(({ section }) => section && seen.sectionTitles[section])).toEqual([
    "Одговори",
    "Одговори",
    null,
    null,
  ]);

  const book = await epubFiles(await courseContent(await getCurrentCourse(slug), "sr-Cyrl"));
  const contents = book.find(({ path }) => path === "book/nav.xhtml");
  expect(contents?.bytes.toString()).toMatch(/<li><span>Одговори<\/span><ol><li><a/);

  await beginDraft(vera, slug);
  await submitSection(vera, slug, "questions-and-answers", { intent: "remove" });
  expect(await textIn("text/sr-Cyrl.yaml")).not.toContain("Одговори");
  expect((await textIn("course.yaml")).replace("0.1.1", "0.1.0")).toBe(before);
});

test("a missing title of a section, and one whose steps are apart, are faults", async () => {
  const { vera, slug, textIn } = await drafted();
  await submitNewSection(vera, slug, { title_en: "One", steps: ["listening", "notes"] });
  const write = async (path: string, change: (text: string) => string) => {
    const { text, basis } = (await readDraftText(await requireDraft(vera, slug), path)) as DraftText;
    await writeDraftText(vera, await requireDraft(vera, slug), path, { text: change(text), basis });
  };
  await write("text/sr-Cyrl.yaml", (text) => text.replace(/^sections:\n {2}one:\n.*\n/m, ""));
  expect(await textIn("text/sr-Cyrl.yaml")).not.toMatch(/^sections:/m);
  await write("course.yaml", (text) => text.replace("id: quiz,", "id: quiz, section: two,"));
  await write("course.yaml", (text) =>
    text.replace(/id: satisfaction\n/, "id: satisfaction\n    section: one\n"),
  );
  const keys = (await checkDraft(vera, slug)).faults.map(({ key }) => key);
  expect(keys.sort()).toEqual([
    "faults.sectionSplit",
    "faults.sectionUntitled",
    "faults.sectionUntitled",
    "faults.sectionUntitled",
  ]);
});

test("a hidden step is not shown to learners and does not count; what waits for it keeps it from being hidden", async () => {
  const { vera, slug, ids, publish } = await drafted();
  const hide = (id: string, intent = "hide") => submitStep(vera, slug, id, { intent });
  expect(await hide("listening")).toMatchObject({ errors: { hide: "outline.hiddenAwaited" } });
  expect((await stepPage(vera, slug, "listening", "en")).hidingFault).toEqual({
    key: "outline.hiddenAwaited",
    titles: "Write it down",
  });
  expect(await hide("quiz")).toEqual({ done: "hidden" });
  expect(await hide("notes")).toEqual({ done: "hidden" });
  expect(await hide("quiz", "show")).toMatchObject({ errors: { hide: "outline.waitsForHidden" } });
  expect(await ids()).toContain("quiz");
  expect(await publish()).toEqual([]);

  const nora = await learner();
  await enrolled(nora, slug);
  const seen = await courseOutline(nora, slug, "en");
  expect(seen.steps.map(({ id }) => id)).toEqual(["listening", "satisfaction"]);
  await expect(pageToResume(nora, slug, "notes")).rejects.toMatchObject({ status: 404 });
  const { structure } = await getCurrentCourse(slug);
  const pages = structure.lessons.listening?.pages ?? [];
  for (const page of pages.slice(0, -1)) await finishLessonPage(nora, slug, "listening", page);
  expect(await finishLessonPage(nora, slug, "listening", pages.at(-1) ?? "")).toMatchObject({
    isCourseComplete: true,
  });
});

test("a hidden step whose rules nobody could meet is not shown until they are changed", async () => {
  const { vera, slug, save } = await drafted();
  const show = () => submitStep(vera, slug, "satisfaction", { intent: "show" });
  await submitStep(vera, slug, "satisfaction", { intent: "hide" });
  expect(await save("satisfaction", { required: "yes" })).toEqual({ done: "saved" });
  const reason = "outline.requiredAfterCertificate";
  expect(await show()).toMatchObject({ errors: { hide: reason } });
  expect((await stepPage(vera, slug, "satisfaction", "en")).hidingFault).toEqual({ key: reason, titles: "" });
  await save("satisfaction", { after: ["quiz"] });
  expect(await show()).toEqual({ done: "shown" });
});

test("who has done all but the steps that the next version hides has completed the course when she is moved to it", async () => {
  const { vera, slug, publish } = await drafted();
  expect(await publish()).toEqual([]);
  const [nora, ana] = [await learner(), await learner()];
  for (const actor of [nora, ana]) await enrolled(actor, slug);
  const { courseId, structure } = await getCurrentCourse(slug);
  for (const page of structure.lessons.listening?.pages ?? [])
    await finishLessonPage(nora, slug, "listening", page);
  await beginDraft(vera, slug);
  for (const id of ["quiz", "notes"]) await submitStep(vera, slug, id, { intent: "hide" });
  const form = { publication: newId(), learners: "move", anyway: "yes" } as const;
  expect((await publishDraft(vera, slug, form)).faults).toEqual([]);
  await performMove(courseId);
  const completedAt = async (actor: Actor) => (await courseOutline(actor, slug, "en")).completedAt;
  expect(await completedAt(nora)).not.toBeNull();
  expect(await completedAt(ana)).toBeNull();
});

test("a quiz is doubled with copies of its questions, a package with its files, and a survey is not", async () => {
  const { vera, slug, ids, paths, change, publish } = await drafted();
  const { packageId } = await uploadedPackage(vera);
  await change({ intent: "package", package: `${packageId}:1` });
  for (const id of ["quiz", "safe-passwords", "satisfaction"]) {
    await submitStep(vera, slug, id, { intent: "duplicate" });
  }
  expect((await ids()).slice(2)).toEqual([
    "quiz",
    "quiz-2",
    "safe-passwords",
    "safe-passwords-2",
    "satisfaction",
  ]);
  const named = (name: string) => async () =>
    (await paths()).filter((path) => path.startsWith(`packages/${name}/`)).length;
  expect(await named("safe-passwords-2")()).toBe(await named("safe-passwords")());
  expect(await publish()).toEqual([]);
  const { row } = await requireTaughtQuiz(vera, slug, "quiz-2");
  const { quiz } = await requireTaughtQuiz(vera, slug, "quiz-2");
  expect(row.titles).toMatchObject({ en: "Questions on both lessons (2)" });
  expect(quiz.questionIds).toHaveLength(3);
  expect(quiz.questionIds).not.toEqual((await requireTaughtQuiz(vera, slug, "quiz")).quiz.questionIds);
});

test("rules that could never be met are refused with the reason", async () => {
  const { vera, slug, save } = await drafted();
  const refusal = (reason: string) => ({ errors: { after: reason } });
  expect(await save("listening", { after: ["listening"] })).toMatchObject(refusal("outline.waitsForItself"));
  expect(await save("listening", { after: ["quiz"] })).toMatchObject(refusal("outline.waitsInCircle"));
  const afterCertificate = { after: ["certificate"] };
  const impossible = refusal("outline.requiredAfterCertificate");
  expect(await save("listening", afterCertificate)).toMatchObject(impossible);
  expect(await save("satisfaction", { required: "yes" })).toMatchObject(impossible);
  // The certificate waits for the quiz and the quiz for both lessons: even an optional one cannot wait for it.
  const optional = await formOf(vera, slug, "listening", afterCertificate);
  delete optional.required;
  expect(await submitStep(vera, slug, "listening", optional)).toMatchObject(
    refusal("outline.certificateInCircle"),
  );
  expect(await save("listening", { minutes: "9", title_en: "Listening" })).toEqual({ done: "saved" });
  expect((await stepPage(vera, slug, "listening", "en")).step).toMatchObject({
    title: "Listening",
    minutes: 9,
  });
});

test("where nothing counts for the certificate that is asked about, and what waits for it is a fault", async () => {
  const { vera, slug, publish, save, change } = await drafted();
  const saveOptional = async (id: string, changed: Fields = {}) => {
    const form = await formOf(vera, slug, id, changed);
    delete form.required;
    return submitStep(vera, slug, id, form);
  };
  for (const id of ["quiz", "notes"]) expect(await saveOptional(id)).toEqual({ done: "saved" });
  const reason = "outline.certificateAwaited";
  const refused = { errors: { required: reason }, typed: { title_en: "Listening" } };
  expect(await saveOptional("listening", { title_en: "Listening" })).toMatchObject(refused);
  await save("notes", { after: [] });
  expect(await submitStep(vera, slug, "listening", { intent: "hide" })).toMatchObject({
    errors: { hide: reason },
  });
  expect((await stepPage(vera, slug, "listening", "en")).hidingFault).toEqual({ key: reason, titles: "" });
  const removal = { intent: "remove", confirm: "yes" };
  expect((await stepPage(vera, slug, "listening", "en")).whyStays).toBe(reason);
  expect(await submitStep(vera, slug, "listening", removal)).toMatchObject({ errors: { confirm: reason } });

  // As a text a trainer may write what no form takes.
  const path = "course.yaml";
  const { text, basis } = (await readDraftText(await requireDraft(vera, slug), path)) as DraftText;
  const nothing = text.replaceAll("required: true", "required: false");
  await writeDraftText(vera, await requireDraft(vera, slug), path, { text: nothing, basis });
  const { rows } = pathPicture((await outlinePage(vera, slug, "en")).steps);
  expect(rows.filter(({ isUnreachable }) => isUnreachable).map(({ id }) => id)).toEqual(["satisfaction"]);
  expect((await publish()).map(({ key }) => key)).toEqual(["faults.waitsForNoCertificate"]);
  expect(await saveOptional("notes", { after: ["certificate"] })).toMatchObject({
    errors: { after: "outline.afterNoCertificate" },
  });
  expect(await saveOptional("notes", { minutes: "9" })).toEqual({ done: "saved" });

  await submitStep(vera, slug, "satisfaction", removal);
  await change({ intent: "survey" });
  expect((await stepPage(vera, slug, "satisfaction", "en")).step).toMatchObject({ after: [] });
  const { faults, warnings } = await checkDraft(vera, slug);
  expect(faults).toEqual([]);
  expect(warnings.map(({ key }) => key)).toContain("faults.nothingRequired");
});

test("of two trainers who change one step, the second is told and overwrites nothing", async () => {
  const { vera, slug, save } = await drafted();
  const stale = await formOf(vera, slug, "notes", { title_en: "Hers" });
  await save("notes", { title_en: "The other's" });
  expect(await submitStep(vera, slug, "notes", stale)).toMatchObject({
    errors: { form: "outline.stepChanged" },
    typed: { title_en: "Hers" },
  });
  expect((await stepPage(vera, slug, "notes", "en")).step.title).toBe("The other's");
});

test("two steps that are added at once are both there", async () => {
  const { ids, change } = await drafted();
  const add = (title: string) =>
    change({ intent: "lesson", minutes: "4", title_en: title, "title_sr-Cyrl": "" });
  await Promise.all([add("One"), add("Two")]);
  expect((await ids()).sort()).toEqual(["listening", "notes", "one", "quiz", "satisfaction", "two"]);
});

test("a quiz without questions gets no place; a package comes with its files, and the survey once", async () => {
  const { vera, slug, paths, change, remove, publish } = await drafted();
  const quiz = await createQuiz(vera, slug, { id: newId(), titles: { en: "New" }, mode: "practice" });
  expect(await change({ intent: "quiz", quiz })).toMatchObject({ errors: { quiz: "quizzes.asksNothing" } });
  await remove("quiz");
  for (const _ of [1, 2]) await change({ intent: "quiz", quiz: "quiz" });
  const { packageId } = await uploadedPackage(vera);
  await change({ intent: "package", package: `${packageId}:1` });
  await remove("satisfaction");
  for (const _ of [1, 2]) await change({ intent: "survey" });
  const foreign = await uploadedPackage(await trainer());
  await expect(change({ intent: "package", package: `${foreign.packageId}:1` })).rejects.toMatchObject({
    status: 404,
  });

  expect(await publish()).toEqual([]);
  const { structure } = await getCurrentCourse(slug);
  expect(structure.course.outline.slice(2)).toMatchObject([
    { id: "quiz", kind: "quiz" },
    { id: "safe-passwords", kind: "package" },
    { id: "satisfaction", kind: "survey", after: ["certificate"] },
  ]);
  await beginDraft(vera, slug);
  expect((await paths()).filter((path) => path.startsWith("packages/"))).not.toEqual([]);
  await remove("safe-passwords");
  expect((await paths()).filter((path) => path.startsWith("packages/"))).toEqual([]);
});

const assignment = {
  minutes: "20",
  title_en: "A first answer",
  "title_sr-Cyrl": "",
  task_en: "Write what you would say first.",
  "task_sr-Cyrl": "",
  answer: "both",
  complete: "passed",
  passMark: "50",
  points: "5",
  maxCharacters: "1500",
  maxMegabytes: "2",
  accept_pdf: "yes",
  accept_document: "yes",
};

test("a task that is answered with a text alone needs no kind of file", async () => {
  const { vera, slug } = await drafted();
  const { id } = await newAssignmentPage(vera, slug, "en");
  const { accept_pdf: _pdf, accept_document: _document, ...noKinds } = assignment;
  expect(await submitNewAssignment(vera, slug, { ...noKinds, id, answer: "text" })).toEqual({
    assignment: "a-first-answer",
  });
});

test("what only the next version has a place for is told with that place, to those who teach the course", async () => {
  const { vera, slug } = await drafted();
  const { id } = await newAssignmentPage(vera, slug, "en");
  await submitNewAssignment(vera, slug, { ...assignment, id });
  const { quizzes } = await quizListPage(vera, slug, "en");
  expect(quizzes).toMatchObject([
    { slug: "quiz", step: 3 },
    { slug: "a-first-answer", step: null },
  ]);
  expect(await quizStepsInDraft(vera, slug)).toEqual({ quiz: 3, "a-first-answer": 4 });
  await expect(quizStepsInDraft(await trainer(), slug)).rejects.toMatchObject({ status: 404 });
  await discardDraft(vera, slug);
  expect(await quizStepsInDraft(vera, slug)).toEqual({});
});

test("an assignment gets its questions, a rubric to begin with and its place at once, however often it is sent", async () => {
  const { vera, slug, ids, publish, textIn, save } = await drafted();
  const { id } = await newAssignmentPage(vera, slug, "en");
  const change = (fields: Fields) => submitNewAssignment(vera, slug, fields);
  expect(
    await change({ ...assignment, id, task_en: " ", passMark: "0", complete: "submitted" }),
  ).toMatchObject({
    errors: { task_en: "outline.assignmentTaskMissing" },
    typed: { title_en: "A first answer", complete: "submitted" },
  });
  expect(await change({ ...assignment, id, passMark: "0" })).toMatchObject({
    errors: { passMark: "outline.assignmentPassMarkMissing" },
  });
  const wrong = { points: "0", maxCharacters: "1.5", maxMegabytes: "51" };
  expect(await change({ ...assignment, ...wrong, id })).toMatchObject({
    errors: {
      points: "bank.pointsWrong",
      maxCharacters: "outline.assignmentCharactersWrong",
      maxMegabytes: "outline.assignmentMegabytesWrong",
    },
  });
  const { accept_pdf: _pdf, accept_document: _document, ...noKinds } = assignment;
  expect(await change({ ...noKinds, id })).toMatchObject({ errors: { accept_pdf: "bank.acceptNone" } });
  for (const _ of [1, 2])
    expect(await change({ ...assignment, id })).toEqual({ assignment: "a-first-answer" });
  expect(await ids()).toEqual(["listening", "notes", "quiz", "a-first-answer", "satisfaction"]);

  // The course is written in Serbian, too: the task is missing there.
  const untranslated = await publish();
  expect(untranslated.map(({ file, key }) => [file, key])).toEqual([
    ["text/sr-Cyrl.yaml", "faults.questionUntranslated"],
    ["text/sr-Cyrl.yaml", "faults.questionUntranslated"],
  ]);
  const { parts } = await assignmentSettingsPage(vera, slug, "a-first-answer", "en");
  expect(parts.map(({ asked, points }) => ({ ...asked.rare, points }))).toMatchObject([
    { kind: "essay", maxCharacters: 1500, points: 5 },
    { kind: "file", accept: ["pdf", "document"], maxMegabytes: 2, points: 5 },
  ]);
  for (const { id: questionId, bankId } of parts) {
    const { question } = await getBankQuestion(vera, bankId, questionId);
    const { texts, ...content } = contentOfStored(question.stored);
    await saveQuestion(vera, bankId, questionId, {
      versionId: question.stored.versionId,
      change: () => ({ ...content, texts: new Map(texts).set("sr-Cyrl", texts.get("en") as QuestionText) }),
    });
  }
  expect(await save("a-first-answer", { complete: "submitted", minutes: "25" })).toEqual({ done: "saved" });
  expect(await publish()).toEqual([]);
  const { structure, versionId } = await getCurrentCourse(slug);
  expect(structure.course.outline[3]).toMatchObject({
    kind: "assignment",
    assignment: "a-first-answer",
    complete: "submitted",
    minutes: 25,
  });
  expect((await getQuiz(versionId, "a-first-answer")).settings).toMatchObject({
    mode: "assignment",
    passMark: 50,
  });

  // The next version's folder has it as a quiz of its own kind, and reads it back.
  await beginDraft(vera, slug);
  expect(await textIn("quizzes/a-first-answer.yaml")).toContain("mode: assignment");
  expect((await checkDraft(vera, slug)).faults).toEqual([]);
});

test("an assignment is deleted for good once nothing has a place for it, and that is confirmed", async () => {
  const { vera, slug, ids } = await drafted();
  const { id } = await newAssignmentPage(vera, slug, "en");
  await submitNewAssignment(vera, slug, { ...assignment, id });
  const name = "a-first-answer";
  const remove = (actor: Actor, confirm: string) => submitQuizRemoval(actor, slug, name, { confirm });
  expect(await canRemoveQuiz(vera, slug, name)).toBe(false);
  await expect(remove(vera, "yes")).rejects.toThrow("quizzes.inNextVersion");
  await submitStep(vera, slug, name, { intent: "remove", confirm: "yes" });
  expect(await ids()).not.toContain(name);

  expect(await canRemoveQuiz(vera, slug, name)).toBe(true);
  expect(await remove(vera, "")).toEqual({ confirm: "quizzes.removeUnconfirmed" });
  for (const actor of [await learner(), await trainer()])
    await expect(remove(actor, "yes")).rejects.toThrow();
  expect(await remove(vera, "yes")).toBeNull();
  await expect(assignmentSettingsPage(vera, slug, name, "en")).rejects.toThrow("errors.notFound");
});

test("titles and descriptions are written in one language, unless somebody else has written there", async () => {
  const { vera, slug, textIn } = await drafted();
  const page = await textsPage(vera, slug, "sr-Cyrl", "en");
  const fields: Fields = { basis: page.basis, ...page.course };
  for (const { id, title, summary } of page.activities) {
    Object.assign(fields, { [`title-${id}`]: title, [`summary-${id}`]: summary });
  }
  const [english, before] = [await textIn("text/en.yaml"), await textIn("text/sr-Cyrl.yaml")];
  const submit = (changed: Fields) => submitTexts(vera, slug, "sr-Cyrl", { ...fields, ...changed });
  expect(await submit({})).toBeNull();
  expect(await textIn("text/sr-Cyrl.yaml")).toBe(before);

  expect(await submit({ objectives: "једно\r\n\r\nдруго", "summary-notes": "Укратко." })).toBeNull();
  const written = parse(await textIn("text/sr-Cyrl.yaml")) as TextFile;
  expect(written.course.objectives).toEqual(["једно", "друго"]);
  expect(written.activities.notes).toEqual({ title: "Запишите", summary: "Укратко." });
  expect(await textIn("text/en.yaml")).toBe(english);
  expect(await submit({ title: "Касно" })).toMatchObject({ errors: { form: "outline.textsChanged" } });
  expect(await submit({ title: "" })).toMatchObject({ errors: { title: "authoring.titleMissing" } });
});

test("faults of a form are told to nobody who may not send it", async () => {
  const { slug } = await drafted();
  for (const [actor, status] of [
    [await learner(), 403],
    [await trainer(), 404],
  ] as const) {
    const refused = { status };
    await expect(submitOutline(actor, slug, { intent: "lesson" })).rejects.toMatchObject(refused);
    await expect(submitNewAssignment(actor, slug, {})).rejects.toMatchObject(refused);
    await expect(submitStep(actor, slug, "notes", {})).rejects.toMatchObject(refused);
    await expect(submitTexts(actor, slug, "en", {})).rejects.toMatchObject(refused);
  }
});
