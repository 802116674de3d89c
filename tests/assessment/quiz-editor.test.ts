import { expect, onTestFinished, test } from "vitest";

import { accommodationsPage, setAccommodation } from "#app/assessment/accommodation.server.ts";
import { beginAttempt } from "#app/assessment/attempt-entry.server.ts";
import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import { gainOf, listPairs } from "#app/assessment/gain.server.ts";
import { chooseQuizQuestions, tryDraw } from "#app/assessment/quiz-choice.server.ts";
import {
  changeQuiz,
  createQuiz,
  removeQuiz,
  renameQuiz,
  requireTaughtQuiz,
} from "#app/assessment/quiz-editor.server.ts";
import { previewAnswer, previewQuiz } from "#app/assessment/preview.server.ts";
import { questionsPage, quizListPage } from "#app/assessment/quiz-pages.server.ts";
import { quizStatus } from "#app/assessment/quiz-status.server.ts";
import { placementState, placeQuiz, withdrawQuiz } from "#app/authoring/quiz-placement.server.ts";
import type { PlacementForm } from "#app/authoring/quiz-placement-form.ts";
import type { Actor } from "#app/identity/actor.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { draw as drawFormat } from "#app/library/quiz-format.ts";
import { chance } from "#app/platform/chance.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { personalData } from "#app/reporting/personal-data.server.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn, takeQuiz, trainerOf } from "#tests/builders/quizzes.ts";

const eight = Array.from({ length: 8 }, (_, index) =>
  singleChoice(`Q${index + 1}`, { tags: index < 4 ? ["law"] : [] }),
);
const byRules = drawFormat.parse({ count: 4, rules: [{ tags: ["law"], count: 2 }] });

const titles = { en: "Second look", "sr-Cyrl": "Други поглед" };
const placement = (part: Partial<PlacementForm> = {}): PlacementForm => ({
  publication: newId(),
  titles,
  minutes: 10,
  required: false,
  place: "quiz",
  after: [],
  learners: "stay",
  ...part,
});

async function madeTest(): Promise<{ course: PublishedCourse; ada: Actor; slug: string }> {
  const course = await courseWithQuiz({ questions: eight });
  const ada = await trainerOf(course);
  const slug = await createQuiz(ada, course.slug, { id: newId(), titles, mode: "test" });
  return { course, ada, slug };
}

const enrolmentIn = (course: PublishedCourse, actor: Actor) =>
  db.enrolment.findFirstOrThrow({ where: { courseId: course.courseId, userId: actor.id } });

test("a trainer makes a test by rules, and learners of the course's next version take it", async () => {
  const { course, ada, slug } = await madeTest();
  expect(slug).toBe("second-look");
  await expect(placeQuiz(ada, course.slug, slug, placement())).rejects.toMatchObject({ status: 409 });

  expect((await tryDraw(ada, course.slug, slug, { ...byRules, count: 9 })).faults).toEqual([
    { kind: "count", needed: 9, available: 8 },
  ]);
  expect(await tryDraw(ada, course.slug, slug, byRules)).toMatchObject({
    usable: 8,
    faults: [],
    ruleCounts: [4],
    canBeTwice: true,
  });
  await chooseQuizQuestions(ada, course.slug, slug, { kind: "draw", draw: byRules });
  const never = placement({ required: true, after: ["certificate"] });
  expect(await placeQuiz(ada, course.slug, slug, never)).toEqual({
    after: "outline.requiredAfterCertificate",
  });
  const form = placement();
  expect(await placeQuiz(ada, course.slug, slug, form)).toBeNull();
  await placeQuiz(ada, course.slug, slug, form);

  const current = await getCurrentCourse(course.slug);
  expect(current.number).toBe(course.number + 1);
  expect(current.structure.course.outline.map(({ id }) => id)).toEqual(["quiz", "second-look"]);
  const lea = await learnerIn(current);
  const { number } = await startAttempt(lea, course.slug, slug);
  const { items } = await attemptOf(await openQuiz(lea, course.slug, slug), number);
  expect(items).toHaveLength(4);
  expect(items.filter(({ stored }) => stored.question.tags.includes("law")).length).toBeGreaterThanOrEqual(2);
  const { quizzes } = await quizListPage(ada, course.slug, "sr-Latn");
  expect(quizzes.map(({ title, step, attempts }) => [title, step, attempts])).toEqual([
    ["Title of quiz", 1, 0],
    ["Drugi pogled", 2, 1],
  ]);
});

