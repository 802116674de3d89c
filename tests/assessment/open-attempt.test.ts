import { expect, test } from "vitest";

import { saveAnswer } from "#app/assessment/answering/answer.server.ts";
import { saveAnswers } from "#app/assessment/answering/answers.server.ts";
import { attemptSummary, questionPage, questionsPage } from "#app/assessment/attempt-pages.server.ts";
import { startAttempt } from "#app/assessment/attempt.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { questionOfType, singleChoice } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn, type GivenQuiz } from "#tests/builders/quizzes.ts";

async function begun(quiz: GivenQuiz) {
  const course = await courseWithQuiz(quiz);
  const ana = await learnerIn(course);
  const { number } = await startAttempt(ana, course.slug, "quiz");
  const place = { courseSlug: course.slug, activityId: "quiz", number };
  const look = (position: number) => questionPage(ana, course.slug, "quiz", number, position, "en");
  const answer = (position: number, fields: Record<string, string | string[]>) =>
    saveAnswer(ana, place, position, fields, "en");
  return { ana, place, look, answer };
}

const three = ["Q1", "Q2", "Q3"].map((id) => singleChoice(id));
const inOrder = { shuffleQuestions: false };

test("where there is no way back, a question may be answered until the next was looked at, and then no more", async () => {
  const { ana, place, look, answer } = await begun({
    settings: { ...inOrder, canGoBack: false },
    questions: three,
  });
  await look(1);
  await answer(1, { answer: "0" });
  await answer(1, { answer: "1" });
  expect((await look(1)).given).toEqual({ answer: "1" });
  await look(2);
  await expect(look(1)).rejects.toMatchObject({ key: "attempt.noWayBack" });
  await expect(answer(1, { answer: "0" })).rejects.toMatchObject({ key: "attempt.noWayBack" });
  await answer(2, { answer: "0" });
  const summary = await attemptSummary(ana, place.courseSlug, "quiz", place.number, "en");
  expect(summary.firstReachable).toBe(2);
});

test("where there is a way back, looking on keeps nobody from an earlier question", async () => {
  const { look, answer } = await begun({ settings: inOrder, questions: three });
  await look(3);
  await answer(1, { answer: "0" });
  expect((await look(1)).given).toEqual({ answer: "0" });
});

test("a form of an older window without JavaScript does not replace a newer answer: the learner is asked", async () => {
  const { look, answer } = await begun({ settings: { ...inOrder, shuffleOptions: false }, questions: three });
  expect(await answer(1, { answer: "0", revision: "0" })).toMatchObject({ isConflict: false });
  expect(await answer(1, { answer: "1", revision: "0" })).toMatchObject({ isConflict: true });
  expect((await look(1)).given).toEqual({ answer: "0" });
  expect(await answer(1, { answer: "1", revision: "1" })).toMatchObject({ isConflict: false });
  expect((await look(1)).given).toEqual({ answer: "1" });
});

test("a step that was taken stands, and practice marks a way at its end only", async () => {
  const { look, answer } = await begun({
    settings: { mode: "practice", shuffleOptions: false },
    questions: [questionOfType("branching")],
  });
  const wayShown = async () => {
    const { asked, feedback } = await look(1);
    return { taken: (asked.rare as { taken: unknown[] }).taken.length, isMarked: feedback !== null };
  };
  expect(await answer(1, { answer: "0" })).toMatchObject({ errors: null, hasTakenStep: true });
  expect(await wayShown()).toEqual({ taken: 1, isMarked: false });
  // The page of before, sent once more with the other choice.
  await answer(1, { answer: "1" });
  expect(await wayShown()).toEqual({ taken: 1, isMarked: false });
  await answer(1, { way: ["0"], answer: "0" });
  expect(await wayShown()).toEqual({ taken: 2, isMarked: true });
});

test("all questions on one page: one form saves each that is answered, whatever is wrong with the others", async () => {
  const { ana, place } = await begun({
    settings: { ...inOrder, shuffleOptions: false, layout: "all" },
    questions: [...three, questionOfType("numeric"), questionOfType("essay")],
  });
  const form = (given: Record<string, string>) => ({
    ...Object.fromEntries([1, 2, 3, 4].map((position) => [`q${position}-revision`, "0"])),
    "q4-answer": "",
    ...given,
  });
  const page = async (actor: Actor) =>
    (await questionsPage(actor, place.courseSlug, "quiz", place.number, "en")).items;
  const mistaken = await saveAnswers(ana, place, form({ "q1-answer": "1", "q4-answer": "many" }), "en");
  expect(mistaken).toMatchObject({ met: [], errors: { "q4-answer": expect.any(String) as string } });
  expect((await page(ana)).map(({ given }) => given.answer)).toEqual([
    "1",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);

  // The answer that has not changed is not a new one, though the form was sent with what the page had shown before.
  const again = await saveAnswers(ana, place, form({ "q1-answer": "1", "q3-answer": "0" }), "en");
  expect(again).toMatchObject({ met: [], errors: null });
  expect((await page(ana)).map(({ revision }) => revision)).toEqual([1, 0, 1, 0, 0]);
});
