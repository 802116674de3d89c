import { saveResponse } from "#app/assessment/answering/answer.server.ts";
import { startAttempt } from "#app/assessment/attempt.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { step } from "#scripts/steps.js";
import { courseWithQuiz, learnerIn } from "#tests/builders/quizzes.ts";

import { type ExamPart, examParts } from "./exam-parts.ts";
import { type ExamStart, measureExamStart } from "./exam-start.ts";
import { httpClient } from "./http-client.ts";
import { percentiles, round } from "./load.ts";
import { cookieOf } from "./people.ts";
import type { Site } from "./site.ts";

type Rate = { perSecond: number; p50: number; p95: number };

export type Exams = {
  /** Answers saved as pages send them, by so many learners at once. */
  answers: Rate & { learners: number };
  /** Tests of twenty questions graded and all that follows, eight learners at once. */
  submissions: Rate & { count: number };
  examStart: ExamStart;
};

const questions = 20;
const learnersAtOnce = 50;
const seconds = 4;
const submissionCount = 120;
const submittersAtOnce = 8;

/** Measures these parts of taking tests. */
export async function measureExams<Part extends ExamPart>(
  site: Site,
  parts: readonly Part[],
): Promise<Pick<Exams, Part>> {
  const course = await courseWithQuiz({
    settings: { timeLimitMinutes: 60 },
    questions: Array.from({ length: questions }, (_, index) => ({
      id: `Q${index + 1}`,
      type: "numeric" as const,
      answer: 1,
    })),
  });
  const work = {
    answers: () => step("Answers saved", () => measureAnswers(site, course)),
    submissions: () => step("Tests submitted", () => measureSubmissions(site, course)),
    examStart: () => step("Exam start of 500 learners", () => measureExamStart(site, course)),
  };
  const measured: Partial<Exams> = {};
  for (const part of examParts) {
    if ((parts as readonly ExamPart[]).includes(part)) {
      Object.assign(measured, { [part]: await work[part]() });
    }
  }
  return measured as Pick<Exams, Part>;
}

type Sitter = { actor: Actor; cookie: string; number: number; address: string };

async function sitter(course: PublishedCourse): Promise<Sitter> {
  const actor = await learnerIn(course);
  const { number } = await startAttempt(actor, course.slug, "quiz");
  return {
    actor,
    cookie: await cookieOf(actor.id),
    number,
    address: `/learn/${course.slug}/quizzes/quiz/attempts/${number}`,
  };
}

async function sitters(course: PublishedCourse, count: number): Promise<Sitter[]> {
  const made: Sitter[] = [];
  while (made.length < count) made.push(await sitter(course));
  return made;
}

async function measureAnswers(site: Site, course: PublishedCourse): Promise<Exams["answers"]> {
  const people = await sitters(course, learnersAtOnce);
  const client = httpClient(site.address, learnersAtOnce);
  const times: number[] = [];
  let isWarm = false;
  const until = async (end: number) => {
    await Promise.all(
      people.map(async ({ cookie, address }, index) => {
        for (let turn = 0; performance.now() < end; turn += 1) {
          const path = `${address}/questions/${(turn % questions) + 1}/answer`;
          const { body, milliseconds } = await client.send("POST", path, cookie, {
            answer: turn,
            page: `page-${index}-${isWarm}`,
            change: turn + 1,
            key: `${index}-${turn}-${isWarm}`,
          });
          if (!body.includes('"outcome":"saved"')) throw new Error(`An answer was not saved: ${body}`);
          if (isWarm) times.push(milliseconds);
        }
      }),
    );
  };
  await until(performance.now() + 1000);
  isWarm = true;
  const began = performance.now();
  await until(began + seconds * 1000);
  const took = performance.now() - began;
  client.close();
  const { p50, p95 } = percentiles(times);
  return { perSecond: round((times.length / took) * 1000), p50, p95, learners: learnersAtOnce };
}

async function measureSubmissions(site: Site, course: PublishedCourse): Promise<Exams["submissions"]> {
  const people = await sitters(course, submissionCount);
  for (const { actor, number } of people) {
    for (let position = 1; position <= questions; position += 1) {
      await saveResponse(actor, course.slug, "quiz", number, position, position % 2);
    }
  }
  const client = httpClient(site.address, submittersAtOnce);
  const times: number[] = [];
  const waiting = [...people];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: submittersAtOnce }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { status, location, milliseconds } = await client.send(
          "POST",
          `${next.address}/summary`,
          next.cookie,
          {},
        );
        if (!location.endsWith("/result")) throw new Error(`A test was not submitted: ${status}.`);
        times.push(milliseconds);
      }
    }),
  );
  const took = performance.now() - began;
  client.close();
  const open = await db.attempt.count({
    where: { submittedAt: null, enrolment: { userId: { in: people.map(({ actor }) => actor.id) } } },
  });
  if (open > 0) throw new Error(`${open} tests are still open.`);
  const { p50, p95 } = percentiles(times);
  return { perSecond: round((times.length / took) * 1000), p50, p95, count: submissionCount };
}
