import { crc32, deflateRawSync } from "node:zlib";

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

/** A ZIP archive of ordinary files by name. */
export function zipped(files: Record<string, string | Uint8Array>): Buffer {
  return zipBytes(Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) })));
}
