import { afterAll, expect, test } from "vitest";

import {
  computeQuizStatistics,
  findQuizStatistics,
  isStale,
} from "#app/assessment/quiz-statistics.server.ts";
import { db } from "#app/platform/db.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { closeQueues, queueOf } from "#app/platform/queue.server.ts";
import { gainTable } from "#app/reporting/gain-table.server.ts";
import {
  questionStatisticsReport,
  quizStatisticsReport,
} from "#app/reporting/quiz-statistics-report.server.ts";
import { similarAnswersReport } from "#app/reporting/similar-answers-report.server.ts";
import { learner, trainer } from "#tests/builders/people.ts";
import { simulateAttempts } from "#tests/builders/many-attempts.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import {
  courseWithQuiz,
  courseWithQuizzes,
  learnerIn,
  takeQuiz,
  trainerOf,
} from "#tests/builders/quizzes.ts";
import compute from "#workers/compute-quiz-statistics.ts";
import sweep from "#workers/sweep-quiz-statistics.ts";

const en = i18nFor("en");
afterAll(closeQueues);

async function quizOf(courseId: string, slug = "quiz") {
  return (await db.quiz.findFirstOrThrow({ where: { courseId, slug } })).id;
}

test("a worker computes what was submitted, and again when more was", async () => {
  const course = await courseWithQuiz({
    questions: [singleChoice("Q1"), singleChoice("Q2"), singleChoice("Q3")],
    settings: { attempts: 3 },
  });
  const quizId = await quizOf(course.courseId);
  const answers = ["a", "a", "a", "b", "b"];
  const people = [];
  for (const [index, answer] of answers.entries()) {
    const person = await learnerIn(course);
    people.push(person);
    await takeQuiz(person, course, { Q1: answer, Q2: index < 2 ? "a" : "c" });
  }
  await workedOff(quizId);
  const figures = await itemsByKey(quizId, "first");
  expect(figures.get("Q1")).toMatchObject({ n: 5, right: 3, facility: 0.6, omitted: 0 });
  expect(figures.get("Q2")).toMatchObject({ n: 5, right: 2 });
  expect(figures.get("Q3")).toMatchObject({ n: 5, right: 0, omitted: 5, medianSeconds: null });
  await takeQuiz(people[4]!, course, { Q1: "a", Q2: "a", Q3: "a" });
  await workedOff(quizId);
  expect((await itemsByKey(quizId, "first")).get("Q1")).toMatchObject({ n: 5, right: 3 });
  expect((await itemsByKey(quizId, "all")).get("Q1")).toMatchObject({ n: 6, right: 4 });
});

/** The sweep asks for what has changed, once; a worker's own code does it. */
async function workedOff(quizId: string) {
  expect(await isStale(quizId)).toBe(true);
  await sweep.perform({ data: {} });
  await sweep.perform({ data: {} });
  const queue = queueOf(compute.name);
  const job = (await queue.getWaiting()).find(({ data }) => data.quizId === quizId);
  expect(job?.id).toBe(quizId);
  await compute.perform({ data: job?.data });
  await job?.remove();
  expect(await isStale(quizId)).toBe(false);
}

async function itemsByKey(quizId: string, attempts: "first" | "all") {
  const statistics = await findQuizStatistics(quizId, attempts);
  const versions = await db.questionVersion.findMany({ include: { question: { select: { key: true } } } });
  const keyOf = new Map(versions.map(({ id, question }) => [id, question.key]));
  return new Map([...(statistics?.items ?? [])].map(([id, figures]) => [keyOf.get(id), figures]));
}

