import { z } from "zod";

import { h5pActivityId } from "#app/library/package-structure.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import type { RunLaunch, RunRecord } from "#prisma/generated/client.ts";

import { accountOf, activityIri } from "./activity-iri.server.ts";
import { opaqueLearnerId } from "./run-launch.server.ts";
import { storeStatementsIn } from "./statement-store.server.ts";
import { restoredText } from "./storable-text.ts";

/** Hands the statements among the records of a launch to the statement store. */
export async function storeRunStatements(
  tx: Transaction,
  launch: RunLaunch,
  records: RunRecord[],
): Promise<void> {
  const statements = records.flatMap(({ kind, element, value, seq }) =>
    kind === "statement" && value && z.uuid().safeParse(element).success
      ? [{ id: element as string, json: restoredText(value), launchNumber: launch.number, seq }]
      : [],
  );
  if (statements.length === 0) return;
  const { id, packageVersionId, enrolmentId } = await tx.runAttempt.findUniqueOrThrow({
    where: { id: launch.attemptId },
  });
  const registration = { id, account: accountOf(await opaqueLearnerId(enrolmentId)) };
  await storeStatementsIn(
    tx,
    { ...registration, activityIri: activityIri(packageVersionId, h5pActivityId) },
    statements,
  );
}
