import type { Transaction } from "#app/platform/db.server.ts";

import { type Allowance, combinedAllowance } from "./attempt-deadline.ts";

/** What a learner is given at a quiz beyond its settings: for all quizzes and for this one, as one. */
export async function allowanceOf(
  client: Transaction,
  enrolmentId: string,
  quizId: string,
): Promise<Allowance> {
  return (await allowancesOf(client, [enrolmentId]))(enrolmentId, quizId);
}

/** The same of many learners, read at once. */
export async function allowancesOf(
  client: Transaction,
  enrolmentIds: string[],
): Promise<(enrolmentId: string, quizId: string) => Allowance> {
  const rows = await client.accommodation.findMany({ where: { enrolmentId: { in: enrolmentIds } } });
  return (enrolmentId, quizId) => {
    const own = rows.filter((row) => row.enrolmentId === enrolmentId);
    return combinedAllowance(
      own.find((row) => row.quizId === null) ?? null,
      own.find((row) => row.quizId === quizId) ?? null,
    );
  };
}
