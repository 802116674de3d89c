import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";

import { saveInBackground } from "#app/assessment/answering/answer.server.ts";
import { type AnswerDisk } from "#app/assessment/answering/answer-disk.ts";
import { type AnswerQueue, openAnswerQueue, type SaveState } from "#app/assessment/answering/answer-queue.ts";
import type { Delivery } from "#app/assessment/answering/answer-request.ts";
import { serverClock } from "#app/assessment/answering/server-clock.ts";
import { signedTime } from "#app/assessment/answering/signed-time.server.ts";
import { startAttempt } from "#app/assessment/attempt.server.ts";
import { submitAttempt, submitOverdueAttempt } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { RefusalError } from "#app/platform/errors.ts";
import { courseWithQuiz, learnerIn } from "#tests/builders/quizzes.ts";

const grace = 60;
const limit = 10;
const questions = 2;

afterEach(() => {
  vi.restoreAllMocks();
});

type Step =
  | { do: "give"; client: 0 | 1; position: number; value: number }
  | { do: "send" | "reload" | "submit" | "send the oldest again"; client: 0 | 1 }
  | { do: "line"; client: 0 | 1; is: "whole" | "broken" | "deaf" }
  | { do: "wait"; seconds: number }
  | { do: "worker" };

const client = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("give" as const),
      client,
      position: fc.integer({ min: 1, max: questions }),
      value: fc.nat({ max: 5 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom("send" as const, "reload" as const, "send the oldest again" as const),
      client,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("submit" as const), client }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("line" as const),
      client,
      is: fc.constantFrom("whole" as const, "broken" as const, "deaf" as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("wait" as const), seconds: fc.constantFrom(1, 20, 200) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "worker" as const }) },
);

/**
 * What must come of it, without queues, pages, versions and locks: an answer counts from the moment the server hears it
 * in time; of those to a question, the one given last.
 */
class Model {
  readonly counts = new Map<number, { given: number; value: number }>();
  submittedAt: number | null = null;
  private readonly deadline: number;

  constructor(deadline: number) {
    this.deadline = deadline;
  }

  heard(answer: { position: number; given: number; value: number }, now: number) {
    const isLate = answer.given > this.deadline || now > this.deadline + grace * 1000;
    if (this.submittedAt !== null || isLate) return;
    if ((this.counts.get(answer.position)?.given ?? -1) < answer.given)
      this.counts.set(answer.position, answer);
  }

  submitted(now: number) {
    this.submittedAt ??= Math.min(now, this.deadline);
  }

  worker(now: number) {
    if (now > this.deadline + grace * 1000) this.submitted(now);
  }
}

type Window = { queue: AnswerQueue; told: Map<number, SaveState> };

/** Two windows of one attempt with their queues, and the server that they talk to over lines that break. */
class Exam {
  now = Date.now();
  readonly model: Model;
  readonly place: { courseSlug: string; activityId: string; number: number };
  private readonly actor: Actor;
  private readonly attemptId: string;
  private readonly lines: ("whole" | "broken" | "deaf")[] = ["whole", "whole"];
  private readonly disks = [memoryDisk(), memoryDisk()];
  private readonly bodies: { position: number; body: string }[][] = [[], []];
  private readonly given = new Map<string, { position: number; given: number; value: number }>();
  private readonly windows: Window[] = [];
  private pages = 0;

  constructor(actor: Actor, courseSlug: string, number: number, attempt: { id: string; deadlineAt: Date }) {
    this.actor = actor;
    this.attemptId = attempt.id;
    this.place = { courseSlug, activityId: "quiz", number };
    this.model = new Model(attempt.deadlineAt.getTime());
  }

  async open(index: 0 | 1) {
    const first = await signedTime(this.attemptId);
    const began = this.now;
    const told = new Map<number, SaveState>();
    const queue = openAnswerQueue({
      attemptId: this.attemptId,
      page: `page-${(this.pages += 1)}`,
      clock: serverClock(first, () => this.now - began),
      key: new Uint8Array(32),
      disk: this.disks[index] as AnswerDisk,
      post: (position, body) => this.post(index, position, body),
      later: () => undefined,
    });
    for (let position = 1; position <= questions; position += 1) {
      queue.watch(position, (state) => told.set(position, state));
    }
    this.windows[index] = { queue, told };
    await queue.restored;
    await queue.flush();
  }

  private async post(index: 0 | 1, position: number, body: string): Promise<Delivery> {
    if (this.lines[index] === "broken") return { kind: "waiting" };
    this.bodies[index]?.push({ position, body });
    const answer = await this.hear(position, body);
    return this.lines[index] === "deaf" ? { kind: "waiting" } : answer;
  }

