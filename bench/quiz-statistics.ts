import { setTimeout } from "node:timers/promises";

import { requestQuizStatistics } from "#app/assessment/quiz-statistics.server.ts";
import { db } from "#app/platform/db.server.ts";
import { simulateAttempts } from "#tests/builders/many-attempts.ts";

import { round } from "./load.ts";
import type { Site } from "./site.ts";

const attempts = 10_000;
const questions = 30;

export type StatisticsTime = {
  attempts: number;
  questions: number;
  /** From asking for them until they can be read: reading, computing, similar answers, storing. Must stay below 5. */
  seconds: number;
  /** Resident memory of the worker before, and its highest so far after. */
  workerMiB: number;
  workerPeakMiB: number;
};

/** A worker computes every figure of a test that ten thousand people have taken. */
export async function measureStatistics(site: Site): Promise<StatisticsTime> {
  const { quizId } = await simulateAttempts({ attempts, questions });
  await db.$executeRaw`ANALYZE`;
  const workerMiB = site.memory().worker ?? 0;
  const start = performance.now();
  await requestQuizStatistics(quizId);
  while (!(await db.quizStatistics.findFirst({ where: { quizId, n: attempts } }))) {
    if (performance.now() - start > 60_000) throw new Error("The statistics were not computed in a minute.");
    await setTimeout(20);
  }
  const seconds = round((performance.now() - start) / 1000);
  return { attempts, questions, seconds, workerMiB, workerPeakMiB: site.peakMemory("worker") };
}
