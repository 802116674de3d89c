import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

import {
  inGigabytes,
  maxArchiveBytes,
  maxFiles,
  maxRatio,
  maxUnpackedBytes,
  ratioMattersFrom,
} from "./package-limits.ts";
import { arrangeFiles, type ListedFile } from "./package-listing.ts";
import { refuse } from "./package-refusal.ts";
import type { PackageSource } from "./package-source.ts";
import { blockBytes, headerOf, padded, type TarHeader, noteOf } from "./tar-header.ts";

/**
 * Opens a gzipped tar archive (POSIX ustar and pax, and GNU's long names) under the same rules as a ZIP archive. Tar has
 * no directory: what was compressed is written to `workshop`, which the caller removes.
 */
export async function openTarArchive(
  path: string,
  fileName: string,
  workshop: string,
): Promise<PackageSource> {
  const unpacked = join(workshop, "archive.tar");
  await inflate(path, unpacked);
  const listed = await entriesOf(unpacked);
  if (listed.length === 0) refuse("packages.refusedEmptyArchive");
  return { fileName, ...arrangeFiles(listed), close: () => Promise.resolve() };
}

async function inflate(path: string, target: string): Promise<void> {
  const { size: archiveBytes } = await stat(path);
  if (archiveBytes > maxArchiveBytes) {
    refuse("packages.refusedUploadTooLarge", { limit: inGigabytes(maxArchiveBytes) });
  }
  let bytes = 0;
  let isTooLarge = false;
  let isSwelling = false;
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      isTooLarge = bytes > maxUnpackedBytes;
      isSwelling = bytes > ratioMattersFrom && bytes > archiveBytes * maxRatio;
      if (isTooLarge || isSwelling) return;
      yield chunk;
    }
  }
  try {
    await pipeline(createReadStream(path), createGunzip(), counted, createWriteStream(target));
  } catch (error) {
    // A full disk is not the archive's fault.
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw error;
    if (!isTooLarge && !isSwelling) refuse("packages.refusedDamagedArchive");
  }
  if (isSwelling) refuse("packages.refusedRatio", { limit: maxRatio });
  if (isTooLarge) refuse("packages.refusedTooLarge", { limit: inGigabytes(maxUnpackedBytes) });
}

/** A name or a list of attributes that stands before its entry. */
const longestNote = 64 * 1024;

async function entriesOf(path: string): Promise<ListedFile[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const listed: ListedFile[] = [];
    let given: Partial<TarHeader> = {};
    let entries = 0;
    for (let at = 0; at + blockBytes <= size;) {
      const { buffer } = await file.read(Buffer.alloc(blockBytes), 0, blockBytes, at);
      if (buffer.every((byte) => byte === 0)) break;
      const header = headerOf(buffer) ?? refuse("packages.refusedDamagedArchive");
      const { kind, name, bytes } = { ...header, ...given };
      const content = at + blockBytes;
      if (content + bytes > size) refuse("packages.refusedDamagedArchive");
      at = content + padded(bytes);
      if ((entries += 1) > 2 * maxFiles) refuse("packages.refusedTooMany", { limit: maxFiles });
      if (kind === "name" || kind === "attributes") {
        if (bytes > longestNote) refuse("packages.refusedDamagedArchive");
        const note = await file.read(Buffer.alloc(bytes), 0, bytes, content);
        given = { ...given, ...noteOf[kind](note.buffer) };
        continue;
      }
      given = {};
      if (kind === "link") refuse("packages.refusedLink", { name });
      if (kind === "file") listed.push({ name, bytes, read: () => pieceOf(path, content, bytes) });
    }
    return listed;
  } finally {
    await file.close();
  }
}

function pieceOf(path: string, start: number, bytes: number): AsyncIterable<Buffer> {
  if (bytes === 0) return Readable.from([]);
  return createReadStream(path, { start, end: start + bytes - 1 }) as AsyncIterable<Buffer>;
}