  private async hear(position: number, body: string): Promise<Delivery> {
    const fields = Object.fromEntries(new URLSearchParams(body));
    const known = this.given.get(fields.key ?? "");
    if (known) this.model.heard(known, this.now);
    try {
      const receipt = await saveInBackground(this.actor, this.place, position, fields, "en");
      return { kind: "received", receipt };
    } catch (error) {
      if (error instanceof RefusalError) return { kind: "refused", sentence: error.key };
      throw error;
    }
  }

  async take(step: Step): Promise<void> {
    this.now += 1;
    switch (step.do) {
      case "give": {
        const { position, value } = step;
        const { queue } = this.windows[step.client] as Window;
        const { key } = queue.give(position, new URLSearchParams({ answer: String(value) }), 0);
        this.given.set(key, { position, given: this.now, value });
        return;
      }
      case "send":
        await this.windows[step.client]?.queue.flush();
        return;
      case "send the oldest again": {
        const [oldest] = this.bodies[step.client] ?? [];
        if (oldest) await this.hear(oldest.position, oldest.body);
        return;
      }
      case "reload":
        return this.open(step.client);
      case "line":
        this.lines[step.client] = step.is;
        return;
      case "wait":
        this.now += step.seconds * 1000;
        return;
      case "submit":
        return this.submit();
      case "worker":
        await submitOverdueAttempt(this.attemptId);
        this.model.worker(this.now);
        return;
    }
  }

  async submit() {
    const { courseSlug, activityId, number } = this.place;
    await submitAttempt(this.actor, courseSlug, activityId, number);
    this.model.submitted(this.now);
  }

  /** Everything is whole again. */
  async end() {
    this.lines.fill("whole");
    for (const index of [0, 1] as const) await this.open(index);
  }

  async stored() {
    const attempt = await db.attempt.findUniqueOrThrow({
      where: { id: this.attemptId },
      include: { items: { orderBy: { position: "asc" } } },
    });
    return {
      answers: Object.fromEntries(
        attempt.items.flatMap(({ position, response }) => (response === null ? [] : [[position, response]])),
      ) as Record<number, unknown>,
      submittedAt: attempt.submittedAt?.getTime() ?? null,
      points: attempt.points,
    };
  }

  expected() {
    const { counts, submittedAt } = this.model;
    const right = [...counts].filter(([position, { value }]) => value === position).length;
    return {
      answers: Object.fromEntries([...counts].map(([position, { value }]) => [position, value])),
      submittedAt,
      points: submittedAt === null ? null : right,
    };
  }
}

function memoryDisk(): AnswerDisk {
  const boxes = new Map<string, string>();
  return {
    async write(id, box) {
      if (box === null) boxes.delete(id);
      else boxes.set(id, box);
      return true;
    },
    read: async (prefix) => [...boxes].filter(([id]) => id.startsWith(prefix)),
  };
}

/** The right answer to each question is its position, whatever was asked first. */
async function examination(): Promise<() => Promise<Exam>> {
  const course = await courseWithQuiz({
    settings: { timeLimitMinutes: limit, graceSeconds: grace, shuffleQuestions: false },
    questions: Array.from({ length: questions }, (_, index) => ({
      id: `Q${index + 1}`,
      type: "numeric" as const,
      answer: index + 1,
    })),
  });
  return async () => {
    const actor = await learnerIn(course);
    const { number } = await startAttempt(actor, course.slug, "quiz");
    const attempt = await db.attempt.findFirstOrThrow({ where: { enrolment: { userId: actor.id } } });
    // Whatever sets it when an attempt begins: here it is the model that must know it.
    const deadlineAt = new Date(attempt.startedAt.getTime() + limit * 60_000);
    await db.attempt.update({ where: { id: attempt.id }, data: { deadlineAt, graceSeconds: grace } });
    const exam = new Exam(actor, course.slug, number, { id: attempt.id, deadlineAt });
    exam.now = attempt.startedAt.getTime();
    vi.spyOn(clock, "now").mockImplementation(() => new Date(exam.now));
    await exam.open(0);
    await exam.open(1);
    return exam;
  };
}

test("whatever two windows, their lines, the clock and the worker do, the state is the one that a simple model predicts", async () => {
  const begin = await examination();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      vi.restoreAllMocks();
      const exam = await begin();
      for (const one of steps) await exam.take(one);
      await exam.end();
      expect(await exam.stored()).toEqual(exam.expected());
    }),
    { numRuns: Number(process.env.ANSWER_SCHEDULES ?? 40) },
  );
}, 300_000);
