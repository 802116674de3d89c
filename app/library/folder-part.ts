/** A file of a course's folder, `path` with "/": its text, or where the file store keeps it. */
export type FolderPart = { path: string } & (
  { text: string } | { key: string; sha256: string; bytes: number }
);

/** A course's folder, by path. */
export type FolderParts = Map<string, FolderPart>;

export function isTextFile(path: string): boolean {
  return /\.(yaml|md)$/.test(path);
}
