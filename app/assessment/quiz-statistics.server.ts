import { clock, minutes } from "#app/platform/clock.ts";
import { db, type Json } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { computeQuizStatistics as computation } from "./statistics/jobs.ts";
import { type ItemFigures, itemFigures } from "./statistics/item-figures.ts";
import { similarAnswers } from "./statistics/similar-answers.ts";
import { type TestFigures, testFigures } from "./statistics/test-figures.ts";
import { readSubmittedAnswers, type SubmittedAnswers } from "./submitted-answers.server.ts";

/** Which attempts count: each learner's first, or every one, which are no longer independent of each other. */
export const countedAttempts = ["first", "all"] as const;
export type CountedAttempts = (typeof countedAttempts)[number];

/** What was found among attempts at the same version of a quiz; see `similarAnswers`. */
export type SimilarAnswers = {
  /** How many pairs were compared, in all versions. */
  pairs: number;
  found: {
    attemptIds: [string, string];
    bothWrong: number;
    same: number;
    expected: number;
    probability: number;
  }[];
};

export type QuizStatistics = {
  computedAt: Date;
  /** Attempts that were counted. */
  n: number;
  figures: TestFigures;
  /** By question version. */
  items: Map<string, ItemFigures>;
};

/** For a machine that is busy; usually it takes some milliseconds. */
const longestWrite = { timeout: minutes(1), maxWait: minutes(1) };

/**
 * Computes the figures of a quiz from every submitted attempt and stores them in place of the former. Safe to repeat.
 * `basis` is read first: attempts submitted meanwhile make the figures stale, never wrongly fresh.
 */
export async function computeQuizStatistics(quizId: string): Promise<void> {
  const basis = (await listBases(quizId)).get(quizId);
  if (!basis) return;
  const { first, all } = await readSubmittedAnswers(quizId);
  const ofFirst = figuresOf(first);
  const ofAll = all.attempts.length === first.attempts.length ? ofFirst : figuresOf(all);
  const computedAt = clock.now();
  await db.$transaction(async (tx) => {
    await tx.quizStatistics.deleteMany({ where: { quizId } });
    for (const [attempts, { n, test, items }] of [
      ["first", ofFirst],
      ["all", ofAll],
    ] as const) {
      const similar = attempts === "first" ? (similarIn(first) as Json) : undefined;
      await tx.quizStatistics.create({
        data: { quizId, attempts, n, basis, figures: test as Json, similar, computedAt },
      });
      await tx.questionStatistics.createMany({
        data: [...items].map(([questionVersionId, figures]) => ({
          quizId,
          attempts,
          questionVersionId,
          figures: figures as Json,
        })),
      });
    }
  }, longestWrite);
}

function figuresOf({ attempts, set }: SubmittedAnswers) {
  return { n: attempts.length, test: testFigures(set), items: itemFigures(set) };
}

/** Only those who had the same version of the quiz are compared. */
function similarIn({ attempts, set }: SubmittedAnswers): SimilarAnswers {
  const versions = new Map<string, number[]>();
  attempts.forEach(({ quizVersionId }, place) => {
    versions.set(quizVersionId, [...(versions.get(quizVersionId) ?? []), place]);
  });
  const idOf = (place: number) => attempts[place]?.attemptId ?? "";
  const results = [...versions.values()].map((places) => similarAnswers(set, places));
  return {
    pairs: results.reduce((sum, { pairs }) => sum + pairs, 0),
    found: results.flatMap(({ found }) =>
      found.map(({ first, second, ...pair }) => ({
        attemptIds: [idOf(first), idOf(second)] as [string, string],
        ...pair,
      })),
    ),
  };
}

/** The figures of a quiz as they were computed last; null when they never were. */
export async function findQuizStatistics(
  quizId: string,
  attempts: CountedAttempts,
): Promise<QuizStatistics | null> {
  const row = await db.quizStatistics.findUnique({
    where: { quizId_attempts: { quizId, attempts } },
    include: { questions: true },
  });
  return (
    row && {
      computedAt: row.computedAt,
      n: row.n,
      figures: row.figures as TestFigures,
      items: new Map(
        row.questions.map(({ questionVersionId, figures }) => [questionVersionId, figures as ItemFigures]),
      ),
    }
  );
}

/** What was found of similar answers when it was computed last; null when it never was. */
export async function findSimilarAnswers(
  quizId: string,
): Promise<(SimilarAnswers & { computedAt: Date; n: number }) | null> {
  const row = await db.quizStatistics.findUnique({
    where: { quizId_attempts: { quizId, attempts: "first" } },
  });
  return row && { ...(row.similar as SimilarAnswers), computedAt: row.computedAt, n: row.n };
}

/** Whether attempts were submitted or graded anew since the figures of a quiz were computed. */
export async function isStale(quizId: string): Promise<boolean> {
  return (await listStale(quizId)).length > 0;
}

/** Asks for the figures of a quiz, once however often it is asked while it waits. */
export async function requestQuizStatistics(quizId: string): Promise<void> {
  await enqueue(computation, { quizId }, quizId);
}

/** Asks for the figures of every quiz of which something has changed. */
export async function sweepStaleStatistics(): Promise<void> {
  for (const quizId of await listStale()) await requestQuizStatistics(quizId);
}

async function listStale(quizId?: string): Promise<string[]> {
  const [bases, rows] = await Promise.all([
    listBases(quizId),
    db.quizStatistics.findMany({
      where: { quizId, attempts: "first" },
      select: { quizId: true, basis: true },
    }),
  ]);
  const known = new Map(rows.map((row) => [row.quizId, row.basis]));
  return [...bases].filter(([id, basis]) => known.get(id) !== basis).map(([id]) => id);
}

/**
 * What the figures of each quiz would be computed from, in short: how many attempts are submitted, when the last was,
 * and the points given so far, which grading and regrading change.
 */
async function listBases(quizId?: string): Promise<Map<string, string>> {
  const rows = await db.attempt.groupBy({
    by: ["quizId"],
    where: { quizId, submittedAt: { not: null } },
    _count: { _all: true, points: true },
    _sum: { points: true },
    _max: { submittedAt: true },
  });
  return new Map(
    rows.map(({ quizId: id, _count, _sum, _max }) => [
      id,
      [_count._all, _count.points, (_sum.points ?? 0).toFixed(4), _max.submittedAt?.toISOString()].join(" "),
    ]),
  );
}
