/**
 * The picture with metadata as a telephone writes it (Exif 2.32, TIFF 6.0): who made it, when and where. The place is
 * open sea.
 */
export function withExif(jpeg: Uint8Array): Uint8Array {
  const gps: Entry[] = [
    [1, 2, ascii("N")],
    [2, 5, rationals(42, 15, 0)],
    [3, 2, ascii("E")],
    [4, 5, rationals(17, 0, 0)],
  ];
  const main: Entry[] = [
    [0x010f, 2, ascii("Training")],
    [0x0110, 2, ascii("Example phone")],
    [0x0131, 2, ascii("Example camera 1.0")],
    [0x0132, 2, ascii("2026:05:14 18:22:07")],
  ];
  const gpsAt = 8 + sizeOf([...main, [0x8825, 4, long(0)]]);
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]),
    directory([...main, [0x8825, 4, long(gpsAt)]], 8),
    directory(gps, gpsAt),
  ]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** Number of the tag, its type (2 text, 4 long, 5 rational), its bytes. */
type Entry = [tag: number, type: 2 | 4 | 5, bytes: Buffer];

const unit = { 2: 1, 4: 4, 5: 8 };

function ascii(text: string): Buffer {
  return Buffer.from(`${text}\0`, "latin1");
}

function long(n: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
}

function rationals(...numbers: number[]): Buffer {
  return Buffer.concat(numbers.flatMap((n) => [long(n), long(1)]));
}

function sizeOf(entries: Entry[]): number {
  const outside = entries.reduce((sum, [, , bytes]) => sum + (bytes.length > 4 ? bytes.length : 0), 0);
  return 2 + 12 * entries.length + 4 + outside;
}

/** Values of more than four bytes follow the directory that points to them. */
function directory(entries: Entry[], at: number): Buffer {
  const table = Buffer.alloc(2 + 12 * entries.length + 4);
  table.writeUInt16BE(entries.length, 0);
  const outside: Buffer[] = [];
  let next = at + table.length;
  entries.forEach(([tag, type, bytes], index) => {
    const place = 2 + 12 * index;
    table.writeUInt16BE(tag, place);
    table.writeUInt16BE(type, place + 2);
    table.writeUInt32BE(bytes.length / unit[type], place + 4);
    if (bytes.length <= 4) {
      bytes.copy(table, place + 8);
    } else {
      table.writeUInt32BE(next, place + 8);
      outside.push(bytes);
      next += bytes.length;
    }
  });
  return Buffer.concat([table, ...outside]);
}
