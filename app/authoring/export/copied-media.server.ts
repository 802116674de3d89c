import { documentEndings } from "#app/library/document-kind.ts";
import { mediaKey } from "#app/library/media-key.ts";
import { db } from "#app/platform/db.server.ts";
import { readFile } from "#app/platform/storage.server.ts";

export type CopiedMedium = { path: string; contentType: string; bytes: Buffer };

const endings: Record<string, string> = {
  "image/svg+xml": "svg",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/ogg": "ogg",
  "audio/wav": "wav",
  "video/mp4": "mp4",
  "video/webm": "webm",
  "text/vtt; charset=utf-8": "vtt",
  ...Object.fromEntries(Object.entries(documentEndings).map(([ending, type]) => [type, ending])),
};

const address = /\/media\/([0-9a-f]{64})/g;

/** The media of a version of a course and of its questions that these texts show, by their SHA-256. */
export async function copiedMedia(
  courseVersionId: string,
  texts: Iterable<string>,
): Promise<Map<string, CopiedMedium>> {
  const wanted = new Set<string>();
  for (const text of texts) for (const [, sha256 = ""] of text.matchAll(address)) wanted.add(sha256);
  const where = { sha256: { in: [...wanted] } };
  const select = { sha256: true, contentType: true } as const;
  const rows = [
    ...(await db.courseMedia.findMany({ where: { courseVersionId, ...where }, select })),
    ...(await db.questionMedia.findMany({ where, select })),
  ];
  const media = new Map<string, CopiedMedium>();
  for (const { sha256, contentType } of rows) {
    if (media.has(sha256)) continue;
    const bytes = await readFile(mediaKey(sha256));
    media.set(sha256, { path: `media/${sha256}.${endings[contentType] ?? "bin"}`, contentType, bytes });
  }
  return media;
}

/** A text with the addresses of media led to the copy's own; `folder` leads to its root. */
export function withCopiedMedia(text: string, media: Map<string, CopiedMedium>, folder: string): string {
  return text.replace(address, (whole, sha256: string) => {
    const medium = media.get(sha256);
    return medium ? folder + medium.path : whole;
  });
}