test("figures are for the course's trainers, and what is too little is not shown", async () => {
  const course = await courseWithQuiz({ questions: [singleChoice("Q1"), singleChoice("Q2")] });
  const vera = await trainerOf(course);
  const here = { course: course.slug, quiz: "quiz", attempts: "first" } as const;
  for (let count = 0; count < 4; count += 1) await takeQuiz(await learnerIn(course), course, { Q1: "a" });
  await computeQuizStatistics(await quizOf(course.courseId));
  const report = await quizStatisticsReport(vera, here, en);
  expect(report).toMatchObject({ n: 4, figures: null, isStale: false });
  expect(report.itemTable.rows[0]).toMatchObject({
    facility: "not shown (fewer than 5)",
    notes: "Too few answers to tell.",
  });
  const version = report.versionIds[0]!;
  await expect(questionStatisticsReport(vera, { ...here, version }, en)).rejects.toMatchObject({
    status: 404,
  });
  await expect(quizStatisticsReport(await trainer(), here, en)).rejects.toMatchObject({ status: 404 });
  await expect(quizStatisticsReport(await learner(), here, en)).rejects.toMatchObject({ status: 403 });
  await expect(similarAnswersReport(await learner(), course.slug, "quiz", en)).rejects.toMatchObject({
    status: 403,
  });
  await expect(similarAnswersReport(await trainer(), course.slug, "quiz", en)).rejects.toMatchObject({
    status: 404,
  });
});

test("a hundred people: questions by difficulty, options by score group; who copied is named", async () => {
  const { course, quizId } = await simulateAttempts({ attempts: 100, questions: 30 });
  // The twelfth knows little: it is wrong answers in common that tell.
  await db.$executeRaw`
    UPDATE attempt_item copy SET response = source.response, is_correct = source.is_correct, points = source.points
    FROM attempt_item source
    WHERE source.attempt_id = ${`${quizId}12`} AND copy.attempt_id = ${`${quizId}13`}
      AND source.position = copy.position`;
  await db.user.update({ where: { id: `${quizId}12` }, data: { name: "Mira Uzorak" } });
  await computeQuizStatistics(quizId);
  const vera = await trainerOf(course);
  const here = { course: course.slug, quiz: "quiz", attempts: "all" } as const;
  const report = await quizStatisticsReport(vera, here, en);
  expect(report.figures).toMatchObject({ n: 100, isDichotomous: true });
  expect(report.figures!.alpha).toBeGreaterThan(0.3);
  const facilities = report.itemTable.rows.map(({ facility }) => Number.parseInt(facility ?? "", 10));
  expect(facilities).toEqual([...facilities].sort((a, b) => a - b));
  const version = report.versionIds[10]!;
  const answers = await questionStatisticsReport(vera, { ...here, version }, en);
  expect(answers.optionTable.rows.find(({ part }) => part === "Option a")).toMatchObject({ right: "right" });
  expect(answers.optionTable.rows[0]?.high).toMatch(/^\d+ of \d+$/);
  const similar = await similarAnswersReport(vera, course.slug, "quiz", en);
  expect(similar.pairs).toBe(4950);
  const { found } = (await db.quizStatistics.findFirstOrThrow({ where: { quizId, attempts: "first" } }))
    .similar as { found: { attemptIds: string[] }[] };
  expect(similar.table.rows).toHaveLength(found.length);
  expect(similar.table.rows.map(({ people }) => people)).toContain("Mira Uzorak and Ana Primer");
});

test("what a group gained from a pre-test to its post-test is told from five people on", async () => {
  const questions = [singleChoice("Q1"), singleChoice("Q2")];
  const course = await courseWithQuizzes({
    before: { questions },
    after: {
      questions: [singleChoice("Q3"), singleChoice("Q4")],
      settings: { postTestOf: "before" },
    },
  });
  const wrong = { Q1: "b", Q2: "b" };
  for (let count = 0; count < 5; count += 1) {
    if (count === 4)
      expect((await gainTable(en, course.courseId))?.rows[0]?.gain).toBe("not shown (fewer than 5)");
    const person = await learnerIn(course);
    await takeQuiz(person, course, count < 3 ? wrong : { ...wrong, Q1: "a" }, "before");
    await takeQuiz(person, course, { Q3: "a", Q4: count === 0 ? "b" : "a" }, "after");
  }
  // Before 0 0 0 50 50, after 50 100 100 100 100: gains 50 100 100 50 50, mean 70, SD 27.386; t(4) = 2.776.
  expect((await gainTable(en, course.courseId))?.rows).toEqual([
    {
      test: "Title of before → Title of after",
      n: "5",
      before: "20",
      after: "90",
      gain: "+70 (95% interval +36 to +104)",
      effect: "2.56",
    },
  ]);
});
