import type { RecordsAnswer, RunRecord } from "#app/players/run-record.ts";

/** What became of a request with records. "failed" covers everything that may pass: no line, 5xx, a page of a proxy. */
export type Outcome =
  | { kind: "answered"; stored: number[] }
  | { kind: "superseded"; stored: number[] }
  | { kind: "expired" }
  /** The server will not take these, however often they are sent; `stored` it has. */
  | { kind: "refused"; stored: number[] }
  | { kind: "failed" };

/** Longer than a slow server may take, because sending again costs more. */
const timeout = 60_000;
/** Chromium allows 64 KiB for all beacons under way. */
const maxBeacon = 60_000;

export function recordsBody(records: RunRecord[], isLeaving = false): string {
  return JSON.stringify({ records, isLeaving });
}

export async function sendRecords(address: string, records: RunRecord[]): Promise<Outcome> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: recordsBody(records),
      redirect: "error",
      credentials: "omit",
      signal: AbortSignal.timeout(timeout),
    });
    return outcomeOf(response.status, await response.text());
  } catch {
    return { kind: "failed" };
  }
}

/** For a browser that keeps nothing: everything waits for the answer. */
export function sendRecordNow(address: string, record: RunRecord): boolean {
  try {
    const request = new XMLHttpRequest();
    request.open("POST", address, false);
    request.send(recordsBody([record]));
    const outcome = outcomeOf(request.status, request.responseText);
    return outcome.kind === "answered" && outcome.stored.includes(record.seq);
  } catch {
    return false;
  }
}

/** What a page that goes away can still send: the smallest first, as many as fit. Nobody hears the answer. */
export function sendBeacon(address: string, records: RunRecord[], isLeaving: boolean): boolean {
  const sized = records
    .map((record) => ({ record, size: new Blob([JSON.stringify(record)]).size + 1 }))
    .sort((a, b) => a.size - b.size);
  const fitting: RunRecord[] = [];
  let size = recordsBody([], isLeaving).length;
  for (const next of sized) {
    size += next.size;
    if (size > maxBeacon) break;
    fitting.push(next.record);
  }
  fitting.sort((a, b) => a.seq - b.seq);
  return navigator.sendBeacon(address, recordsBody(fitting, isLeaving));
}

function outcomeOf(status: number, text: string): Outcome {
  const answer = parseAnswer(text);
  if (!answer) return { kind: "failed" };
  const { stored } = answer;
  if (status === 200 && answer.result) return { kind: "answered", stored };
  if (status === 401) return { kind: "expired" };
  if (status === 409) return { kind: "superseded", stored };
  if (status === 400 || status === 404 || status === 413) return { kind: "refused", stored };
  return { kind: "failed" };
}

/** Null for anything but our own JSON: a sign-in page with status 200 is no success. */
function parseAnswer(text: string): RecordsAnswer | null {
  try {
    const answer = JSON.parse(text) as Partial<RecordsAnswer> | null;
    return answer && typeof answer.result === "boolean"
      ? { ...answer, result: answer.result, stored: Array.isArray(answer.stored) ? answer.stored : [] }
      : null;
  } catch {
    return null;
  }
}
