import type { Transaction } from "#app/platform/db.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import type { RunLaunch } from "#prisma/generated/client.ts";

import { recomputeAttemptIn } from "./attempt-result.server.ts";
import { foldRecordsIn } from "./fold.server.ts";
import { holderOf, sealKeyOf } from "./run-launch.server.ts";
import {
  deliveriesBody,
  type DeliveriesAnswer,
  recordsBody,
  type RecordsAnswer,
  runRecord,
  type RunRecord,
} from "./run-record.ts";
import { storeRunStatements } from "./run-statements.server.ts";
import { recomputeTimeIn } from "./run-time.server.ts";
import { unseal } from "./sealed.ts";
import { storableText } from "./storable-text.ts";

const maxRecords = 200_000;
const maxBytes = 100_000_000;

export type StoredRecords = { seqs: number[]; isFull: boolean; attemptId: string; isNewlyMet: boolean };

/**
 * Stores records of a launch, each once, and works out what the attempt has come to, in the caller's transaction. All
 * or none: `isFull` when the launch has used up its room. Repeating it changes nothing.
 */
export async function storeRecordsIn(
  tx: Transaction,
  launchId: string,
  records: RunRecord[],
): Promise<StoredRecords> {
  const launch = await lockedLaunch(tx, launchId);
  const { attemptId } = launch;
  const seqs = [...new Set(records.map(({ seq }) => seq))];
  if (records.length === 0) return { seqs, isFull: false, attemptId, isNewlyMet: false };
  const rows = await tx.runRecord.createManyAndReturn({
    data: records.map((record) => rowOf(launchId, record)),
    skipDuplicates: true,
  });
  const bytes = rows.reduce((sum, { value }) => sum + Buffer.byteLength(value ?? ""), 0);
  if (launch.recordCount + rows.length > maxRecords || Number(launch.recordBytes) + bytes > maxBytes) {
    await tx.runRecord.deleteMany({ where: { launchId, seq: { in: rows.map(({ seq }) => seq) } } });
    return {
      seqs: seqs.filter((seq) => !rows.some((row) => row.seq === seq)),
      isFull: true,
      attemptId,
      isNewlyMet: false,
    };
  }
  await tx.runLaunch.update({
    where: { id: launchId },
    data: {
      recordCount: { increment: rows.length },
      recordBytes: { increment: bytes },
      lastSeenAt: clock.now(),
    },
  });
  await foldRecordsIn(tx, launch, rows);
  if (launch.mode !== "review") await storeRunStatements(tx, launch, rows);
  const activities = [...new Set(rows.map(({ activity }) => activity))];
  await recomputeTimeIn(tx, launch, activities);
  // A review changes no result. Without new records the rule is looked at all the same: the process may have died
  // between storing them and completing the activity.
  if (launch.mode === "review") return { seqs, isFull: false, attemptId, isNewlyMet: false };
  return { seqs, isFull: false, attemptId, ...(await recomputeAttemptIn(tx, attemptId, activities)) };
}

/** Requests of one attempt come one after the other: the fold reads before it writes. */
async function lockedLaunch(tx: Transaction, launchId: string): Promise<RunLaunch> {
  await tx.$queryRaw`
    SELECT run_attempt.id FROM run_attempt
    JOIN run_launch ON run_launch.attempt_id = run_attempt.id
    WHERE run_launch.id = ${launchId}
    FOR NO KEY UPDATE OF run_attempt`;
  return tx.runLaunch.findUniqueOrThrow({ where: { id: launchId } });
}

function rowOf(launchId: string, { seq, at, activity, kind, element, value, error }: RunRecord) {
  return {
    launchId,
    seq,
    at: new Date(at),
    receivedAt: clock.now(),
    activity: storableText(activity),
    kind,
    element: element === undefined ? null : storableText(element),
    value: value === undefined ? null : storableText(value),
    error: error === undefined ? null : storableText(error),
  };
}

/** How records are stored for good; what follows from them is done too when it resolves. */
export type StoreRecords = (launchId: string, records: RunRecord[]) => Promise<StoredRecords>;

/** Takes the body of `POST /run/<token>/records`. */
export async function takeRecords(token: string, text: string, store: StoreRecords): Promise<RecordsAnswer> {
  const body = recordsBody.safeParse(parsedJson(text));
  if (!body.success) return { result: false, stored: [], reason: "malformed" };
  const records = body.data.records.flatMap((record) => runRecord.safeParse(record).data ?? []);
  const isMalformed = records.length < body.data.records.length;
  const holder = await holderOf(token);
  if (holder.kind === "unknown") return { result: false, stored: [], reason: "unknown" };
  if (holder.kind === "tryout") return { result: true, stored: records.map(({ seq }) => seq) };
  if (holder.isExpired) return { result: false, stored: [], reason: "expired" };
  const { seqs, isFull } = await store(holder.launch.id, records);
  if (isFull) return { result: false, stored: seqs, reason: "full" };
  if (isMalformed) return { result: false, stored: seqs, reason: "malformed" };
  if (holder.isSuperseded) return { result: false, stored: seqs, reason: "superseded" };
  return { result: true, stored: seqs };
}

/** Takes the body of `POST /run/deliveries`; null when it is none. The seal is the proof of whose the records are. */
export async function takeDeliveries(text: string, store: StoreRecords): Promise<DeliveriesAnswer | null> {
  const body = deliveriesBody.safeParse(parsedJson(text));
  if (!body.success) return null;
  const launches: DeliveriesAnswer["launches"] = [];
  for (const { launchId, sealed } of body.data.launches) {
    const isKnown = await db.runLaunch.findUnique({ where: { id: launchId }, select: { id: true } });
    if (!isKnown) {
      launches.push({ launchId, stored: [], refused: [], isUnknown: true });
      continue;
    }
    const key = await sealKeyOf(launchId);
    const opened = sealed.map(({ seq, box }) => ({ seq, record: openedRecord(key, launchId, seq, box) }));
    const records = opened.flatMap(({ record }) => record ?? []);
    const { seqs, isFull } = await store(launchId, records);
    const refused = opened.flatMap(({ seq, record }) =>
      record && (!isFull || seqs.includes(seq)) ? [] : [seq],
    );
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
