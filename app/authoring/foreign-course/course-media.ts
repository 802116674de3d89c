import type { Sentence } from "#app/assessment/exchange/exchange.ts";
import { documentEndings } from "#app/library/document-kind.ts";
import { largestMedia, mediaName, mediaTypeOf } from "#app/library/media-kind.ts";
import { contentTypeOf } from "#app/library/content-types.ts";
import { headOf, type SourceFile } from "#app/library/package-source.ts";
import { refuse } from "#app/library/package-refusal.ts";

import type { Target } from "./foreign-course.ts";
import { maxCourseMediaBytes } from "./foreign-limits.ts";
import type { PartsLedger } from "./parts-ledger.ts";

/** What browsers show and no script can hide in. */
const shown = new Set(["image/png", "image/jpeg", "image/webp"]);

export type FileTarget = Exclude<Target, { kind: "piece" }>;

/** Where a file lies in the course's folder, or why it cannot. */
export type Placed = { path: string } | { refusal: Sentence };

/** The pictures and documents of the course: each picture is taken once, by its content's kind, whatever its name says. */
export class CourseMedia {
  /** By their paths in the course's folder. */
  readonly files = new Map<string, SourceFile>();
  /** What became of each document, by its path in the source. */
  readonly documents = new Map<string, Placed>();
  private readonly paths = new Map<string, string | null>();
  private readonly ledger: PartsLedger;
  private total = 0;

  constructor(ledger: PartsLedger) {
    this.ledger = ledger;
  }

  /** Its path in the folder, null when it cannot be a picture of a course: the ledger says why. */
  async picture(target: FileTarget): Promise<string | null> {
    const { file } = target;
    const known = this.paths.get(file.path);
    if (known !== undefined) return known;
    const path = await this.placed(target);
    this.paths.set(file.path, path);
    return path;
  }

  hasRoomFor(bytes: number): boolean {
    return this.total + bytes <= maxCourseMediaBytes;
  }

  /** A file of which is known what it is. */
  add(file: SourceFile, contentType: string): string {
    if (!this.hasRoomFor(file.bytes)) {
      refuse("authoring.foreignRefusedMedia", { limit: maxCourseMediaBytes / 1024 ** 2 });
    }
    this.total += file.bytes;
    const wanted = mediaName(file.path, contentType);
    const dot = wanted.lastIndexOf(".");
    let path = `media/${wanted}`;
    for (let count = 2; this.files.has(path); count += 1) {
      path = `media/${wanted.slice(0, dot)}-${count}${wanted.slice(dot)}`;
    }
    this.files.set(path, file);
    return path;
  }

  private async placed(target: FileTarget): Promise<string | null> {
    const { file } = target;
    const contentType = mediaTypeOf(await headOf(file, 16));
    if (contentType && shown.has(contentType) && file.bytes <= largestMedia.image) {
      if (target.kind === "file") this.ledger.take(target.partId);
      return this.add(file, contentType);
    }
    if (target.kind === "file") this.leave(target.partId, file, contentType);
    return null;
  }

  private leave(partId: string, { path, bytes }: SourceFile, contentType: string | null) {
    if (contentType && shown.has(contentType) && bytes > largestMedia.image) {
      this.ledger.leave(partId, "authoring.foreignLeftLarge", { limit: largestMedia.image / 1024 ** 2 });
    } else if (contentTypeOf(path) === "image/svg+xml") {
      this.ledger.leave(partId, "authoring.foreignLeftDrawing");
    } else {
      this.ledger.leave(partId, "authoring.foreignLeftPictureKind");
    }
  }
}

/** Whether the bytes are a picture that a course may have. */
export function isShownPicture(bytes: Uint8Array): boolean {
  return shown.has(mediaTypeOf(bytes) ?? "") && bytes.length <= largestMedia.image;
}

export function isPictureName(path: string): boolean {
  return contentTypeOf(path).startsWith("image/");
}

function isFilm(path: string): boolean {
  return /^(audio|video)\//.test(contentTypeOf(path));
}

/** Whether a file is called as one that may be downloaded is; what it is, is seen when it is placed. */
export function isDocumentName(path: string): boolean {
  return path.replace(/^.*\./, "").toLowerCase() in documentEndings;
}

/** Leaves out what is no file to download, with what it is. */
export function leaveFile(ledger: PartsLedger, partId: string, path: string): void {
  ledger.leave(partId, isFilm(path) ? "authoring.foreignLeftFilm" : "authoring.foreignLeftFileKind");
}

/** Whether a file that stands by itself may be one to download; otherwise it is left out. */
export function isToDownload(ledger: PartsLedger, partIds: string[], path: string): boolean {
  if (isDocumentName(path)) return true;
  for (const id of partIds) leaveFile(ledger, id, path);
  return false;
}
