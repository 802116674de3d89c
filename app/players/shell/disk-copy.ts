import { browserStore } from "#app/platform/browser-disk.ts";

/**
 * A copy of the log in IndexedDB. Chromium brings localStorage to disk seconds, often a minute, after it was written
 * (docs/decisions/0015), and a browser that is killed forgets it; what is written here is on disk within milliseconds.
 * No package can be kept waiting for it, so it is a copy and no promise.
 */
const records = browserStore("sigurna.run", "records");

let changes = new Map<string, string | null>();
let writing: Promise<void> | null = null;

/** Brings a change of localStorage to disk as soon as may be; null removes. */
export function copyToDisk(key: string, value: string | null) {
  changes.set(key, value);
  writing ??= writeChanges();
}

/** What is on disk, by key, with what is on its way there; nothing where the browser does not say. */
export async function readFromDisk(): Promise<[string, string][]> {
  return records.read("", writing);
}

async function writeChanges() {
  try {
    while (changes.size > 0) {
      const batch = changes;
      changes = new Map();
      await records.change(batch);
    }
  } catch {
    changes.clear();
  }
  // At once, so that no change falls in between.
  writing = null;
}
