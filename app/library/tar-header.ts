/** Entries of tar archives: POSIX.1-2017, "pax Interchange Format", and GNU tar's long names. */

export const blockBytes = 512;

export type TarHeader = {
  /** name, attributes: says something of the entry after it. */
  kind: "file" | "folder" | "link" | "name" | "attributes" | "other";
  name: string;
  bytes: number;
};

/** What a header block says; null when its checksum is wrong. */
export function headerOf(block: Buffer): TarHeader | null {
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  const bytes = sizeOf(block);
  if (octal(block, 148, 8) !== sum || bytes === null) return null;
  const isUstar = text(block, 257, 5) === "ustar";
  const prefix = isUstar ? text(block, 345, 155) : "";
  const name = text(block, 0, 100);
  const kind = kinds[String.fromCharCode(block[156] ?? 0)] ?? "link";
  // Old archives mark a folder by its name only.
  const isFolder = kind === "file" && name.endsWith("/");
  return { kind: isFolder ? "folder" : kind, name: prefix ? `${prefix}/${name}` : name, bytes };
}

const kinds: Record<string, TarHeader["kind"]> = {
  "0": "file",
  "\0": "file",
  "7": "file",
  "5": "folder",
  L: "name",
  x: "attributes",
  // Attributes of the whole archive, a name of the volume, a long target of a link that is refused then.
  g: "other",
  V: "other",
  K: "other",
};

/** What a note says of the entry after it. */
export const noteOf = {
  name: (content: Buffer): Partial<TarHeader> => ({ name: content.toString("utf8").replace(/\0+$/, "") }),
  attributes: paxOf,
};

/** "length key=value\n", again and again. */
function paxOf(content: Buffer): Partial<TarHeader> {
  const found: Partial<TarHeader> = {};
  for (let at = 0; at < content.length;) {
    const length = Number.parseInt(content.toString("latin1", at, at + 20), 10);
    if (!(length > 0)) break;
    const [, key = "", value = ""] =
      /^\d+ ([^=]+)=([^]*)\n$/.exec(content.toString("utf8", at, at + length)) ?? [];
    if (key === "path") found.name = value;
    if (key === "size" && Number.isSafeInteger(Number(value))) found.bytes = Number(value);
    at += length;
  }
  return found;
}

/** Of the content, with what fills its last block. */
export function padded(bytes: number): number {
  return Math.ceil(bytes / blockBytes) * blockBytes;
}

/** Octal digits; GNU writes large numbers in base 256, which nothing of a size that we take needs. */
function sizeOf(block: Buffer): number | null {
  const size = octal(block, 124, 12);
  return Number.isSafeInteger(size) && size >= 0 ? size : null;
}

function octal(block: Buffer, at: number, length: number): number {
  const digits = text(block, at, length).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
}

function text(block: Buffer, at: number, length: number): string {
  const piece = block.subarray(at, at + length);
  const end = piece.indexOf(0);
  return piece.subarray(0, end < 0 ? length : end).toString("utf8");
}
