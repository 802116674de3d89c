import { getCourseVersion } from "#app/library/published-course.server.ts";
import { coursePackage, getPackageStructure } from "#app/library/stored-package.server.ts";
import { markCompleted } from "#app/learning/progress.server.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { type AttemptState, attemptState, writeResults } from "./attempt-state.server.ts";
import { resultsOf } from "./activity-results.ts";
import { outcomeOf, type PackageRule } from "./outcome.ts";
import { xapiOutcome } from "./xapi-outcome.server.ts";

/**
 * Works out what an attempt has come to, of which `activities` may have changed. `isCompletionDue`: the course's rule is
 * met, and `completeAttemptIn` is to follow. The caller holds the lock on the attempt's row.
 */
export async function recomputeAttemptIn(
  tx: Transaction,
  attemptId: string,
  activities: string[],
): Promise<{ isCompletionDue: boolean }> {
  const attempt = await attemptState(tx, attemptId, activities);
  const structure = await getPackageStructure(attempt.packageVersionId, tx);
  const said = await xapiOutcome(tx, attempt, structure, activities);
  const changed = said?.results ?? resultsOf(structure, activities, attempt.values);
  const { isMet, ...whole } = outcomeOf(
    {
      structure,
      results: new Map([...attempt.results, ...changed]),
      root: said ? said.root : attempt.root,
      isAllAnswered: said?.isAllAnswered ?? null,
    },
    await ruleOf(tx, attempt),
  );
  const isNewlyMet = isMet && attempt.completedAt === null && (await doesCount(tx, attempt));
  return writeResults(tx, attemptId, { whole, changed, isNewlyMet });
}

/** Writes that the rule of an attempt is met, and with it the activity of the outline. Once met, it stays met. */
export async function completeAttemptIn(
  tx: Transaction,
  attemptId: string,
): Promise<{ enrolmentId: string }> {
  const { enrolment, ...attempt } = await tx.runAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { enrolment: { select: { courseVersionId: true } } },
  });
  await tx.runAttempt.updateMany({
    where: { id: attemptId, completedAt: null },
    data: { completedAt: clock.now() },
  });
  await tx.runAttempt.updateMany({
    where: { id: attemptId, isCompletionDue: true },
    data: { isCompletionDue: false },
  });
  if (await activityOf(tx, { ...attempt, ...enrolment })) {
    await markCompleted(tx, attempt.enrolmentId, attempt.activityId);
  }
  return { enrolmentId: attempt.enrolmentId };
}

type PlacedAttempt = Pick<AttemptState, "courseVersionId" | "activityId" | "packageName">;

/** The rule of the outline; a package inside a lesson is done when it says so itself. */
async function ruleOf(tx: Transaction, attempt: PlacedAttempt): Promise<PackageRule> {
  return (await activityOf(tx, attempt))?.complete ?? "auto";
}

async function activityOf(tx: Transaction, { courseVersionId, activityId, packageName }: PlacedAttempt) {
  const { structure } = await getCourseVersion(courseVersionId, tx);
  const activity = structure.course.outline.find(({ id }) => id === activityId);
  return activity?.kind === "package" && activity.package === packageName ? activity : null;
}

/** What a learner finished counts however late it arrives, unless she was moved to another version of the package. */
async function doesCount(
  tx: Transaction,
  { isClosed, courseVersionId, packageName, packageVersionId }: AttemptState,
) {
  return !isClosed || (await coursePackage(courseVersionId, packageName, tx)).id === packageVersionId;
}
