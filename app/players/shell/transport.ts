import type { RunRecord } from "#app/players/run-record.ts";

import { type Outcome, sendBeacon, sendRecords } from "./records-request.ts";
import { backoff } from "./waiting.ts";
import type { WriteAheadLog } from "./write-ahead-log.ts";

/** A little wait, so that a burst of calls is one request. */
const gathering = 100;
/** Below the limits of run-record.ts, with room for the JSON around. */
const maxAtOnce = 400;
const maxBody = 900_000;

export type Transport = {
  /** Something is to be sent: soon, or at once. */
  nudge(isUrgent: boolean): void;
  /** Sends what fits while the page may be going away. */
  flush(isLeaving: boolean): void;
  /** The launch was renewed. */
  renewed(): void;
  /** Whether everything was acknowledged within that time. */
  drained(milliseconds: number): Promise<boolean>;
  isFailing(): boolean;
  /** Whether the server has refused a record for good; it stays in the browser's log. */
  isRefused(): boolean;
};

export type TransportOptions = {
  address: string;
  log: WriteAheadLog;
  onProgress: () => void;
  onExpired: () => void;
  onSuperseded: () => void;
};

/** Sends the log's records in order, one request at a time, again without end until the server has them. */
export function startTransport(options: TransportOptions): Transport {
  const { address, log } = options;
  const refused = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isSending = false;
  let isExpired = false;
  let failures = 0;
  let batchLimit = maxAtOnce;

  const pending = () => log.unsent().filter(({ seq }) => !refused.has(seq));

  function schedule(milliseconds: number) {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void send(), milliseconds);
  }

  async function send() {
    timer = null;
    const batch = batchOf(pending(), batchLimit);
    if (isSending || isExpired || batch.length === 0) return;
    isSending = true;
    const outcome = await sendRecords(address, batch);
    isSending = false;
    settle(outcome, batch);
    options.onProgress();
    if (!isExpired && pending().length > 0) schedule(failures > 0 ? backoff(failures) : 0);
  }

  function settle(outcome: Outcome, batch: RunRecord[]) {
    if ("stored" in outcome) log.acknowledge(outcome.stored);
    const isProgress = "stored" in outcome && (outcome.stored.length > 0 || outcome.kind === "refused");
    failures = isProgress || outcome.kind === "expired" ? 0 : failures + 1;
    if (outcome.kind === "answered") {
      batchLimit = maxAtOnce;
    } else if (outcome.kind === "expired") {
      isExpired = true;
      options.onExpired();
    } else if (outcome.kind === "superseded") {
      options.onSuperseded();
    } else if (outcome.kind === "refused") {
      split(batch.filter(({ seq }) => !outcome.stored.includes(seq)));
    }
  }

  /** Finds the record that the server cannot take, so that the others are not held up by it. */
  function split(left: RunRecord[]) {
    const [only, another] = left;
    if (only && !another) {
      refused.add(only.seq);
      batchLimit = maxAtOnce;
    } else {
      batchLimit = Math.max(1, Math.floor(left.length / 2));
    }
  }

  addEventListener("online", () => {
    failures = 0;
    schedule(0);
  });

  return {
    nudge(isUrgent) {
      if (failures > 0 && timer) return;
      if (isUrgent) schedule(0);
      else if (!timer) schedule(gathering);
    },
    flush(isLeaving) {
      const records = pending();
      if (records.length > 0 || isLeaving) sendBeacon(address, records, isLeaving);
    },
    renewed() {
      isExpired = false;
      failures = 0;
      schedule(0);
    },
    async drained(milliseconds) {
      schedule(0);
      const end = performance.now() + milliseconds;
      while (pending().length > 0 && performance.now() < end) {
        await new Promise((done) => setTimeout(done, 20));
      }
      return pending().length === 0;
    },
    isFailing: () => failures > 0 || isExpired,
    isRefused: () => refused.size > 0,
  };
}

function batchOf(records: RunRecord[], limit: number): RunRecord[] {
  const batch: RunRecord[] = [];
  let size = 0;
  for (const record of records.slice(0, limit)) {
    size += new Blob([JSON.stringify(record)]).size + 1;
    if (batch.length > 0 && size > maxBody) break;
    batch.push(record);
  }
  return batch;
}
