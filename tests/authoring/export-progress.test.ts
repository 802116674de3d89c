import { beforeAll, expect, test } from "vitest";

import { portableItems } from "#app/assessment/portable-quiz.ts";
import { courseContent } from "#app/authoring/export/course-content.server.ts";
import { courseData } from "#app/authoring/export/copied-course.ts";
import { scoreOfAttempt } from "#app/authoring/export/runner/attempt-run.ts";
import type { CourseData } from "#app/authoring/export/runner/course-data.ts";
import {
  afterAttempt,
  noAttempt,
  nothingDone,
  standingOf,
} from "#app/authoring/export/runner/course-state.ts";
import { readState, writtenState } from "#app/authoring/export/runner/written-state.ts";
import { fieldsOfResponse } from "#app/assessment/response.ts";
import { keyOf } from "#app/assessment/grading/key.ts";
import { publishedCourse } from "#tests/builders/course.ts";
import { allDone } from "#tests/builders/exported.ts";

let data: CourseData;
let content: Awaited<ReturnType<typeof courseContent>>;

beforeAll(async () => {
  content = await courseContent(await publishedCourse(), "en");
  data = courseData(content);
});

const quizSteps = () => content.steps.flatMap((step) => (step.kind === "quiz" ? [step] : []));

test("a copy is complete when everything is done that the course asks for and a copy can do", () => {
  expect(standingOf(data, nothingDone)).toMatchObject({
    isComplete: false,
    done: 0,
    percent: null,
    isPassed: null,
  });
  const almost = standingOf(data, allDone(data, { unpassed: ["final-test"] }));
  expect(almost).toMatchObject({ isComplete: false, done: 12, required: 13, isPassed: null });
  const done = allDone(data);
  const unread = { ...done, read: { ...done.read, accounts: done.read.accounts?.slice(0, -1) ?? [] } };
  expect(standingOf(data, unread)).toMatchObject({ isComplete: false, done: 12 });
  expect(standingOf(data, done)).toMatchObject({ isComplete: true, percent: 100, isPassed: true });
});

test("the score is the final test's, and three lost attempts are the end of it", () => {
  const settings = data.quizzes["final-test"] as never;
  const attempt = (percent: number) => ({ percent, criticalMissed: 1, isPassed: false });
  let quiz = noAttempt;
  for (const percent of [40, 70, 60]) quiz = afterAttempt(quiz, settings, attempt(percent), []);
  const state = { ...allDone(data, { unpassed: ["final-test"] }), quizzes: { "final-test": quiz } };
  expect(standingOf(data, state)).toMatchObject({ percent: 70, isPassed: false, isUsedUp: true });
});

test("what was done comes back from what a platform keeps", () => {
  const open = { seed: 7, answers: { 0: { answer: "1" }, 3: { answer: ["0", "2"] } }, told: [0] };
  const state = allDone(data);
  const whole = {
    ...state,
    at: "what-it-is.numbers.html",
    quizzes: { ...state.quizzes, "pre-test": { ...noAttempt, asked: ["C1L1-1"], open } },
  };
  expect(readState(data, writtenState(data, whole, 64_000))).toEqual(whole);
  expect(readState(data, "not ours")).toEqual(nothingDone);
});

test("a platform of SCORM 1.2 has room for all of a shipped course; only open answers give way", () => {
  expect(writtenState(data, allDone(data), 4096).length).toBeLessThan(1500);
  const long = { seed: 1, answers: { 0: { answer: "ж".repeat(5000) } }, told: [] };
  const state = {
    ...allDone(data),
    quizzes: { ...allDone(data).quizzes, "final-test": { ...noAttempt, open: long } },
  };
  const text = writtenState(data, state, 4096);
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(readState(data, text).quizzes["final-test"]?.open).toEqual({ seed: 1, answers: {}, told: [] });
});

test("a test draws by its blueprint, the same for the same seed, and its keys get all points", () => {
  const { quiz } = quizSteps().find(({ activity }) => activity.id === "final-test") as never as {
    quiz: Parameters<typeof portableItems>[0];
  };
  const items = portableItems(quiz, 11, []);
  expect(items).toHaveLength(10);
  expect(portableItems(quiz, 11, [])).toEqual(items);
  const answers = Object.fromEntries(
    items.map((item, index) => [index, fieldsOfResponse(item.question, item.shown, keyOf(item.question))]),
  );
  const score = scoreOfAttempt(items, { seed: 11, answers, told: [] }, quiz.settings);
  expect(score).toMatchObject({ points: score.maxPoints, criticalMissed: 0, isPassed: true });
  expect(scoreOfAttempt(items, { seed: 11, answers: {}, told: [] }, quiz.settings).isPassed).toBe(false);
});

test("a post-test asks other questions than the pre-test asked", () => {
  const [before, after] = ["pre-test", "post-test"].map(
    (id) => quizSteps().find(({ activity }) => activity.id === id)?.quiz,
  ) as [Parameters<typeof portableItems>[0], Parameters<typeof portableItems>[0]];
  expect(data.before).toEqual({ "post-test": "pre-test" });
  const asked = portableItems(before, 3, []).map(({ key }) => key);
  const later = portableItems(after, 4, asked).map(({ key }) => key);
  expect(later).toHaveLength(5);
  expect(later.filter((key) => asked.includes(key))).toEqual([]);
});
