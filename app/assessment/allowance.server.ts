import type { Transaction } from "#app/platform/db.server.ts";

import { type Allowance, combinedAllowance } from "./attempt-deadline.ts";

/** What a learner is given at a quiz beyond its settings: for all quizzes and for this one, as one. */
export async function allowanceOf(
  client: Transaction,
  enrolmentId: string,
  quizId: string,
): Promise<Allowance> {
  const rows = await client.accommodation.findMany({
    where: { enrolmentId, OR: [{ quizId }, { quizId: null }] },
  });
  return combinedAllowance(
    rows.find((row) => row.quizId === null) ?? null,
    rows.find((row) => row.quizId === quizId) ?? null,
  );
}
