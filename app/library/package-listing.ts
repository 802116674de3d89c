import { inGigabytes, maxFiles, maxUnpackedBytes } from "./package-limits.ts";
import { foldedPath, isLeftover, safePath, topFolder } from "./package-paths.ts";
import { refuse } from "./package-refusal.ts";
import type { SourceFile } from "./package-source.ts";
import type { PackageFinding } from "./package-structure.ts";

/** A file as an archive or folder names it. `checksum` is known of archives only. */
export type ListedFile = Omit<SourceFile, "path"> & { name: string; checksum?: number };

/**
 * The files of a package by safe paths, without what file managers leave behind and without a folder around
 * everything. Refuses names that lead out, names that are the same on some computers, and too much of anything.
 */
export function arrangeFiles(listed: ListedFile[]): { files: SourceFile[]; findings: PackageFinding[] } {
  const findings: PackageFinding[] = [];
  if (listed.length > maxFiles) refuse("packages.refusedTooMany", { limit: maxFiles });
  const total = listed.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > maxUnpackedBytes) {
    refuse("packages.refusedTooLarge", { limit: inGigabytes(maxUnpackedBytes) });
  }
  if (listed.some(({ name }) => name.includes("\\"))) {
    findings.push({ kind: "forgiven", key: "packages.forgivenBackslashes", values: {} });
  }
  const kept = withoutTwins(
    listed.map((file) => ({ ...file, path: safePath(file.name) })).filter(({ path }) => !isLeftover(path)),
    findings,
  );
  const top = topFolder(kept.map(({ path }) => path));
  if (top) {
    findings.push({
      kind: "forgiven",
      key: "packages.forgivenTopFolder",
      values: { folder: top.slice(0, -1) },
    });
  }
  const files = kept.map(({ path, bytes, read }) => ({ path: path.slice(top.length), bytes, read }));
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), findings };
}

/**
 * Files are served in any capital letters when there is none of exactly the name, as on the computers where packages
 * are made. Two that differ in nothing else must therefore be equal.
 */
function withoutTwins<File extends ListedFile & { path: string }>(files: File[], findings: PackageFinding[]) {
  const byFolded = new Map<string, File>();
  for (const file of files) {
    const key = foldedPath(file.path);
    const other = byFolded.get(key);
    if (!other) {
      byFolded.set(key, file);
      continue;
    }
    if (other.path === file.path) refuse("packages.refusedDuplicate", { name: file.path });
    const isSame =
      file.checksum !== undefined && file.checksum === other.checksum && file.bytes === other.bytes;
    if (!isSame) refuse("packages.refusedCase", { name: other.path, second: file.path });
    findings.push({ kind: "forgiven", key: "packages.forgivenTwins", values: { name: other.path } });
  }
  return [...byFolded.values()];
}
