import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { sentence } from "#app/assessment/exchange/exchange.ts";
import { documentTypeOf } from "#app/library/document-type.server.ts";
import type { SourceFile } from "#app/library/package-source.ts";
import { newId } from "#app/platform/id.ts";

import { largestSent } from "../medium-limits.ts";
import type { CourseMedia, Placed } from "./course-media.ts";
import { maxCourseMediaBytes } from "./foreign-limits.ts";

/** What has to be known to place a document; `workshop` is a folder to look into it. */
export type DocumentPlaces = { media: CourseMedia; workshop: string };

/**
 * A file of the source as one to download, if its content is a document that a trainer may upload; however often it is
 * asked for, it is placed once. What is not refused lies at `path` in the course's folder.
 */
export async function placedDocument(
  file: SourceFile,
  fileName: string,
  places: DocumentPlaces,
): Promise<Placed> {
  const { documents } = places.media;
  const placed = documents.get(file.path) ?? (await place(file, fileName, places));
  documents.set(file.path, placed);
  return placed;
}

async function place(
  file: SourceFile,
  fileName: string,
  { media, workshop }: DocumentPlaces,
): Promise<Placed> {
  if (file.bytes > largestSent.document) {
    return { refusal: sentence("authoring.foreignLeftLarge", { limit: largestSent.document / 1024 ** 2 }) };
  }
  if (!media.hasRoomFor(file.bytes)) {
    return { refusal: sentence("authoring.foreignLeftRoom", { limit: maxCourseMediaBytes / 1024 ** 2 }) };
  }
  const type = await typeOf(file, join(workshop, newId()));
  if (!type || type === "hasMacros") return { refusal: sentence("authoring.foreignLeftFileKind") };
  return { path: media.add({ ...file, path: fileName }, type.contentType) };
}

/** Only a file on the disk can be looked into; `copy` is where it lies meanwhile. */
async function typeOf(file: SourceFile, copy: string) {
  try {
    await pipeline(Readable.from(file.read()), createWriteStream(copy));
    return await documentTypeOf(copy);
  } finally {
    await rm(copy, { force: true });
  }
}
