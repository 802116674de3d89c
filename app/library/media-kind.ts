import { documentEndings, isDocumentType } from "./document-kind.ts";

export type Medium = "image" | "audio" | "video";

/** What may be shown or played in a question, in bytes. */
export const largestMedia: Record<Medium, number> = {
  image: 5 * 1024 ** 2,
  audio: 20 * 1024 ** 2,
  video: 50 * 1024 ** 2,
};

const signatures: [string, RegExp][] = [
  ["image/png", /^89504e470d0a1a0a/],
  ["image/jpeg", /^ffd8ff/],
  ["image/gif", /^47494638(37|39)61/],
  ["image/webp", /^52494646.{8}57454250/],
  ["audio/wav", /^52494646.{8}57415645/],
  ["audio/mpeg", /^(494433|fff[23ab])/],
  ["audio/ogg", /^4f676753/],
  ["audio/flac", /^664c6143/],
  ["audio/mp4", /^.{8}667479704d3441/],
  // "heic", "avif" and their like are the same box around a photograph, which few browsers show.
  ["video/mp4", /^.{8}66747970(?!686569|686576|6d696631|6d736631|61766966|61766973)/],
  ["video/webm", /^1a45dfa3/],
];

/**
 * Type of a file by its first bytes, whatever its name; null for what is no picture, sound or film that browsers show. No
 * SVG: it may hold script.
 */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  return signatures.find(([, start]) => start.test(head))?.[0] ?? null;
}

export function mediumOf(contentType: string): Medium {
  return contentType.split("/")[0] as Medium;
}

/** A name under which a question can use a file: no spaces, no brackets, no folders. */
export function mediaName(fileName: string, contentType: string): string {
  const stem = fileName
    .replace(/^.*[/\\]/, "")
    .replace(/\.[^.]*$/, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "dj")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${stem || (isDocumentType(contentType) ? "document" : mediumOf(contentType))}.${endingOf(contentType)}`;
}

/** Without the dot. */
export function endingOf(contentType: string): string {
  return endings[contentType] ?? "bin";
}

const endings: Record<string, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "audio/wav": "wav",
  "audio/mpeg": "mp3",
  "audio/ogg": "ogg",
  "audio/flac": "flac",
  "audio/mp4": "m4a",
  "video/mp4": "mp4",
  "video/webm": "webm",
  "text/vtt": "vtt",
  ...Object.fromEntries(Object.entries(documentEndings).map(([ending, type]) => [type, ending])),
};
