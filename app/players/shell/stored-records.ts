/** The browser's part of the write-ahead log: one key of localStorage for each sealed record, and its copy on disk. */
import { maxBox } from "#app/players/run-limits.ts";

import { copyToDisk, readFromDisk } from "./disk-copy.ts";

const prefix = "sigurna.run.";
/** As `storedKey` writes it and the server reads it. */
const keyOfLog = /^sigurna\.run\.([\w-]{1,64})\.([1-9]\d{0,8})$/;

export function storedKey(launchId: string, seq: number): string {
  return `${prefix}${launchId}.${seq}`;
}

/**
 * Whether what is stored under a key belongs to the log. Packages write there too: what only looks like the log would be
 * refused by the server for ever, and hold up every later learner of this browser.
 */
export function isOfLog(key: string, box: string): boolean {
  return keyOfLog.test(key) && box.length <= maxBox;
}

/** False when the browser has no room left, or keeps nothing at all. */
export function writeStored(launchId: string, seq: number, box: string): boolean {
  try {
    localStorage.setItem(storedKey(launchId, seq), box);
  } catch {
    return false;
  }
  copyToDisk(storedKey(launchId, seq), box);
  return true;
}

export function readStored(launchId: string, seq: number): string | null {
  try {
    return localStorage.getItem(storedKey(launchId, seq));
  } catch {
    return null;
  }
}

export function removeStored(launchId: string, seqs: number[]) {
  for (const seq of seqs) {
    try {
      localStorage.removeItem(storedKey(launchId, seq));
    } catch {
      // Without storage nothing is left behind.
    }
    copyToDisk(storedKey(launchId, seq), null);
  }
}

export type StoredLaunch = { launchId: string; sealed: { seq: number; box: string }[] };

/** What launches of this browser have left, in the order of their numbers. */
export async function listStored(): Promise<StoredLaunch[]> {
  const launches = new Map<string, StoredLaunch["sealed"]>();
  for (const [key, box] of new Map([...(await readFromDisk()), ...readLocal()])) {
    if (!isOfLog(key, box)) continue;
    const [, launchId = "", seq] = keyOfLog.exec(key) ?? [];
    const sealed = launches.get(launchId) ?? [];
    sealed.push({ seq: Number(seq), box });
    launches.set(launchId, sealed);
  }
  return [...launches].map(([launchId, sealed]) => ({
    launchId,
    sealed: sealed.sort((a, b) => a.seq - b.seq),
  }));
}

function readLocal(): [string, string][] {
  try {
    return Object.entries(localStorage) as [string, string][];
  } catch {
    return [];
  }
}