test("a changed setting holds for the next attempt, not for the one under way", async () => {
  const course = await courseWithQuiz({ questions: eight });
  const ada = await trainerOf(course);
  const [lea, mia] = [await learnerIn(course), await learnerIn(course)];
  await startAttempt(lea, course.slug, "quiz");
  await changeQuiz(ada, course.slug, "quiz", ({ settings, questionIds }) => ({
    settings: { ...settings, passMark: 90, timeLimitMinutes: 40 },
    questionIds,
  }));
  await startAttempt(mia, course.slug, "quiz");
  const passMarkOf = async (actor: Actor) =>
    (await attemptOf(await openQuiz(actor, course.slug, "quiz"), 1)).settings.passMark;
  expect([await passMarkOf(lea), await passMarkOf(mia)]).toEqual([50, 90]);
  const { quiz } = await requireTaughtQuiz(ada, course.slug, "quiz");
  expect([quiz.number, quiz.questionIds.length]).toEqual([2, 8]);
});

test("a later closing reaches attempts under way, and an earlier one takes no time from them", async () => {
  const hour = (at: number) => new Date(Date.UTC(2100, 0, 1, at)).toISOString();
  const course = await courseWithQuiz({ questions: eight, settings: { closesAt: hour(12) } });
  const [ada, lea] = [await trainerOf(course), await learnerIn(course)];
  const enrolment = await enrolmentIn(course, lea);
  await startAttempt(lea, course.slug, "quiz");
  const closing = async (closesAt: string | undefined) => {
    await changeQuiz(ada, course.slug, "quiz", ({ settings: { closesAt: _, ...settings }, questionIds }) => ({
      settings: { ...settings, ...(closesAt && { closesAt }) },
      questionIds,
    }));
    const attempt = await db.attempt.findFirstOrThrow({ where: { enrolmentId: enrolment.id } });
    return attempt.deadlineAt?.toISOString();
  };
  expect(await closing(hour(14))).toBe(hour(14));
  expect(await closing(hour(10))).toBe(hour(12));
  expect((await quizStatus(lea, course.slug, "quiz", "en")).closesAt?.toISOString()).toBe(hour(10));
  expect(await closing(undefined)).toBeUndefined();
});

test("a list of questions keeps the order that the trainer gave it", async () => {
  const { course, ada, slug } = await madeTest();
  const { questions } = await questionsPage(ada, course.slug, slug, "en");
  const ids = questions.slice(0, 3).map(({ id }) => id);
  const chosen = [ids[2], ids[0], ids[1]] as string[];
  await chooseQuizQuestions(ada, course.slug, slug, { kind: "list", questionIds: chosen });
  await changeQuiz(ada, course.slug, slug, ({ settings, questionIds }) => ({
    settings: { ...settings, shuffleQuestions: false },
    questionIds,
  }));
  await placeQuiz(ada, course.slug, slug, placement());
  const lea = await learnerIn(await getCurrentCourse(course.slug));
  await startAttempt(lea, course.slug, slug);
  const { items } = await attemptOf(await openQuiz(lea, course.slug, slug), 1);
  expect(items.map(({ stored }) => stored.questionId)).toEqual(chosen);
  const foreign = { kind: "list" as const, questionIds: [newId()] };
  await expect(chooseQuizQuestions(ada, course.slug, slug, foreign)).rejects.toMatchObject({ status: 409 });
});

test("a quiz that somebody has had is withdrawn, one that nobody has had can be taken away", async () => {
  const { course, ada, slug } = await madeTest();
  await chooseQuizQuestions(ada, course.slug, slug, { kind: "draw", draw: byRules });
  await placeQuiz(ada, course.slug, slug, placement());
  await expect(removeQuiz(ada, course.slug, slug)).rejects.toMatchObject({ status: 409 });
  const lea = await learnerIn(await getCurrentCourse(course.slug));
  await withdrawQuiz(ada, course.slug, slug, { publication: newId(), learners: "stay" });
  expect((await getCurrentCourse(course.slug)).structure.course.outline).toHaveLength(1);
  await expect(removeQuiz(ada, course.slug, slug)).rejects.toMatchObject({ status: 409 });
  expect(await startAttempt(lea, course.slug, slug)).toEqual({ number: 1 });

  const unused = await createQuiz(ada, course.slug, { id: newId(), titles, mode: "practice" });
  expect(unused).toBe("second-look-2");
  await removeQuiz(ada, course.slug, unused);
  await expect(requireTaughtQuiz(ada, course.slug, unused)).rejects.toMatchObject({ status: 404 });
});

