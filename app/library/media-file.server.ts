import { readFileSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";

import { documentEndings } from "./document-kind.ts";
import { fileHash } from "./folder-files.server.ts";

/**
 * A picture, sound, film or document of a course: `path` as lessons write it, such as "media/x.svg"; `file` is where it lies on
 * this machine's disk.
 */
export type MediumFile = { path: string; file: string; sha256: string; contentType: string; bytes: number };

const pictureTypes: Record<string, string> = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
};
const contentTypes: Record<string, string> = {
  ...pictureTypes,
  ".mp3": "audio/mpeg",
  ".m4a": "audio/mp4",
  ".ogg": "audio/ogg",
  ".wav": "audio/wav",
  ".mp4": "video/mp4",
  ".webm": "video/webm",
  ".vtt": "text/vtt; charset=utf-8",
  ...Object.fromEntries(Object.entries(documentEndings).map(([ending, type]) => [`.${ending}`, type])),
};

export function isPicture(path: string): boolean {
  return extname(path).toLowerCase() in pictureTypes;
}

/** Whether it is captions, of which only `captionFault` knows whether they are right. */
export function isCaptions(path: string): boolean {
  return extname(path).toLowerCase() === ".vtt";
}

/** Whether browsers show or play it, or it is a document that may be downloaded. */
export function isMedium(path: string): boolean {
  return extname(path).toLowerCase() in contentTypes;
}

/** The type under which a file of media/ is sent, by its name's ending. */
export function mediumType(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? "application/octet-stream";
}

/** A file of a course folder's media. */
export function readMedium(directory: string, name: string): MediumFile {
  const file = join(directory, name);
  return {
    path: name.split(sep).join("/"),
    file,
    sha256: fileHash(file),
    contentType: mediumType(name),
    bytes: statSync(file).size,
  };
}

/** Where a picture is served: named by its content, so that lessons of every version find theirs. */
export function mediaAddress({ sha256 }: { sha256: string }): string {
  return `/media/${sha256}`;
}

/** Where a sound, film, captions or a file to download are served, what they are, and how large. */
export type PlacedMedium = { address: string; contentType: string; bytes: number };

/** Where a picture of a lesson is served; its size, where an SVG says it, keeps the place until it arrives. */
export type PlacedPicture = { address: string; size: { width: number; height: number } | null };

export function placedPicture(medium: MediumFile): PlacedPicture {
  const isDrawing = medium.contentType === "image/svg+xml";
  const [, width, height] =
    (isDrawing && /<svg[^>]*\sviewBox="0 0 (\d+) (\d+)"/.exec(readFileSync(medium.file, "utf8"))) || [];
  return {
    address: mediaAddress(medium),
    size: width && height ? { width: Number(width), height: Number(height) } : null,
  };
}
