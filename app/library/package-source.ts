import { maxDescriptionBytes } from "./package-limits.ts";
import { foldedPath } from "./package-paths.ts";
import { refuse } from "./package-refusal.ts";
import type { PackageFinding } from "./package-structure.ts";

/** A file of a package that is being looked at. `read` may be called more than once. */
export type SourceFile = { path: string; bytes: number; read: () => AsyncIterable<Buffer> };

/** A package before it is stored: an archive or a folder. */
export type PackageSource = {
  fileName: string;
  /** In order of path; no path leads out, no two are the same on any computer. */
  files: SourceFile[];
  findings: PackageFinding[];
  close: () => Promise<void>;
};

/** The files of a package by path, also in other capital letters. */
export type SourceFiles = {
  /** Exactly of this name. */
  get: (path: string) => SourceFile | undefined;
  /** Of this name or, when there is none, in other capital letters. */
  find: (path: string) => SourceFile | undefined;
  list: SourceFile[];
};

export function filesOf({ files }: Pick<PackageSource, "files">): SourceFiles {
  const exact = new Map(files.map((file) => [file.path, file]));
  const folded = new Map(files.map((file) => [foldedPath(file.path), file]));
  return {
    get: (path) => exact.get(path),
    find: (path) => exact.get(path) ?? folded.get(foldedPath(path)),
    list: files,
  };
}

/** The bytes of a description such as a manifest. Refuses one that is too large for memory. */
export async function readDescription(file: SourceFile): Promise<Buffer> {
  if (file.bytes > maxDescriptionBytes) refuse("packages.refusedXmlSize", { file: file.path });
  return bytesOf(file);
}

/** All bytes of a file whose size was looked at. */
export async function bytesOf(file: SourceFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Its first bytes, `count` at least when there are as many; the rest is not unpacked. */
export async function headOf(file: SourceFile, count: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of file.read()) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= count) break;
  }
  return Buffer.concat(chunks);
}

/** A description in JSON. Refuses what is none. */
export async function readJson(file: SourceFile): Promise<unknown> {
  try {
    const text = new TextDecoder("utf-8").decode(await readDescription(file));
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) refuse("packages.refusedJson", { file: file.path });
    throw error;
  }
}
