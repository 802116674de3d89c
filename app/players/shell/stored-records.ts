/** The browser's part of the write-ahead log: one key of localStorage for each sealed record. */
import { maxBox } from "#app/players/run-record.ts";

const prefix = "sigurna.run.";
/** As `storedKey` writes it and the server reads it. */
const keyOfLog = /^sigurna\.run\.([\w-]{1,64})\.([1-9]\d{0,8})$/;

export function storedKey(launchId: string, seq: number): string {
  return `${prefix}${launchId}.${seq}`;
}

/**
 * Whether a key of localStorage belongs to the log. Packages write there too: what only looks like the log would be
 * refused by the server for ever, and hold up every later learner of this browser.
 */
export function isOfLog(key: string): boolean {
  return keyOfLog.test(key) && (localStorage.getItem(key) ?? "").length <= maxBox;
}

/** False when the browser has no room left, or keeps nothing at all. */
export function writeStored(launchId: string, seq: number, box: string): boolean {
  try {
    localStorage.setItem(storedKey(launchId, seq), box);
    return true;
  } catch {
    return false;
  }
}

export function readStored(launchId: string, seq: number): string | null {
  try {
    return localStorage.getItem(storedKey(launchId, seq));
  } catch {
    return null;
  }
}

export function removeStored(launchId: string, seqs: number[]) {
  try {
    for (const seq of seqs) localStorage.removeItem(storedKey(launchId, seq));
  } catch {
    // Without storage nothing is left behind.
  }
}

export type StoredLaunch = { launchId: string; sealed: { seq: number; box: string }[] };

/** What launches of this browser have left, in the order of their numbers. */
export function listStored(): StoredLaunch[] {
  const launches = new Map<string, StoredLaunch["sealed"]>();
  try {
    for (const key of Object.keys(localStorage).filter(isOfLog)) {
      const [, launchId = "", seq] = keyOfLog.exec(key) ?? [];
      const sealed = launches.get(launchId) ?? [];
      sealed.push({ seq: Number(seq), box: localStorage.getItem(key) ?? "" });
      launches.set(launchId, sealed);
    }
  } catch {
    return [];
  }
  return [...launches].map(([launchId, sealed]) => ({
    launchId,
    sealed: sealed.sort((a, b) => a.seq - b.seq),
  }));
}
