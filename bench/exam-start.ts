import { setTimeout } from "node:timers/promises";

import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { learnerIn } from "#tests/builders/quizzes.ts";

import { type Client, httpClient } from "./http-client.ts";
import { percentiles, round } from "./load.ts";
import { cookieOf } from "./people.ts";
import type { Site } from "./site.ts";

/** Milliseconds. `begin`: until the first question is there; `save`: an answer; `page`: the next question. */
export type ExamStart = {
  learners: number;
  answers: number;
  seconds: number;
  begin: { p50: number; p95: number };
  page: { p50: number; p95: number };
  save: { p50: number; p95: number };
  errors: number;
  /** Answers that a learner was told are saved, and the database does not have. */
  lost: number;
};

const learners = 500;
const madeAtOnce = 10;
const answersEach = 5;
/** All begin within one second; then each thinks for so long before an answer. */
const rushMilliseconds = 1_000;
const [shortestThought, longestThought] = [4_000, 12_000];

type Times = { begin: number[]; page: number[]; save: number[] };
type Told = { userId: string; position: number; value: number };

/** A class that begins one test at the same moment, through the web process as browsers do. */
export async function measureExamStart(site: Site, course: PublishedCourse): Promise<ExamStart> {
  const people: { userId: string; cookie: string }[] = [];
  while (people.length < learners) {
    const some = Array.from({ length: madeAtOnce }, async () => {
      const { id } = await learnerIn(course);
      return { userId: id, cookie: await cookieOf(id) };
    });
    people.push(...(await Promise.all(some)));
  }
  const client = httpClient(site.address, learners);
  const times: Times = { begin: [], page: [], save: [] };
  const told: Told[] = [];
  let errors = 0;
  const began = performance.now();
  await Promise.all(
    people.map(async ({ userId, cookie }, index) => {
      await setTimeout(Math.random() * rushMilliseconds);
      await sit(client, course.slug, cookie, index, times, (position, value) =>
        told.push({ userId, position, value }),
      ).catch((error: unknown) => {
        errors += 1;
        if (errors === 1) console.error(error);
      });
    }),
  );
  const took = (performance.now() - began) / 1000;
  client.close();
  return {
    learners,
    answers: told.length,
    seconds: round(took),
    begin: shortened(times.begin),
    page: shortened(times.page),
    save: shortened(times.save),
    errors,
    lost: await countLost(told),
  };
}

async function sit(
  client: Client,
  slug: string,
  cookie: string,
  index: number,
  times: Times,
  tell: (position: number, value: number) => void,
) {
  const start = `/learn/${slug}/quizzes/quiz`;
  const began = performance.now();
  const { location: attempt } = await expectStatus(302, client.send("POST", start, cookie, {}));
  await expectStatus(302, client.send("GET", attempt, cookie));
  let page = await expectStatus(200, client.send("GET", `${attempt}/questions/1`, cookie));
  times.begin.push(performance.now() - began);
  for (let position = 1; position <= answersEach; position += 1) {
    const shown = performance.now();
    await setTimeout(shortestThought + Math.random() * (longestThought - shortestThought));
    const value = index * 100 + position;
    const saved = await expectStatus(
      200,
      client.send("POST", `${attempt}/questions/${position}/answer`, cookie, {
        answer: value,
        key: `${index}-${position}`,
        page: `page-${index}`,
        change: position,
        signedTime: tokenIn(page.body),
        elapsed: Math.round(performance.now() - shown),
        revision: 0,
      }),
    );
    if (!saved.body.includes('"outcome":"saved"')) throw new Error(saved.body);
    times.save.push(saved.milliseconds);
    tell(position, value);
    page = await expectStatus(200, client.send("GET", `${attempt}/questions/${position + 1}`, cookie));
    times.page.push(page.milliseconds);
  }
}

/** The signed time is the one text of this length in the page's data. */
function tokenIn(html: string): string {
  const [token = ""] = /(?<![\w-])[\w-]{80}(?![\w-])/.exec(html) ?? [];
  if (!token) throw new Error("the page holds no signed time");
  return token;
}

async function expectStatus<Answer extends { status: number; body: string }>(
  status: number,
  answering: Promise<Answer>,
): Promise<Answer> {
  const answer = await answering;
  if (answer.status !== status) throw new Error(`${answer.status}: ${answer.body.slice(0, 300)}`);
  return answer;
}

async function countLost(told: Told[]): Promise<number> {
  const items = await db.attemptItem.findMany({
    where: { attempt: { enrolment: { userId: { in: [...new Set(told.map(({ userId }) => userId))] } } } },
    select: {
      position: true,
      response: true,
      attempt: { select: { enrolment: { select: { userId: true } } } },
    },
  });
  const stored = new Map(
    items.map(({ position, response, attempt }) => [`${attempt.enrolment.userId}/${position}`, response]),
  );
  return told.filter(({ userId, position, value }) => stored.get(`${userId}/${position}`) !== value).length;
}

function shortened(times: number[]): { p50: number; p95: number } {
  const { p50, p95 } = percentiles(times);
  return { p50, p95 };
}
