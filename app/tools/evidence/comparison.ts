import type { HashedFile, RecordedFile } from "./record.ts";

export type FileState = "same" | "changed" | "missing";

/** `foundAs` is the name of the file that was recognised, where it is not the recorded one. */
export type ComparedFile = { recorded: RecordedFile; state: FileState; foundAs?: string };

export type Comparison = { files: ComparedFile[]; others: string[] };

/**
 * What has become of the files of a record. The same hash is the same file, whatever it is called now; the same name
 * with another hash is a changed one. Of a file whose name was left out nobody can tell a changed one from a missing one.
 */
export function compareFiles(recorded: RecordedFile[], chosen: HashedFile[]): Comparison {
  const rest = new Set(chosen);
  const take = (isIt: (one: HashedFile) => boolean) => {
    const found = [...rest].find(isIt);
    if (found) rest.delete(found);
    return found;
  };
  // What is wholly the same first, then by hash alone: a file that was given another's name must not pass for a change.
  const exact = recorded.map((file) =>
    take((one) => one.sha256 === file.sha256 && one.file.name === file.name),
  );
  const same = recorded.map((file, index) => exact[index] ?? take((one) => one.sha256 === file.sha256));
  const files = recorded.map((file, index): ComparedFile => {
    const found = same[index];
    if (found) {
      const isRenamed = file.name !== found.file.name;
      return { recorded: file, state: "same", ...(isRenamed ? { foundAs: found.file.name } : {}) };
    }
    const changed = file.name !== undefined && take((one) => one.file.name === file.name);
    return { recorded: file, state: changed ? "changed" : "missing" };
  });
  return { files, others: [...rest].map(({ file }) => file.name) };
}
