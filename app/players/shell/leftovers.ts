import type { DeliveriesAnswer } from "#app/players/run-record.ts";

import { listStored, removeStored, type StoredLaunch } from "./stored-records.ts";
import { backoff, pause } from "./waiting.ts";

const maxBody = 900_000;
const maxLaunches = 50;
const maxSealed = 1000;

/**
 * Delivers what earlier launches of this browser could not send, whoever's they were. Resolves when nothing is left
 * that could be delivered; `onWaiting` hears how much waits while there is no connection.
 */
export async function deliverLeftovers(onWaiting: (unsent: number) => void): Promise<void> {
  const delivered = new Set<string>();
  let failures = 0;
  for (;;) {
    const parcel = parcelOf(await listStored(), delivered);
    if (parcel.length === 0) return;
    const answer = await deliver(parcel);
    if (answer) {
      failures = 0;
      settle(parcel, answer);
      for (const name of namesIn(parcel)) delivered.add(name);
    } else {
      onWaiting(parcel.reduce((sum, { sealed }) => sum + sealed.length, 0));
      await pause(backoff(failures));
      failures += 1;
    }
  }
}

async function deliver(launches: StoredLaunch[]): Promise<DeliveriesAnswer | null> {
  try {
    const response = await fetch("/run/deliveries", {
      method: "POST",
      body: JSON.stringify({ launches }),
      redirect: "error",
      credentials: "omit",
    });
    const answer = (await response.json()) as Partial<DeliveriesAnswer> | null;
    return response.ok && Array.isArray(answer?.launches) ? (answer as DeliveriesAnswer) : null;
  } catch {
    return null;
  }
}

function namesIn(parcel: StoredLaunch[]): string[] {
  return parcel.flatMap(({ launchId, sealed }) => sealed.map(({ seq }) => nameOf(launchId, seq)));
}

function nameOf(launchId: string, seq: number): string {
  return `${launchId}.${seq}`;
}

/** What the server neither has nor wants is not sent again by this page, and stays for the next. */
function settle(parcel: StoredLaunch[], answer: DeliveriesAnswer) {
  for (const { launchId, sealed } of parcel) {
    const found = answer.launches.find((launch) => launch.launchId === launchId);
    const seqs = sealed.map(({ seq }) => seq);
    const isDone = (seq: number) =>
      found !== undefined &&
      (found.isUnknown || found.stored.includes(seq) || (found.refused ?? []).includes(seq));
    removeStored(launchId, seqs.filter(isDone));
  }
}

/** As much as one request may hold. */
function parcelOf(stored: StoredLaunch[], delivered: Set<string>): StoredLaunch[] {
  const parcel: StoredLaunch[] = [];
  let size = 0;
  for (const { launchId, sealed } of stored) {
    const fitting: StoredLaunch["sealed"] = [];
    for (const record of sealed) {
      if (delivered.has(nameOf(launchId, record.seq))) continue;
      const isFirst = parcel.length === 0 && fitting.length === 0;
      if (!isFirst && (size + record.box.length > maxBody || fitting.length === maxSealed)) break;
      size += record.box.length + 40;
      fitting.push(record);
    }
    if (fitting.length > 0) parcel.push({ launchId, sealed: fitting });
    if (parcel.length === maxLaunches) break;
  }
  return parcel;
}
