import type { Transaction } from "#app/platform/db.server.ts";

/** Of a course's enrolments under way, those with an attempt at a quiz that is not handed in yet. */
export async function enrolmentsInAttempt(tx: Transaction, courseId: string): Promise<Set<string>> {
  const rows = await tx.attempt.findMany({
    where: { submittedAt: null, enrolment: { courseId, completedAt: null } },
    select: { enrolmentId: true },
  });
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}
