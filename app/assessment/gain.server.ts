import { db, type Transaction } from "#app/platform/db.server.ts";

import { preTestOf } from "./quiz-content.server.ts";
import { markedAttempt } from "./quiz-outcome.server.ts";
import type { Pair } from "./statistics/paired-gain.ts";
import type { StoredQuiz } from "./stored-quiz.server.ts";

/**
 * How a learner did in the last pre-test before an attempt at its post-test, and in that attempt; null when the quiz is
 * no post-test, she did not take the one before, or one of them still waits for a grader.
 */
export async function gainOf(
  quiz: StoredQuiz,
  attempt: { enrolmentId: string; startedAt: Date; points: number | null; maxPoints: number | null },
  client: Transaction = db,
): Promise<Pair | null> {
  const preTest = await preTestOf(quiz, client);
  if (!preTest || !attempt.maxPoints) return null;
  const before = await client.attempt.findFirst({
    where: {
      enrolmentId: attempt.enrolmentId,
      quizId: preTest.id,
      isPassed: { not: null },
      submittedAt: { lte: attempt.startedAt },
    },
    orderBy: { number: "desc" },
  });
  if (!before) return null;
  return {
    before: markedAttempt(before).percent,
    after: (100 * (attempt.points ?? 0)) / attempt.maxPoints,
  };
}

/**
 * One pair for every learner of a course who took both a pre-test and, after it, its post-test: her first attempts at
 * each, because repeating a test is practice. For statistics only; who they are is left out. The caller has checked
 * that the actor may see the results of the course.
 */
export async function listPairs(postTest: StoredQuiz): Promise<Pair[]> {
  const preTest = await preTestOf(postTest);
  if (!preTest) return [];
  const rows = await db.attempt.findMany({
    where: { quizId: { in: [preTest.id, postTest.id] }, isPassed: { not: null }, submittedAt: { not: null } },
    orderBy: { number: "asc" },
  });
  const firstOf = (quizId: string) => {
    const first = new Map<string, (typeof rows)[number]>();
    for (const row of rows) {
      if (row.quizId === quizId && !first.has(row.enrolmentId)) first.set(row.enrolmentId, row);
    }
    return first;
  };
  const [before, after] = [firstOf(preTest.id), firstOf(postTest.id)];
  return [...after].flatMap(([enrolmentId, attempt]) => {
    const earlier = before.get(enrolmentId);
    const isBefore = earlier?.submittedAt && earlier.submittedAt <= attempt.startedAt;
    return isBefore
      ? [{ before: markedAttempt(earlier).percent, after: markedAttempt(attempt).percent }]
      : [];
  });
}
