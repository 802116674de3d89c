import { z } from "zod";

import { h5pActivityId } from "#app/library/package-activities.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { accountOf, activityIri } from "./activity-iri.server.ts";
import { type Launch, opaqueLearnerId } from "./run-launch.server.ts";
import type { RunRecord } from "./run-record.ts";
import { storeStatementsIn } from "./statement-store.server.ts";

/** Hands the statements among the records of a launch to the statement store. */
export async function storeRunStatements(
  tx: Transaction,
  launch: Launch,
  records: RunRecord[],
): Promise<void> {
  const statements = records.flatMap(({ kind, element, value, seq }) =>
    kind === "statement" && value && z.uuid().safeParse(element).success
      ? [{ id: element as string, json: value, launchNumber: launch.number, seq }]
      : [],
  );
  if (statements.length === 0) return;
  const account = accountOf(await opaqueLearnerId(launch.enrolmentId));
  await storeStatementsIn(
    tx,
    { id: launch.attemptId, account, activityIri: activityIri(launch.packageVersionId, h5pActivityId) },
    statements,
  );
}
