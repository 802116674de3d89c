/** The browser's part of the write-ahead log: one key of localStorage for each sealed record. */

const prefix = "sigurna.run.";

export function storedKey(launchId: string, seq: number): string {
  return `${prefix}${launchId}.${seq}`;
}

/** Whether a key of localStorage belongs to the log. */
export function isOfLog(key: string): boolean {
  return key.startsWith(prefix);
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
      const dot = key.lastIndexOf(".");
      const launchId = key.slice(prefix.length, dot);
      const seq = Number(key.slice(dot + 1));
      const box = localStorage.getItem(key);
      if (box === null || !Number.isInteger(seq) || seq < 1) continue;
      launches.set(launchId, [...(launches.get(launchId) ?? []), { seq, box }]);
    }
  } catch {
    return [];
  }
  return [...launches].map(([launchId, sealed]) => ({
    launchId,
    sealed: sealed.sort((a, b) => a.seq - b.seq),
  }));
}