test("the only quiz that counts stays so, and in its place, while something waits for the certificate", async () => {
  const course = await courseWithQuiz({ questions: eight });
  const ada = await trainerOf(course);
  await createQuiz(ada, course.slug, { id: newId(), titles, mode: "practice" });
  await chooseQuizQuestions(ada, course.slug, "second-look", { kind: "draw", draw: byRules });
  const afterwards = placement({ after: ["certificate"] });
  expect(await placeQuiz(ada, course.slug, "second-look", afterwards)).toBeNull();
  const state = () => placementState(ada, course.slug, "quiz");
  const place = (required: boolean) =>
    placeQuiz(ada, course.slug, "quiz", placement({ place: "", required }));
  expect(await place(false)).toEqual({ required: "outline.certificateAwaited" });
  expect((await state()).whyStays).toBe("outline.certificateAwaited");
  const withdrawn = () => withdrawQuiz(ada, course.slug, "quiz", { publication: newId(), learners: "stay" });
  await expect(withdrawn()).rejects.toMatchObject({ key: "outline.certificateAwaited" });
  expect(await place(true)).toBeNull();

  await withdrawQuiz(ada, course.slug, "second-look", { publication: newId(), learners: "stay" });
  expect((await state()).whyStays).toBe("outline.lastStep");
  expect(await place(false)).toBeNull();
});

test("extra time reaches an attempt under way, is seen by the course's trainers only, and is hers to read", async () => {
  const course = await courseWithQuiz({ questions: eight, settings: { timeLimitMinutes: 40, attempts: 1 } });
  const [ada, lea] = [await trainerOf(course), await learnerIn(course)];
  const enrolment = await enrolmentIn(course, lea);
  await startAttempt(lea, course.slug, "quiz");
  const nothing = { extraPercent: 0, extraMinutes: 0, extraAttempts: 0, opensAt: null, closesAt: null };
  const minutesOfAttempt = async () => {
    const { deadlineAt, startedAt } = await db.attempt.findFirstOrThrow({
      where: { enrolmentId: enrolment.id },
    });
    return ((deadlineAt?.getTime() ?? 0) - startedAt.getTime()) / 60_000;
  };
  expect(await minutesOfAttempt()).toBe(40);
  await setAccommodation(ada, course.slug, enrolment.id, { ...nothing, quiz: "", extraPercent: 25 });
  expect(await minutesOfAttempt()).toBe(50);
  await setAccommodation(ada, course.slug, enrolment.id, { ...nothing, quiz: "quiz", extraMinutes: 20 });
  expect(await minutesOfAttempt()).toBe(60);
  expect((await quizStatus(lea, course.slug, "quiz", "en")).minutes).toBe(60);
  await setAccommodation(ada, course.slug, enrolment.id, { ...nothing, quiz: "quiz", extraAttempts: 2 });
  expect((await quizStatus(lea, course.slug, "quiz", "en")).attemptsAllowed).toBe(3);

  const other = await trainerOf(await courseWithQuiz({ questions: eight }));
  await expect(accommodationsPage(other, course.slug, enrolment.id, "en")).rejects.toMatchObject({
    status: 404,
  });
  await expect(accommodationsPage(lea, course.slug, enrolment.id, "en")).rejects.toMatchObject({
    status: 403,
  });
  const { enrolments, audit } = await personalData(lea);
  expect(enrolments[0]?.accommodations).toHaveLength(2);
  expect(audit.filter(({ action }) => action === "enrolment.accommodated")).toHaveLength(3);

  await setAccommodation(ada, course.slug, enrolment.id, { ...nothing, quiz: "" });
  await setAccommodation(ada, course.slug, enrolment.id, { ...nothing, quiz: "quiz" });
  expect(await db.accommodation.count({ where: { enrolmentId: enrolment.id } })).toBe(0);
  expect(await minutesOfAttempt()).toBe(40);
});

