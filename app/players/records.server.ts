import { clock } from "#app/platform/clock.ts";
import { db, inTurn, type Transaction } from "#app/platform/db.server.ts";

import { recomputeAttemptIn } from "./attempt-result.server.ts";
import { canChangeResult, foldedElements } from "./fold.ts";
import { isTryoutToken, launchTokenHash, openTryoutToken } from "./launch-token.server.ts";
import { findLaunch, type Launch, sealKeyOf } from "./run-launch.server.ts";
import {
  deliveriesBody,
  type DeliveriesAnswer,
  recordsBody,
  type RecordsAnswer,
  runRecord,
  type RunRecord,
} from "./run-record.ts";
import { storeRunStatements } from "./run-statements.server.ts";
import { unseal } from "./sealed.ts";
import { storableText } from "./storable-text.ts";
import { reportedSeconds } from "./time-spent.ts";

const maxRecords = 200_000;
const maxBytes = 100_000_000;

/** `outcome`: the launch is gone, its token is too old, it has used up its room, or all are stored. */
export type StoredRecords = {
  outcome: "unknown" | "expired" | "full" | "stored";
  seqs: number[];
  isSuperseded: boolean;
  /** The rule is met, and the activity of the outline is still to be completed. */
  isCompletionDue: boolean;
};

/**
 * Stores records of a launch, each once, and works out what the attempt has come to: all of it or nothing. Repeating it
 * changes nothing. With `isTokenNeeded` only while the launch's token is good.
 */
export async function storeRecords(
  launch: Launch,
  records: RunRecord[],
  { isTokenNeeded }: { isTokenNeeded: boolean },
): Promise<StoredRecords> {
  const given = [...new Map(records.toReversed().map((record) => [record.seq, record])).values()];
  const changing = launch.mode === "review" ? [] : given.filter(canChangeResult);
  if (changing.length === 0) return storeRecordsIn(db, launch, given, isTokenNeeded);
  return inTurn(async (tx) => {
    const { fresh, ...stored } = await storeRecordsIn(tx, launch, given, isTokenNeeded);
    if (stored.outcome !== "stored") return stored;
    await storeRunStatements(
      tx,
      launch,
      given.filter(({ seq }) => fresh.has(seq)),
    );
    // Also for records that were known: the process may have died between storing them and completing the activity.
    const activities = [...new Set(changing.map(({ activity }) => storableText(activity)))];
    return { ...stored, ...(await recomputeAttemptIn(tx, launch.attemptId, activities)) };
  });
}

/** The part that is the same for every record, in one round trip: function store_run_records. */
async function storeRecordsIn(
  client: Transaction,
  launch: Launch,
  given: RunRecord[],
  isTokenNeeded: boolean,
): Promise<StoredRecords & { fresh: Set<number> }> {
  const now = clock.now();
  const validAt = isTokenNeeded ? now : null;
  const rows = await client.$queryRaw<(Omit<StoredRecords, "seqs"> & { fresh: number[] })[]>`
    SELECT outcome, fresh, is_superseded AS "isSuperseded", is_completion_due AS "isCompletionDue"
    FROM store_run_records(${launch.id}, ${rowsOf(launch, given)}::json, ${now}::timestamptz,
      ${validAt}::timestamptz, ${maxRecords}::int, ${maxBytes}::bigint)`;
  const [row] = rows as [(typeof rows)[number]];
  const fresh = new Set(row.fresh);
  const kept = given.filter(({ seq }) => row.outcome === "stored" || !fresh.has(seq));
  return { ...row, seqs: kept.map(({ seq }) => seq).toSorted((a, b) => a - b), fresh };
}

/** What the function takes: `folds_into` is the element of the attempt's values, `seconds` a session time. */
function rowsOf(launch: Launch, records: RunRecord[]): string {
  const folded = foldedElements(launch.mode, records);
  const text = (given: string | undefined) => given && storableText(given);
  return JSON.stringify(
    records.map((record) => ({
      seq: record.seq,
      at: record.at,
      activity: storableText(record.activity),
      kind: record.kind,
      element: text(record.element),
      value: text(record.value),
      error: text(record.error),
      seconds: reportedSeconds(record),
      folds_into: text(folded.get(record.seq)),
    })),
  );
}

/** How records are stored for good; what follows from them is done too when it resolves. */
export type StoreRecords = typeof storeRecords;

/** Takes the body of `POST /run/<token>/records`. */
export async function takeRecords(token: string, text: string, store: StoreRecords): Promise<RecordsAnswer> {
  const body = recordsBody.safeParse(parsedJson(text));
  if (!body.success) return { result: false, stored: [], reason: "malformed" };
  const records = body.data.records.flatMap((record) => runRecord.safeParse(record).data ?? []);
  const isMalformed = records.length < body.data.records.length;
  if (isTryoutToken(token)) {
    if (!(await openTryoutToken(token))) return { result: false, stored: [], reason: "unknown" };
    return { result: true, stored: records.map(({ seq }) => seq) };
  }
  const launch = await findLaunch({ tokenHash: launchTokenHash(token) });
  if (!launch) return { result: false, stored: [], reason: "unknown" };
  const { outcome, seqs, isSuperseded } = await store(launch, records, { isTokenNeeded: true });
  if (outcome !== "stored") return { result: false, stored: outcome === "full" ? seqs : [], reason: outcome };
  if (isMalformed) return { result: false, stored: seqs, reason: "malformed" };
  if (isSuperseded) return { result: false, stored: seqs, reason: "superseded" };
  return { result: true, stored: seqs };
}

/** Takes the body of `POST /run/deliveries`; null when it is none. The seal is the proof of whose the records are. */
export async function takeDeliveries(text: string, store: StoreRecords): Promise<DeliveriesAnswer | null> {
  const body = deliveriesBody.safeParse(parsedJson(text));
  if (!body.success) return null;
  const launches: DeliveriesAnswer["launches"] = [];
  for (const { launchId, sealed } of body.data.launches) {
    const launch = await findLaunch({ id: launchId });
    const key = await sealKeyOf(launchId);
    const opened = sealed.map(({ seq, box }) => ({ seq, record: openedRecord(key, launchId, seq, box) }));
    const records = opened.flatMap(({ record }) => record ?? []);
    const stored = launch && (await store(launch, records, { isTokenNeeded: false }));
    if (!stored || stored.outcome === "unknown") {
      launches.push({ launchId, stored: [], refused: [], isUnknown: true });
      continue;
    }
    const { seqs } = stored;
    const refused = opened.flatMap(({ seq, record }) => (record && seqs.includes(seq) ? [] : [seq]));
    launches.push({ launchId, stored: seqs, refused, isUnknown: false });
  }
  return { launches };
}

function openedRecord(key: Uint8Array, launchId: string, seq: number, box: string): RunRecord | null {
  const record = runRecord.safeParse(unseal(key, launchId, seq, box)).data;
  return record?.seq === seq ? record : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
