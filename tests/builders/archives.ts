import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

import { afterAll } from "vitest";

/** A file of a ZIP archive, written byte by byte, so that it may lie about anything. */
export type ZipEntry = {
  name: string | Buffer;
  content: string | Buffer;
  /** Unix mode, for links. */
  mode?: number;
  flags?: number;
  method?: number;
  /** What the archive claims, when it lies. */
  checksum?: number;
  bytes?: number;
  /** Compressed bytes that another entry is said to share. */
  sharesWith?: number;
};

const workshop = mkdtempSync(join(tmpdir(), "sigurna-archives-"));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));
let count = 0;

/** Writes an archive and returns its path. Ordinary files may be given by name. */
export function archive(
  files: Record<string, string | Buffer> | ZipEntry[],
  fileName = "package.zip",
): string {
  return fileOf(zipBytes(Array.isArray(files) ? files : entriesOf(files)), fileName);
}

export function fileOf(bytes: string | Buffer, fileName: string): string {
  const path = join(workshop, String((count += 1)), fileName);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/** The same files in a folder. */
export function unpacked(files: Record<string, string | Buffer>, name = "package"): string {
  const folder = join(workshop, String((count += 1)), name);
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Record<string, string | Buffer>) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

export function zipBytes(entries: ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const method = entry.method ?? 8;
    const data = method === 8 ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.flags ?? 0x800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(entry.checksum ?? crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.bytes ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const start = entry.sharesWith === undefined ? offset : (offsets[entry.sharesWith] ?? 0);
    offsets.push(start);
    if (entry.sharesWith === undefined) {
      const local = Buffer.concat([Buffer.from("504b0304", "hex"), common, name, data]);
      parts.push(local);
      offset += local.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(start, 10);
    directory.push(Buffer.from("504b01021e03", "hex"), common, rest, name);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("504b0506", "hex");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

function entriesOf(files: Record<string, string | Buffer>): ZipEntry[] {
  return Object.entries(files).map(([name, content]) => ({ name, content }));
}
