import { type FileHandle, open } from "node:fs/promises";

/** What few browsers play of what an MP4 can hold, by the name in its sample description (ISO/IEC 14496-12, 8.5.2). */
const unplayedInMp4 = new Set(
  "hvc1 hev1 dvh1 dvhe vvc1 vvi1 mp4v s263 mjp2 apch apcn apcs apco ap4h ap4x ac-3 ec-3 dtsc dtse dtsh dtsl".split(
    " ",
  ),
);
const playedInWebm = ["V_VP8", "V_VP9", "V_AV1", "A_VORBIS", "A_OPUS"];

/** A film of three hours has an index of a few megabytes. */
const largestIndex = 32 * 1024 * 1024;

/** Whether an MP4 or WebM holds a picture or sound that few browsers play. What cannot be read is taken to be played. */
export async function isUnplayed(path: string, contentType: string): Promise<boolean> {
  const file = await open(path);
  try {
    if (contentType === "video/mp4") return (await codecsOfMp4(file)).some((name) => unplayedInMp4.has(name));
    if (contentType !== "video/webm") return false;
    return (await codecsOfWebm(file)).some((name) => !playedInWebm.includes(name));
  } finally {
    await file.close();
  }
}

async function codecsOfMp4(file: FileHandle): Promise<string[]> {
  const index = await indexOf(file);
  if (!index) return [];
  let boxes = [index];
  for (const type of ["trak", "mdia", "minf", "stbl", "stsd"])
    boxes = boxes.flatMap((box) => boxesIn(box).flatMap((one) => (one.type === type ? [one.content] : [])));
  // Version and count stand before the descriptions.
  return boxes.flatMap((box) => boxesIn(box.subarray(8)).map(({ type }) => type));
}

/** The content of the box "moov", which may stand behind the film. */
async function indexOf(file: FileHandle): Promise<Buffer | null> {
  const { size: end } = await file.stat();
  for (let at = 0; at + 8 <= end;) {
    const head = await read(file, at, 16);
    const [short, type] = [head.readUInt32BE(0), head.toString("latin1", 4, 8)];
    const isLong = short === 1 && head.length === 16;
    const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    if (size < 8) return null;
    const start = at + (isLong ? 16 : 8);
    if (type === "moov") return size > largestIndex ? null : read(file, start, at + size - start);
    at += size;
  }
  return null;
}

function boxesIn(bytes: Buffer): { type: string; content: Buffer }[] {
  const found: { type: string; content: Buffer }[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32BE(at);
    if (size < 8) break;
    found.push({
      type: bytes.toString("latin1", at + 4, at + 8),
      content: bytes.subarray(at + 8, at + size),
    });
    at += size;
  }
  return found;
}

/** Tracks are described before the film begins: each has an element CodecID (0x86), its length and its name. */
async function codecsOfWebm(file: FileHandle): Promise<string[]> {
  const start = (await read(file, 0, 64 * 1024)).toString("latin1");
  return [...start.matchAll(/\x86([\x84-\x9f])([VA]_[A-Z0-9/_]+)/g)].map(([, length = "", name = ""]) =>
    name.slice(0, length.charCodeAt(0) - 0x80),
  );
}

async function read(file: FileHandle, from: number, count: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, from);
  return buffer.subarray(0, bytesRead);
}
