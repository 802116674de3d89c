import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";

/** A picture, sound or film of a course; `path` as lessons write it, such as "media/x.svg". */
export type MediumFile = { path: string; sha256: string; contentType: string; bytes: Buffer };

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
};

export function isPicture(path: string): boolean {
  return extname(path).toLowerCase() in pictureTypes;
}

/** Whether browsers show or play it. */
export function isMedium(path: string): boolean {
  return extname(path).toLowerCase() in contentTypes;
}

/** Reads a file of a course folder's media. */
export function readMedium(directory: string, file: string): MediumFile {
  const bytes = readFileSync(join(directory, file));
  return {
    path: file.split(sep).join("/"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    contentType: contentTypes[extname(file).toLowerCase()] ?? "application/octet-stream",
    bytes,
  };
}

/** Where a picture is served: named by its content, so that lessons of every version find theirs. */
export function mediaAddress({ sha256 }: { sha256: string }): string {
  return `/media/${sha256}`;
}
