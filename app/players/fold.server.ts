import type { Transaction } from "#app/platform/db.server.ts";
import type { RunRecord as StoredRecord } from "#prisma/generated/client.ts";

import { ownElements } from "./run-record.ts";

/** A value with its place in the order of things: the launch's number, then the record's. */
type PlacedValue = { activity: string; element: string; value: string; seq: number };

/**
 * Folds records of one launch into the values of its attempt: of each element the one with the highest (launch, seq)
 * stays, and of an activity that began anew nothing from before. Records may come in any order and any number of times.
 * The caller holds the lock on the attempt's row.
 */
export async function foldRecordsIn(
  tx: Transaction,
  launch: { attemptId: string; number: number; mode: string },
  records: StoredRecord[],
): Promise<void> {
  // A review shows a finished attempt: the package may keep its place in it, but not undo it.
  const values = valuesOf(launch.number, records).filter(
    ({ element }) => launch.mode !== "review" || isKeptInReview(element),
  );
  const resets = values.filter(({ element }) => element === ownElements.reset);
  await upsertValues(tx, launch, resets);
  for (const { activity, seq } of resets) await dropOlder(tx, launch, activity, seq);
  await upsertValues(
    tx,
    launch,
    values.filter(({ element }) => element !== ownElements.reset),
  );
}

const resultElement =
  /^cmi\.(core\.)?(score\.|lesson_status$|completion_status$|success_status$|progress_measure$|exit$)/;

function isKeptInReview(element: string): boolean {
  const isOurs = [ownElements.reset, ownElements.initialized, ownElements.terminated, ownElements.root];
  return !resultElement.test(element) && !isOurs.some((own) => own === element);
}

/** The newest value of each element among the records. */
function valuesOf(launchNumber: number, records: StoredRecord[]): PlacedValue[] {
  const newest = new Map<string, PlacedValue>();
  for (const record of records) {
    const value = valueOf(launchNumber, record);
    if (!value) continue;
    const key = `${value.activity}\n${value.element}`;
    if ((newest.get(key)?.seq ?? 0) < value.seq) newest.set(key, value);
  }
  return [...newest.values()];
}

function valueOf(launchNumber: number, record: StoredRecord): PlacedValue | null {
  const { activity, kind, element, value, seq } = record;
  if (kind === "set" && element !== null) return { activity, element, value: value ?? "", seq };
  const own = {
    initialize: ownElements.initialized,
    terminate: ownElements.terminated,
    reset: ownElements.reset,
  }[kind];
  return own ? { activity, element: own, value: `${launchNumber}:${seq}`, seq } : null;
}

async function upsertValues(
  tx: Transaction,
  { attemptId, number }: { attemptId: string; number: number },
  values: PlacedValue[],
): Promise<void> {
  if (values.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO run_value (attempt_id, activity, element, value, launch_number, seq)
    SELECT ${attemptId}, given.activity, given.element, given.value, ${number}::int, given.seq
    FROM unnest(
      ${values.map(({ activity }) => activity)}::text[],
      ${values.map(({ element }) => element)}::text[],
      ${values.map(({ value }) => value)}::text[],
      ${values.map(({ seq }) => seq)}::int[]
    ) AS given (activity, element, value, seq)
    WHERE NOT EXISTS (
      SELECT FROM run_value AS marker
      WHERE marker.attempt_id = ${attemptId}
        AND marker.activity = given.activity
        AND marker.element = ${ownElements.reset}
        AND (marker.launch_number, marker.seq) > (${number}::int, given.seq)
    )
    ON CONFLICT (attempt_id, activity, element) DO UPDATE
    SET value = excluded.value, launch_number = excluded.launch_number, seq = excluded.seq
    WHERE (run_value.launch_number, run_value.seq) < (excluded.launch_number, excluded.seq)`;
}

async function dropOlder(
  tx: Transaction,
  { attemptId, number }: { attemptId: string; number: number },
  activity: string,
  seq: number,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM run_value
    WHERE attempt_id = ${attemptId} AND activity = ${activity}
      AND (launch_number, seq) < (${number}::int, ${seq}::int)`;
}
