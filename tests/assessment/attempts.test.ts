import { expect, test } from "vitest";

import { attemptResult, questionPage } from "#app/assessment/attempt-pages.server.ts";
import { quizStatus } from "#app/assessment/quiz-status.server.ts";
import { saveResponse } from "#app/assessment/answering/answer.server.ts";
import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import { submitAttempt } from "#app/certification/learner-steps.server.ts";
import { answeredAttempt, attempt, learnerBeforeTest, readLesson } from "#tests/builders/attempts.ts";
import { grantAttempt, listUsedUp } from "#app/assessment/granted-attempt.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import { listMyCourses } from "#app/learning/my-courses.server.ts";
import { db } from "#app/platform/db.server.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn } from "#tests/builders/quizzes.ts";

const quizId = "what-it-is-quiz";

test("a quiz is locked until its lesson is read, then opens", async () => {
  const ana = await enrolledLearner();
  await expect(startAttempt(ana, courseSlug, quizId)).rejects.toMatchObject({ status: 409 });
  await readLesson(ana, "what-it-is");
  expect(await startAttempt(ana, courseSlug, quizId)).toEqual({ number: 1 });
});

test("two windows that begin at once share one attempt", async () => {
  const ana = await enrolledLearner();
  await readLesson(ana, "what-it-is");
  const numbers = await Promise.all([1, 2, 3].map(() => startAttempt(ana, courseSlug, quizId)));
  expect(numbers.map(({ number }) => number)).toEqual([1, 1, 1]);
});

test("the final test keeps every answer for another device, and the newest counts", async () => {
  const ana = await learnerBeforeTest();
  const { number } = await startAttempt(ana, courseSlug, "final-test");
  const open = await openQuiz(ana, courseSlug, "final-test");
  const { items } = await attemptOf(open, number);
  await saveResponse(ana, courseSlug, "final-test", number, 1, "first");
  await saveResponse(ana, courseSlug, "final-test", number, 1, "second");
  const [item] = (await attemptOf(await openQuiz(ana, courseSlug, "final-test"), number)).items;
  expect(items).toHaveLength(10);
  expect(item).toMatchObject({ response: "second", revision: 2, isCorrect: null });
});

test("a page never holds the key or the explanation of a question that is still open", async () => {
  const ana = await learnerBeforeTest();
  const { number } = await startAttempt(ana, courseSlug, "final-test");
  for (let position = 1; position <= 10; position += 1) {
    const page = await questionPage(ana, courseSlug, "final-test", number, position, "en");
    expect(page.feedback).toBeNull();
    expect(JSON.stringify(page.asked)).not.toMatch(/"(answer|why|s\d|p\d)"/);
  }
});

test("submitting twice, even at once, marks once", async () => {
  const ana = await learnerBeforeTest();
  const number = await answeredAttempt(ana, "final-test");
  const results = await Promise.all([1, 2].map(() => submitAttempt(ana, courseSlug, "final-test", number)));
  expect(results).toEqual([{ isPassed: true }, { isPassed: true }]);
  await expect(saveResponse(ana, courseSlug, "final-test", number, 1, "late")).rejects.toMatchObject({
    key: "quiz.submittedAlready",
  });
});

test("a class that begins and hands in at the same moment is not turned away", async () => {
  const course = await courseWithQuiz({ questions: [singleChoice("Q1")] });
  const people = [];
  while (people.length < 40) people.push(await learnerIn(course));
  await Promise.all(people.map((person) => startAttempt(person, course.slug, "quiz")));
  for (const person of people) await saveResponse(person, course.slug, "quiz", 1, 1, "a");
  const results = await Promise.all(people.map((person) => submitAttempt(person, course.slug, "quiz", 1)));
  expect(results.every(({ isPassed }) => isPassed)).toBe(true);
  const done = await db.enrolment.count({
    where: { courseId: course.courseId, completedAt: { not: null } },
  });
  expect(done).toBe(40);
});

