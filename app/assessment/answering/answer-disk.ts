/**
 * Where answers wait that the server does not have yet: IndexedDB, sealed with a key that only the attempt's own pages
 * get, so that whoever uses this browser next can read none of them.
 */
const database = "sigurna.answers";
const store = "answers";
/** A browser that answers later than this is not waited for. */
const longestRead = 3_000;

export type AnswerDisk = {
  /** `null` removes. Resolves with whether it is on disk. */
  write(id: string, box: string | null): Promise<boolean>;
  /** Everything whose id begins so. */
  read(prefix: string): Promise<[string, string][]>;
};

/** The disk of this browser; one that cannot be used keeps nothing and says so. */
export function browserDisk(): AnswerDisk {
  let changes = new Map<string, string | null>();
  let next: Promise<boolean> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One transaction after the other; what is changed meanwhile is the next one. */
  async function writeChanges(): Promise<boolean> {
    const batch = changes;
    changes = new Map();
    next = null;
    return transact("readwrite", (answers) => {
      for (const [id, box] of batch) {
        if (box === null) answers.delete(id);
        else answers.put(box, id);
      }
    }).then(
      () => true,
      () => false,
    );
  }

  return {
    write(id, box) {
      changes.set(id, box);
      next ??= last.then(writeChanges);
      last = next;
      return next;
    },
    async read(prefix) {
      const nothing = new Promise<[string, string][]>((done) => setTimeout(() => done([]), longestRead));
      return Promise.race([nothing, readAll(prefix).catch(() => [])]);
    },
  };
}

async function readAll(prefix: string): Promise<[string, string][]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = await transact(
    "readonly",
    (answers) => [answers.getAllKeys(range), answers.getAll(range)] as const,
  );
  return keys.result.map((key, index) => [String(key), String(values.result[index])]);
}

/** With a connection of its own: one that stays open would keep others from removing the database. */
async function transact<Result>(
  mode: IDBTransactionMode,
  work: (answers: IDBObjectStore) => Result,
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
