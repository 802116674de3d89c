import { createHash } from "node:crypto";

import { contentTypeOf } from "#app/library/content-types.ts";
import { slugOf } from "#app/library/slug.ts";

/** A file that a text names. `path` is the same for every way of naming it. */
export type FoundFile = { path: string; contentType: string; read: () => Promise<Buffer> };

/** Finds the file that an address in a text means, null when there is none or one that questions may not have. */
export type MediaFinder = (address: string) => FoundFile | null;

const allowed = /^(image\/(png|jpeg|gif|webp|svg\+xml)|audio\/|video\/|application\/pdf$|text\/vtt$)/;

export function isMedium(path: string): boolean {
  return allowed.test(contentTypeOf(path));
}

/** A picture written into the address itself. */
export function dataFile(address: string): FoundFile | null {
  const drawing = /^data:image\/svg\+xml(;[^,]*)?,([^]*)$/i.exec(address);
  if (drawing) return drawingFile(dataBytes(drawing[2] ?? "", /;base64$/i.test(drawing[1] ?? "")));
  const match = /^data:image\/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)$/.exec(address);
  if (!match) return null;
  const bytes = Buffer.from(match[2] ?? "", "base64");
  const ending = match[1] === "jpeg" ? "jpg" : match[1];
  return {
    path: `picture-${bytes.length}-${bytes.subarray(-16).toString("hex")}.${ending}`,
    contentType: `image/${match[1]}`,
    read: () => Promise.resolve(bytes),
  };
}

function dataBytes(data: string, isBase64: boolean): Buffer {
  if (isBase64) return Buffer.from(data, "base64");
  try {
    return Buffer.from(decodeURIComponent(data));
  } catch {
    // Some write it as it is.
    return Buffer.from(data);
  }
}

/** A picture in SVG that has no file of its own. */
export function drawingFile(bytes: Buffer): FoundFile {
  return {
    path: `drawing-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.svg`,
    contentType: "image/svg+xml",
    read: () => Promise.resolve(bytes),
  };
}

/** A name of letters, digits and hyphens with the file's ending, unlike those that are taken. */
export function nameOfMedium(path: string, taken: string[]): string {
  const base = path.split("/").at(-1) ?? "";
  const dot = base.lastIndexOf(".");
  const ending = dot > 0 ? base.slice(dot).toLowerCase() : "";
  const stem = slugOf(dot > 0 ? base.slice(0, dot) : base, "file");
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}${ending}` : `${stem}-${count}${ending}`;
    if (!taken.includes(name)) return name;
  }
}