test("the access code and the honest statement stand before the first question, and codes cannot be guessed at will", async () => {
  const course = await courseWithQuiz({
    questions: eight,
    settings: { accessCode: "moss-42", honestyStatement: true },
  });
  const lea = await learnerIn(course);
  const begin = (accessCode: string, isHonest: boolean) =>
    beginAttempt(lea, course.slug, "quiz", { accessCode, isHonest });
  expect((await begin("", false)).errors).toEqual({
    isHonest: "quiz.honestyMissing",
    accessCode: "quiz.codeWrong",
  });
  expect((await begin("moss-43", true)).errors).toEqual({ accessCode: "quiz.codeWrong" });
  expect(await begin("moss-42", true)).toEqual({ number: 1, errors: null });
  expect(await begin("", false)).toEqual({ number: 1, errors: null });

  const mia = await learnerIn(course);
  const guess = () => beginAttempt(mia, course.slug, "quiz", { accessCode: "guess", isHonest: true });
  for (let tries = 0; tries < 10; tries += 1) await guess();
  await expect(guess()).rejects.toMatchObject({ status: 429 });
});

test("a post-test asks the same learner other questions and tells what she has gained", async () => {
  const { course, ada, slug } = await madeTest();
  await chooseQuizQuestions(ada, course.slug, "quiz", { kind: "draw", draw: byRules });
  await changeQuiz(ada, course.slug, slug, ({ settings }) => ({
    settings: { ...settings, postTestOf: "quiz" },
    questionIds: [],
  }));
  await placeQuiz(ada, course.slug, slug, placement());
  const current = await getCurrentCourse(course.slug);
  const right = Object.fromEntries(eight.map(({ id }) => [id, "a"]));
  const asked = async (actor: Actor, activityId: string) =>
    (await attemptOf(await openQuiz(actor, course.slug, activityId), 1)).items.map(
      ({ stored }) => stored.questionId,
    );
  const takeBoth = async () => {
    const actor = await learnerIn(current);
    await takeQuiz(actor, current, {}, "quiz");
    await takeQuiz(actor, current, right, slug);
    return actor;
  };
  // A draw that does not think of the post-test leaves it too few of the law in about one case of four.
  const { integer } = chance;
  onTestFinished(() => void (chance.integer = integer));
  for (let seed = 0; seed < 12; seed += 1) {
    chance.integer = () => seed * 7919;
    const actor = await takeBoth();
    const all = [...(await asked(actor, "quiz")), ...(await asked(actor, slug))];
    expect(new Set(all).size, `seed ${seed * 7919}`).toBe(8);
  }

  const lea = await takeBoth();
  const open = await openQuiz(lea, course.slug, slug);
  const attempt = await attemptOf(open, 1);
  const gain = await gainOf(open.quiz, attempt);
  expect(gain?.before).toBe(0);
  expect(gain?.after).toBe(100);
  expect(await listPairs(open.quiz)).toContainEqual(gain);
});

test("a quiz without a place can be seen as a learner and called something else", async () => {
  const { course, ada, slug } = await madeTest();
  const preview = () => previewQuiz(ada, course.slug, slug, 1, "sr-Latn");
  await expect(preview()).rejects.toMatchObject({ status: 404 });
  const { questions } = await questionsPage(ada, course.slug, slug, "en");
  const chosen = questions.slice(0, 2).map(({ id }) => id);
  await chooseQuizQuestions(ada, course.slug, slug, { kind: "list", questionIds: chosen });
  await renameQuiz(ada, course.slug, slug, { ...titles, "sr-Cyrl": "Трећи поглед" });
  const seen = await preview();
  expect(seen).toMatchObject({ title: "Treći pogled", total: 2 });
  const fields = { question: seen.question.id, answer: "0" };
  const { feedback } = await previewAnswer(ada, course.slug, fields, "en", slug);
  expect(feedback?.verdict).toMatch(/^(right|wrong)$/);
  const other = await trainerOf(await courseWithQuiz({ questions: eight }));
  await expect(previewQuiz(other, course.slug, slug, 1, "en")).rejects.toMatchObject({ status: 404 });
});
