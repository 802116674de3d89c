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
  /** Tries to keep what there was no room for. */
  keepAgain(): void;
  /** Whether something that was to be kept is neither in the browser's storage nor on the server. */
  isFull(): boolean;
  /** Whether the newest value of an element is of that kind. */
  isUnkept(activity: string, element: string): boolean;
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
  /** Of those waiting, what the package was told is not stored. */
  const unkept = new Set<number>();
  let lastSeq = 0;

  function number(record: NewRecord): RunRecord {
    lastSeq += 1;
    return { seq: lastSeq, at: Date.now(), ...record };
  }

  function write(record: RunRecord): boolean {
    const box = seal(sealKey, launchId, record);
    return writeStored(launchId, record.seq, box) || writeInsteadOfOutdated(record, box);
  }

  /** Nobody was promised it, and a newer value takes its place. */
  function dropUnkept(newest: RunRecord) {
    for (const seq of unkept) {
      const record = waiting.get(seq);
      if (record?.kind === "set" && placeOf(record) === placeOf(newest)) forget([seq]);
    }
  }

  /** Values that a newer one has replaced are not needed for the result: they make room, or come back if that is too little. */
  function writeInsteadOfOutdated(newest: RunRecord, box: string): boolean {
    const outdated = outdatedBy(newest);
    const kept = outdated.map((seq) => ({ seq, box: readStored(launchId, seq) }));
    removeStored(launchId, outdated);
    if (writeStored(launchId, newest.seq, box)) {
      forget(outdated);
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
    for (const seq of seqs) {
      waiting.delete(seq);
      unkept.delete(seq);
    }
  }

  return {
    append(fresh) {
      const record = number(fresh);
      const isKept = write(record);
      const isStored = !isKept && storeAtServer(record);
      dropUnkept(record);
      // Sent all the same when nothing can promise it: a page that goes away cannot ask again.
      if (!isStored) waiting.set(record.seq, record);
      if (!isKept && !isStored) unkept.add(record.seq);
      onChange(record.kind);
      return isKept || isStored;
    },
    note(fresh) {
      const record = number(fresh);
      waiting.set(record.seq, record);
      write(record);
      onChange(record.kind);
    },
    unsent: () => [...waiting.values()],
    acknowledge: forget,
    keepAgain() {
      for (const seq of unkept) {
        const record = waiting.get(seq);
        if (record && writeStored(launchId, seq, seal(sealKey, launchId, record))) unkept.delete(seq);
      }
    },
    isFull: () => unkept.size > 0,
    isUnkept: (activity, element) =>
      [...unkept].some((seq) => {
        const record = waiting.get(seq);
        return record?.kind === "set" && record.activity === activity && record.element === element;
      }),
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
  keepAgain: () => {},
  isFull: () => false,
  isUnkept: () => false,
};
