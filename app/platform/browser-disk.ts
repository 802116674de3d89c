/**
 * A store of the browser's own database (IndexedDB): texts by key, on disk when the promise is kept. Knows nothing of
 * what the texts are; throws what the browser throws when it has none, or no room.
 */
export type BrowserStore = {
  /** All of it or nothing; null removes. */
  change(changes: ReadonlyMap<string, string | null>): Promise<void>;
  /**
   * Everything whose key begins so, once `behind` is done; nothing from a browser that does not say within three
   * seconds.
   */
  read(prefix?: string, behind?: Promise<void> | null): Promise<[key: string, text: string][]>;
};

/** A browser that answers later than this is not waited for. */
const longestRead = 3_000;

/** The store of this name in the database of this name; both are made when they are first needed. */
export function browserStore(database: string, store: string): BrowserStore {
  const open = () =>
    new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error ?? new Error("not opened"));
    });

  /** With a connection of its own: one that stays open would keep others from removing the database. */
  async function transact<Result>(mode: IDBTransactionMode, work: (texts: IDBObjectStore) => Result) {
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

  async function readAll(prefix: string, behind: Promise<void> | null): Promise<[string, string][]> {
    await behind;
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, texts] = await transact(
      "readonly",
      (all) => [all.getAllKeys(range), all.getAll(range)] as const,
    );
    return keys.result.map((key, index) => [String(key), String(texts.result[index])]);
  }

  return {
    async change(changes) {
      await transact("readwrite", (texts) => {
        for (const [key, text] of changes) {
          if (text === null) texts.delete(key);
          else texts.put(text, key);
        }
      });
    },
    async read(prefix = "", behind = null) {
      const nothing = new Promise<[]>((done) => setTimeout(() => done([]), longestRead));
      return Promise.race([nothing, readAll(prefix, behind).catch(() => [])]);
    },
  };
}
