import { getCourseVersion } from "#app/library/published-course.server.ts";
import { coursePackage, getPackageStructure } from "#app/library/stored-package.server.ts";
import { markCompleted } from "#app/learning/progress.server.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import type { RunAttempt } from "#prisma/generated/client.ts";

import { resultsOf } from "./activity-results.server.ts";
import { resultIn } from "./boot.server.ts";
import { outcomeOf, type PackageRule, rootRollup, type RootRollup } from "./outcome.ts";
import { ownElements } from "./run-record.ts";
import { xapiOutcome } from "./xapi-outcome.server.ts";

/**
 * Works out what an attempt has come to, of which `activities` have changed. `isNewlyMet`: the course's rule is met for
 * the first time, and `completeAttemptIn` is to follow. The caller holds the lock on the attempt's row.
 */
export async function recomputeAttemptIn(
  tx: Transaction,
  attemptId: string,
  activities: string[],
): Promise<{ isNewlyMet: boolean }> {
  const attempt = await tx.runAttempt.findUniqueOrThrow({ where: { id: attemptId } });
  const structure = await getPackageStructure(attempt.packageVersionId, tx);
  const said = await xapiOutcome(tx, attempt, structure, activities);
  const changed = said?.results ?? (await resultsOf(tx, attemptId, structure, activities));
  for (const [activity, result] of changed) {
    const seconds = await secondsOf(tx, attemptId, activity);
    await tx.runActivity.upsert({
      where: { attemptId_activity: { attemptId, activity } },
      create: { attemptId, activity, ...result, seconds },
      update: { ...result, seconds },
    });
  }
  const rows = await tx.runActivity.findMany({ where: { attemptId } });
  const { isMet, ...whole } = outcomeOf(
    {
      structure,
      results: new Map(rows.map((row) => [row.activity, resultIn(row)])),
      root: said ? said.root : await rootOf(tx, attemptId),
      isAllAnswered: said?.isAllAnswered ?? null,
    },
    await ruleOf(tx, attempt),
  );
  const time = await tx.runTime.aggregate({ where: { attemptId }, _sum: { seconds: true } });
  await tx.runAttempt.update({
    where: { id: attemptId },
    data: { ...whole, seconds: Math.round(time._sum.seconds ?? 0) },
  });
  return { isNewlyMet: isMet && attempt.completedAt === null && (await doesCount(tx, attempt)) };
}

/** Writes that the rule of an attempt is met, and with it the activity of the outline. Once met, it stays met. */
export async function completeAttemptIn(
  tx: Transaction,
  attemptId: string,
): Promise<{ enrolmentId: string }> {
  const attempt = await tx.runAttempt.findUniqueOrThrow({ where: { id: attemptId } });
  const { enrolmentId, activityId } = attempt;
  await tx.runAttempt.updateMany({
    where: { id: attemptId, completedAt: null },
    data: { completedAt: clock.now() },
  });
  if (await activityOf(tx, attempt)) await markCompleted(tx, enrolmentId, activityId);
  return { enrolmentId };
}

/** The rule of the outline; a package inside a lesson is done when it says so itself. */
export async function ruleOf(tx: Transaction, attempt: RunAttempt): Promise<PackageRule> {
  return (await activityOf(tx, attempt))?.complete ?? "auto";
}

async function activityOf(tx: Transaction, { enrolmentId, activityId, packageName }: RunAttempt) {
  const { structure } = await courseOf(tx, enrolmentId);
  const activity = structure.course.outline.find(({ id }) => id === activityId);
  return activity?.kind === "package" && activity.package === packageName ? activity : null;
}

/** What a learner finished counts however late it arrives, unless she was moved to another version of the package. */
async function doesCount(
  tx: Transaction,
  { closedAt, enrolmentId, packageName, packageVersionId }: RunAttempt,
) {
  if (!closedAt) return true;
  const { versionId } = await courseOf(tx, enrolmentId);
  return (await coursePackage(versionId, packageName, tx)).id === packageVersionId;
}

async function courseOf(tx: Transaction, enrolmentId: string) {
  const { courseVersionId } = await tx.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  return getCourseVersion(courseVersionId, tx);
}

async function secondsOf(tx: Transaction, attemptId: string, activity: string): Promise<number> {
  const time = await tx.runTime.aggregate({
    where: { attemptId, activity },
    _sum: { currentSeconds: true },
  });
  return Math.round(time._sum.currentSeconds ?? 0);
}

async function rootOf(tx: Transaction, attemptId: string): Promise<RootRollup | null> {
  const row = await tx.runValue.findUnique({
    where: { attemptId_activity_element: { attemptId, activity: "", element: ownElements.root } },
  });
  if (!row) return null;
  try {
    return rootRollup.parse(JSON.parse(row.value));
  } catch {
    return null;
  }
}
