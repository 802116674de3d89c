import { browserStore } from "#app/platform/browser-disk.ts";

/**
 * Where answers wait that the server does not have yet: sealed with a key that only the attempt's own pages get, so that
 * whoever uses this browser next can read none of them.
 */
const answers = browserStore("sigurna.answers", "answers");

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
    return answers.change(batch).then(
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
    read: (prefix) => answers.read(prefix),
  };
}
