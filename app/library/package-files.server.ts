import { pipeline, Readable } from "node:stream";
import { constants, createBrotliCompress } from "node:zlib";

import { db, type Transaction } from "#app/platform/db.server.ts";
import { deleteFile, storeStream } from "#app/platform/storage.server.ts";

import { isCompressible } from "./content-types.ts";
import { packageBlobKey } from "./package-blobs.ts";
import { foldedPath } from "./package-paths.ts";
import { filesOf, type PackageSource, type SourceFile } from "./package-source.ts";
import type { PackageFileEntry } from "./package-structure.ts";

export type StoredFiles = {
  entries: (PackageFileEntry & { brotliBytes: number | null })[];
  /** Content that was not stored again, because another version holds it. */
  reused: string[];
};

// A row's seven values times this stay below the 32 767 values that PostgreSQL takes in a statement.
const rowsAtOnce = 2000;

// Below this size a compressed copy saves no packet.
const compressFrom = 1024;

// Higher ones take ten times as long for a few per cent.
const brotliQuality = 5;

/**
 * Stores the files of a checked package. What another version holds already is not read again. Safe to repeat after a
 * crash: until `insertPackageFiles` the files belong to nobody and are swept after an hour.
 */
export async function storePackageFiles(
  files: PackageFileEntry[],
  source: PackageSource,
): Promise<StoredFiles> {
  const { get } = filesOf(source);
  const stored = await heldContent(
    db,
    files.map(({ sha256 }) => sha256),
  );
  const reused = [...stored.keys()];
  for (const file of files) {
    if (stored.has(file.sha256)) continue;
    stored.set(file.sha256, await storeBlob(file, get(file.path) as SourceFile));
  }
  const entries = files.map((file) => ({ ...file, brotliBytes: stored.get(file.sha256) ?? null }));
  return { entries, reused };
}

/**
 * Writes the rows of a version's files. Serializable callers only: content that was not stored again must still be
 * held by another version. Throws when it is not; the next try stores it.
 */
export async function insertPackageFiles(
  tx: Transaction,
  packageVersionId: string,
  { entries, reused }: StoredFiles,
): Promise<void> {
  if ((await heldContent(tx, reused)).size < reused.length) {
    throw new Error("Files were deleted while a package that shares them was taken in.");
  }
  for (const chunk of chunksOf(entries)) {
    await tx.packageFile.createMany({
      data: chunk.map((entry) => ({ packageVersionId, foldedPath: foldedPath(entry.path), ...entry })),
    });
  }
}

/** Content that a version holds, with the size of its Brotli copy. */
async function heldContent(
  tx: Pick<Transaction, "packageFile">,
  sums: string[],
): Promise<Map<string, number | null>> {
  const held = new Map<string, number | null>();
  for (const chunk of chunksOf([...new Set(sums)])) {
    const rows = await tx.packageFile.findMany({
      where: { sha256: { in: chunk } },
      distinct: ["sha256"],
      select: { sha256: true, brotliBytes: true },
    });
    for (const { sha256, brotliBytes } of rows) {
      held.set(sha256, brotliBytes === null ? null : Number(brotliBytes));
    }
  }
  return held;
}

/** Returns the size of the Brotli copy, null when it is not worth keeping. */
async function storeBlob({ sha256, bytes, contentType }: PackageFileEntry, file: SourceFile) {
  const key = packageBlobKey(sha256);
  await storeStream(key, file.read());
  if (bytes < compressFrom || !isCompressible(contentType)) return null;
  const brotliBytes = await storeStream(`${key}.br`, compressed(file, bytes));
  if (brotliBytes < bytes * 0.9) return brotliBytes;
  await deleteFile(`${key}.br`);
  return null;
}

function compressed(file: SourceFile, bytes: number): AsyncIterable<Uint8Array> {
  const brotli = createBrotliCompress({
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
      // No window larger than the file: each costs its memory several times over.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(constants.BROTLI_MAX_WINDOW_BITS - 2, bitsOf(bytes)),
    },
  });
  // Errors reach the reader, because pipeline destroys the compressor with them.
  return pipeline(Readable.from(file.read()), brotli, () => {}) as AsyncIterable<Uint8Array>;
}

function bitsOf(bytes: number): number {
  return Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes)));
}

function chunksOf<T>(list: T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / rowsAtOnce) }, (_, index) =>
    list.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  );
}
