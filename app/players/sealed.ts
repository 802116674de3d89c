import { sealAt, unsealAt } from "#app/platform/sealed.ts";

import type { RunRecord } from "./run-record.ts";

/** Seals a record for the browser's log, bound to its launch and number. */
export function seal(key: Uint8Array, launchId: string, record: RunRecord): string {
  return sealAt(key, `${launchId}:${record.seq}`, record);
}

/** The opposite of `seal`; null when the box is not of this key, launch and number. */
export function unseal(key: Uint8Array, launchId: string, seq: number, box: string): unknown {
  return unsealAt(key, `${launchId}:${seq}`, box);
}
