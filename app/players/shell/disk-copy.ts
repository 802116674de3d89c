/**
 * A copy of the log in IndexedDB. Chromium brings localStorage to disk seconds, often a minute, after it was written
 * (docs/decisions/0015), and a browser that is killed forgets it; what is written here is on disk within milliseconds.
 * No package can be kept waiting for it, so it is a copy and no promise.
 */
const database = "sigurna.run";
const store = "records";
/** A browser that answers later than this is not waited for. */
const longestRead = 3_000;

let changes = new Map<string, string | null>();
let writing: Promise<void> | null = null;

/** Brings a change of localStorage to disk as soon as may be; null removes. */
export function copyToDisk(key: string, value: string | null) {
  changes.set(key, value);
  writing ??= writeChanges();
}

/** What is on disk, by key; nothing where the browser does not say. */
export async function readFromDisk(): Promise<[string, string][]> {
  const nothing = new Promise<[]>((done) => setTimeout(() => done([]), longestRead));
  return Promise.race([nothing, readAll().catch(() => [])]);
}

async function writeChanges() {
  try {
    while (changes.size > 0) {
      const batch = changes;
      changes = new Map();
      await transact("readwrite", (records) => {
        for (const [key, value] of batch) {
          if (value === null) records.delete(key);
          else records.put(value, key);
        }
      });
    }
  } catch {
    changes.clear();
  }
  // At once, so that no change falls in between.
  writing = null;
}

async function readAll(): Promise<[string, string][]> {
  await writing;
  const [keys, values] = await transact(
    "readonly",
    (records) => [records.getAllKeys(), records.getAll()] as const,
  );
  return keys.result.map((key, index) => [String(key), String(values.result[index])]);
}

/** With a connection of its own: one that stays open would keep others from removing the database. */
async function transact<Result>(
  mode: IDBTransactionMode,
  work: (records: IDBObjectStore) => Result,
): Promise<Result> {
  const connection = await open();
  try {
    const transaction = connection.transaction(store, mode, { durability: "strict" });
    const result = work(transaction.objectStore(store));
    await new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => fail(transaction.error ?? new Error("aborted"));
    });
    return result;
  } finally {
    connection.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error("not opened"));
  });
}
