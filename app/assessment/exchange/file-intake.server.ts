import { createHash } from "node:crypto";

import { mediaKey } from "#app/library/media-key.ts";
import { refuse } from "#app/library/package-refusal.ts";
import { hasFile, storeFile } from "#app/platform/storage.server.ts";

import { largestMedia, mediaTypeOf, mediumOf } from "#app/library/media-kind.ts";
import type { QuestionFile } from "../stored-question.server.ts";
import { drawing, isDrawing } from "#app/platform/drawing.server.ts";
import { type MediaFile, sentence, type Sentence } from "./exchange.ts";
import { maxImportMediaBytes } from "./exchange-limits.ts";

/** `renamed`: new names by those that the question calls them. */
export type TakenFiles = {
  media: QuestionFile[];
  missing: string[];
  renamed: Map<string, string>;
  notes: Sentence[];
};

/**
 * Takes in the files of one import's questions, by their content and not by their name. Pictures in SVG may hold script:
 * they are drawn as PNG, but for those that a course's folder has brought here already. Call `end` at last.
 */
export class FileIntake {
  private bytesSoFar = 0;
  private readonly drawing = drawing();
  private readonly isKept: boolean;

  constructor(isKept: boolean) {
    this.isKept = isKept;
  }

  end(): void {
    this.drawing.end();
  }

  async filesOf(files: MediaFile[]): Promise<TakenFiles> {
    const taken: TakenFiles = { media: [], missing: [], renamed: new Map(), notes: [] };
    for (const { name, read } of files) {
      const bytes = await read();
      this.spend(bytes);
      const given = await this.pictureOf(bytes);
      const contentType = given && (mediaTypeOf(given) ?? drawingType);
      if (!given || !contentType || given.length > largestMedia[mediumOf(contentType)]) {
        taken.missing.push(name);
        taken.notes.push(
          sentence(isDrawing(bytes) ? "exchange.noteNotDrawn" : "exchange.notePictureMissing", { name }),
        );
        continue;
      }
      if (given !== bytes) taken.renamed.set(name, drawnName(name, files, taken.renamed));
      const sha256 = hashOf(given);
      if (this.isKept) await storeFile(mediaKey(sha256), given);
      taken.media.push({ name: taken.renamed.get(name) ?? name, sha256, contentType, bytes: given.length });
    }
    if (taken.renamed.size > 0) taken.notes.push(sentence("exchange.noteDrawn"));
    return taken;
  }

  /** As it is to be kept; null for what is no picture, sound or film, and for what cannot be drawn. */
  private async pictureOf(bytes: Buffer): Promise<Buffer | null> {
    if (mediaTypeOf(bytes)) return bytes;
    if (!isDrawing(bytes)) return null;
    return (await hasFile(mediaKey(hashOf(bytes)))) ? bytes : this.drawing.draw(bytes);
  }

  private spend({ length }: Buffer): void {
    this.bytesSoFar += length;
    if (this.bytesSoFar > maxImportMediaBytes) {
      refuse("exchange.refusedTooLarge", { limit: maxImportMediaBytes / 1024 ** 2 });
    }
  }
}

const drawingType = "image/svg+xml";
const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** With the ending of what it is now, unlike every other name of the question. */
function drawnName(name: string, files: MediaFile[], renamed: ReadonlyMap<string, string>): string {
  const stem = name.replace(/\.[^.]*$/, "");
  const taken = new Set([...files.map((file) => file.name), ...renamed.values()]);
  for (let count = 1; ; count += 1) {
    const drawn = count === 1 ? `${stem}.png` : `${stem}-${count}.png`;
    if (drawn === name || !taken.has(drawn)) return drawn;
  }
}
