import type { RunRecord } from "#app/players/run-record.ts";
import { seal } from "#app/players/sealed.ts";

import { readStored, removeStored, writeStored } from "./stored-records.ts";

export type NewRecord = Omit<RunRecord, "seq" | "at">;

/** Records of this launch that the server has not acknowledged. A launch is one shell page: numbers never come back. */
export type WriteAheadLog = {
  /**
   * Keeps a record for good: true only when it is in the browser's storage or, when that refuses, when the server has
   * answered that it is safe. Synchronous, because a package waits for the answer.
   */
  append(record: NewRecord): boolean;
  /** Keeps a record that nothing depends on, as well as may be. */
  note(record: NewRecord): void;
  /** In the order of their numbers. */
  unsent(): RunRecord[];
  /** Forgets what is safe on the server. */
  acknowledge(seqs: number[]): void;
  /** Whether the newest record could not be kept. */
  isFull(): boolean;
};

export type LogOptions = {
  launchId: string;
  sealKey: Uint8Array;
  /** Asks the server to store a record while everything waits; whether it has. */
  storeAtServer: (record: RunRecord) => boolean;
  onChange: (kind: RunRecord["kind"]) => void;
};

export function openLog({ launchId, sealKey, storeAtServer, onChange }: LogOptions): WriteAheadLog {
  const waiting = new Map<number, RunRecord>();
  let lastSeq = 0;
  let isFull = false;

  function number(record: NewRecord): RunRecord {
    lastSeq += 1;
    return { seq: lastSeq, at: Date.now(), ...record };
  }

  function write(record: RunRecord): boolean {
    const box = seal(sealKey, launchId, record);
    return writeStored(launchId, record.seq, box) || writeInsteadOfOutdated(record, box);
  }

  /** Values that a newer one has replaced are not needed for the result: they make room, or come back if that is too little. */
  function writeInsteadOfOutdated(newest: RunRecord, box: string): boolean {
    const outdated = outdatedBy(newest);
    const kept = outdated.map((seq) => ({ seq, box: readStored(launchId, seq) }));
    removeStored(launchId, outdated);
    if (writeStored(launchId, newest.seq, box)) {
      for (const seq of outdated) waiting.delete(seq);
      return true;
    }
    for (const one of kept) if (one.box !== null) writeStored(launchId, one.seq, one.box);
    return false;
  }

  function outdatedBy(newest: RunRecord): number[] {
    const seen = new Set([placeOf(newest)]);
    const outdated: number[] = [];
    for (const record of [...waiting.values()].reverse()) {
      if (record.kind !== "set") continue;
      const place = placeOf(record);
      if (seen.has(place)) outdated.push(record.seq);
      seen.add(place);
    }
    return outdated;
  }

  function forget(seqs: number[]) {
    removeStored(launchId, seqs);
    for (const seq of seqs) waiting.delete(seq);
  }

  return {
    append(fresh) {
      const record = number(fresh);
      const isKept = write(record);
      const isStored = !isKept && storeAtServer(record);
      // Sent all the same when nothing can promise it: a page that goes away cannot ask again.
      if (!isStored) waiting.set(record.seq, record);
      isFull = !isKept && !isStored;
      onChange(record.kind);
      return !isFull;
    },
    note(fresh) {
      const record = number(fresh);
      waiting.set(record.seq, record);
      write(record);
      onChange(record.kind);
    },
    unsent: () => [...waiting.values()],
    acknowledge(seqs) {
      forget(seqs);
      if (seqs.length > 0) isFull = false;
    },
    isFull: () => isFull,
  };
}

function placeOf({ activity, element }: RunRecord): string {
  return JSON.stringify([activity, element]);
}

/** For a review: the package may talk, nothing is kept. */
export const silentLog: WriteAheadLog = {
  append: () => true,
  note: () => {},
  unsent: () => [],
  acknowledge: () => {},
  isFull: () => false,
};