test("after three failed attempts there is no fourth, but somebody to write to", async () => {
  const ana = await learnerBeforeTest();
  for (let count = 0; count < 3; count += 1) {
    expect((await attempt(ana, "final-test", () => true)).isPassed).toBe(false);
  }
  await expect(startAttempt(ana, courseSlug, "final-test")).rejects.toMatchObject({
    key: "quiz.noAttemptLeft",
  });
  expect(await quizStatus(ana, courseSlug, "final-test", "en")).toMatchObject({
    attemptsLeft: 0,
    contacts: [],
  });
});

test("nine of ten right is not enough when the wrong one is a safety question, and the result says where to look again", async () => {
  const ana = await learnerBeforeTest();
  let isFirst = true;
  const { number, isPassed } = await attempt(ana, "final-test", ({ critical }) => {
    const isWrong = critical && isFirst;
    if (isWrong) isFirst = false;
    return isWrong;
  });
  expect(isPassed).toBe(false);
  const result = await attemptResult(ana, courseSlug, "final-test", number, "en");
  expect(result).toMatchObject({ percent: 90, criticalMissed: 1, attemptsLeft: 2 });
  expect(result.lookAgain).toHaveLength(1);
});

test("in practice an answer is explained at once and stands", async () => {
  const ana = await enrolledLearner();
  await readLesson(ana, "what-it-is");
  const { number } = await startAttempt(ana, courseSlug, quizId);
  const choice = async () =>
    (await attemptOf(await openQuiz(ana, courseSlug, quizId), number)).items.find(
      ({ stored }) => stored.question.type === "single",
    );
  const position = (await choice())?.position ?? 0;
  await saveResponse(ana, courseSlug, quizId, number, position, "wrong");
  const page = await questionPage(ana, courseSlug, quizId, number, position, "sr-Latn");
  expect(page.feedback).toMatchObject({ verdict: "wrong" });
  expect(page.feedback?.why).not.toBe("");
  await saveResponse(ana, courseSlug, quizId, number, position, "changed");
  expect((await choice())?.response).toBe("wrong");
});

test("somebody else's attempt is not there", async () => {
  const ana = await enrolledLearner();
  const mira = await enrolledLearner();
  await readLesson(ana, "what-it-is");
  await readLesson(mira, "what-it-is");
  const { number } = await startAttempt(ana, courseSlug, quizId);
  await expect(questionPage(mira, courseSlug, quizId, number, 1, "en")).rejects.toMatchObject({
    status: 404,
  });
});

test("who has used all attempts is told so, and goes on when a trainer grants one more", async () => {
  const ana = await learnerBeforeTest({ name: "Ana Uzorak" });
  const stepOf = async () =>
    (await courseOutline(ana, courseSlug, "en")).steps.find(({ id }) => id === "final-test");
  await attempt(ana, "final-test", (_, index) => index < 4);
  expect((await stepOf())?.outcome).toMatchObject({ bestPercent: 60, attemptsLeft: 2 });
  await attempt(ana, "final-test", (_, index) => index < 5);
  await attempt(ana, "final-test", (_, index) => index < 6);
  expect((await stepOf())?.outcome).toMatchObject({ bestPercent: 60, attemptsLeft: 0 });
  const [stuck] = await listMyCourses(ana, "en");
  expect(stuck).toMatchObject({ next: null, usedUp: { title: "Final test" } });
  await expect(startAttempt(ana, courseSlug, "final-test")).rejects.toMatchObject({ status: 409 });

  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  const place = (await listUsedUp(vera, courseSlug, "en")).find(({ name }) => name === ana.name);
  await expect(grantAttempt(await trainer(), courseSlug, place!)).rejects.toMatchObject({ status: 404 });
  await expect(grantAttempt(ana, courseSlug, place!)).rejects.toMatchObject({ status: 403 });
  const clicks = await Promise.allSettled([1, 2, 3].map(() => grantAttempt(vera, courseSlug, place!)));
  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.outgoingMail.count({ where: { recipientId: ana.id, template: "attempt" } })).toBe(1);
  expect((await listMyCourses(ana, "en"))[0]?.next?.title).toBe("Final test");
  expect((await attempt(ana, "final-test")).isPassed).toBe(true);
  expect(await listUsedUp(vera, courseSlug, "en")).not.toContainEqual(place);
});
