import { open as openFile } from "node:fs/promises";
import { crc32 } from "node:zlib";

import yauzl from "yauzl";

import { fileKind } from "./file-kind.ts";
import { inGigabytes, maxArchiveBytes, maxFiles, maxRatio, ratioMattersFrom } from "./package-limits.ts";
import { arrangeFiles, type ListedFile } from "./package-listing.ts";
import { safePath } from "./package-paths.ts";
import { PackageRefusedError, refuse } from "./package-refusal.ts";
import type { PackageSource } from "./package-source.ts";
import type { PackageFinding } from "./package-structure.ts";

/**
 * Opens a ZIP archive without unpacking it: names, sizes and kinds of its entries are checked here, content while it
 * is read. Refuses what is no archive or a dangerous one.
 */
export async function openArchive(path: string, fileName: string): Promise<PackageSource> {
  const archiveBytes = await requireZip(path, fileName);
  // Names are decoded and checked by us: the library would refuse backslashes and dots without telling which.
  const zip = await yauzl
    .openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false })
    .catch(() => refuse("packages.refusedDamagedArchive"));
  try {
    if (zip.entryCount > maxFiles) refuse("packages.refusedTooMany", { limit: maxFiles });
    const entries = await entriesOf(zip);
    requireHonestSizes(entries, archiveBytes);
    const findings: PackageFinding[] = [];
    if (entries.some(({ isGuessed }) => isGuessed)) {
      findings.push({ kind: "forgiven", key: "packages.forgivenNames", values: {} });
    }
    const listed = entries.flatMap((entry) => listedFile(zip, entry));
    if (listed.length === 0) refuse("packages.refusedEmptyArchive");
    const arranged = arrangeFiles(listed);
    return {
      fileName,
      files: arranged.files,
      findings: [...findings, ...arranged.findings],
      close: () => closed(zip),
    };
  } catch (error) {
    await closed(zip);
    throw error;
  }
}

async function requireZip(path: string, fileName: string): Promise<number> {
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    if (size > maxArchiveBytes) {
      refuse("packages.refusedUploadTooLarge", { limit: inGigabytes(maxArchiveBytes) });
    }
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const kind = fileKind(buffer.subarray(0, bytesRead));
    if (kind !== "zip") refuse("packages.refusedNotZip", { fileName, kind });
    return size;
  } finally {
    await file.close();
  }
}

type NamedEntry = { entry: yauzl.Entry; name: string; isGuessed: boolean };

async function entriesOf(zip: yauzl.ZipFile): Promise<NamedEntry[]> {
  const entries: NamedEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push({ entry, ...nameOf(entry) });
  } catch {
    refuse("packages.refusedDamagedArchive");
  }
  return entries;
}

const unicodeFlag = 0x800;

/** Many programs write UTF-8 names without saying so; older ones CP437, as the standard has it. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: yauzl.Entry) {
  const isMarked = (generalPurposeBitFlag & unicodeFlag) !== 0;
  if (!isMarked && fileNameRaw.some((byte) => byte > 127)) {
    try {
      return { name: new TextDecoder("utf-8", { fatal: true }).decode(fileNameRaw), isGuessed: true };
    } catch {
      // CP437 below.
    }
  }
  return {
    name: yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true),
    isGuessed: false,
  };
}

/** Entries that share bytes, or that would swell beyond reason, are made to fill disks. */
function requireHonestSizes(entries: NamedEntry[], archiveBytes: number) {
  const packed = entries.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  const unpacked = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const isOverlapping = packed > archiveBytes;
  const isSwelling = unpacked > ratioMattersFrom && unpacked > archiveBytes * maxRatio;
  if (isOverlapping || isSwelling) refuse("packages.refusedRatio", { limit: maxRatio });
}

const fileTypeMask = 0xf000;
const symbolicLink = 0xa000;
const regularFile = 0x8000;
const stored = 0;
const deflated = 8;

/** Nothing for a folder. Refuses links, devices, encryption and compression that cannot be read. */
function listedFile(zip: yauzl.ZipFile, { entry, name }: NamedEntry): ListedFile[] {
  const unixType = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  if (unixType === symbolicLink) refuse("packages.refusedLink", { name });
  if (/[/\\]$/.test(name)) {
    if (!/^\.?[/\\]$/.test(name)) safePath(name);
    return [];
  }
  if (unixType !== 0 && unixType !== regularFile) refuse("packages.refusedLink", { name });
  if (entry.isEncrypted()) refuse("packages.refusedEncrypted", { name });
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    refuse("packages.refusedCompression", { name });
  }
  return [
    {
      name,
      bytes: entry.uncompressedSize,
      checksum: entry.crc32,
      read: () => contentOf(zip, entry, name),
    },
  ];
}

/** The library checks lengths; the checksum is ours. */
async function* contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): AsyncIterable<Buffer> {
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof PackageRefusedError) throw error;
    refuse("packages.refusedDamaged", { name });
  }
  if (checksum !== entry.crc32) refuse("packages.refusedDamaged", { name });
}

function closed(zip: yauzl.ZipFile): Promise<void> {
  if (!zip.isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    zip.once("close", resolve);
    zip.close();
  });
}
