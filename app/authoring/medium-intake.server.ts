import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";

import { summed } from "#app/library/course-files.server.ts";
import { captionFault, maxCaptionBytes } from "#app/library/captions.ts";
import { documentTypeOf } from "#app/library/document-type.server.ts";
import { fileKind } from "#app/library/file-kind.ts";
import { isMedium } from "#app/library/media-file.server.ts";
import { endingOf, mediaName, mediaTypeOf, mediumOf } from "#app/library/media-kind.ts";
import { packageBlobKey } from "#app/library/package-blobs.ts";
import { drawing, isDrawing } from "#app/platform/drawing.server.ts";
import { fileHead } from "#app/platform/file-head.server.ts";
import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";
import { photographAnew } from "#app/platform/photograph.server.ts";
import { storeFile, storeStream } from "#app/platform/storage.server.ts";
import { toSerbianLatin } from "#app/platform/transliterate.ts";

import { isUnplayed } from "./film-codec.server.ts";
import { largestSent } from "./medium-limits.ts";

/** A file as a person sent it, on this machine's disk. */
export type SentMedium = { name: string; path: string };

/** Why a file is not taken, in words. */
export type MediumRefusal = { refusal: MessageKey; values?: MessageValues };

/** As it will lie in media/: `name` says what it is, `keep` puts it into the file store. */
export type ReadyMedium = { name: string; sha256: string; bytes: number; keep: () => Promise<unknown> };

/**
 * What a course can show of a file, by its content and whatever its name: a picture is made anew, a drawing becomes a
 * picture, sound and film stay as they are. Otherwise why not.
 */
export async function readyMedium({ name, path }: SentMedium): Promise<ReadyMedium | MediumRefusal> {
  const head = await fileHead(path);
  const { size } = await stat(path);
  const contentType = mediaTypeOf(head);
  const isPicture = contentType !== null && mediumOf(contentType) === "image";
  if (isPicture || isDrawing(head)) {
    if (size > largestSent.image) return { refusal: "media.pictureTooLarge" };
    const bytes = await readFile(path);
    return isPicture ? readyPhotograph(name, bytes) : readyDrawing(name, bytes);
  }
  if (!contentType && isCaptionsText(name, head)) {
    return size > maxCaptionBytes
      ? { refusal: "media.captionsTooLarge" }
      : readyCaptions(name, await readFile(path));
  }
  if (!contentType && ["pdf", "zip", "office"].includes(fileKind(head)))
    return readyDocument(name, path, size);
  if (!contentType || !isMedium(`media/x.${endingOf(contentType)}`)) return { refusal: refusalOf(head) };
  const medium = mediumOf(contentType);
  if (size > largestSent[medium])
    return { refusal: medium === "audio" ? "media.soundTooLarge" : "media.filmTooLarge" };
  if (await isUnplayed(path, contentType)) return { refusal: "media.filmUnplayed" };
  return readyAsItIs(nameOf(name, contentType), path);
}

/** What may be large stays on the disk until it is kept. */
async function readyAsItIs(name: string, path: string): Promise<ReadyMedium> {
  const { sha256, bytes } = await summed(createReadStream(path));
  const keep = () => storeStream(packageBlobKey(sha256), createReadStream(path));
  return { name, sha256, bytes, keep };
}

/** A PDF, or a document of an office program without macros. */
async function readyDocument(name: string, path: string, size: number): Promise<ReadyMedium | MediumRefusal> {
  if (fileKind(await fileHead(path)) === "office") return { refusal: "media.oldOffice" };
  if (size > largestSent.document) return { refusal: "media.documentTooLarge" };
  const type = await documentTypeOf(path);
  if (type === "hasMacros") return { refusal: "media.hasMacros" };
  if (!type) return { refusal: "media.unknownKind" };
  return readyAsItIs(nameOf(name, type.contentType), path);
}

async function readyPhotograph(name: string, sent: Buffer): Promise<ReadyMedium | MediumRefusal> {
  const made = await photographAnew(sent);
  if (made === "animated") return { refusal: "media.animated" };
  if (made === "tooManyPixels") return { refusal: "media.tooManyPixels" };
  return made ? readyPicture(name, made.contentType, made.bytes) : { refusal: "media.damaged" };
}

async function readyDrawing(name: string, svg: Buffer): Promise<ReadyMedium | MediumRefusal> {
  const { draw, end } = drawing();
  const png = await draw(svg).finally(end);
  return png ? readyPicture(name, "image/png", png) : { refusal: "media.notDrawn" };
}

function isCaptionsText(name: string, head: Buffer): boolean {
  return /^\uFEFF?WEBVTT/.test(head.toString("utf8")) || (/\.vtt$/i.test(name) && fileKind(head) === "text");
}

function readyCaptions(name: string, bytes: Buffer): ReadyMedium | MediumRefusal {
  const fault = captionFault(bytes.toString("utf8"));
  if (fault) return { refusal: `media.captions_${fault.problem}`, values: { line: fault.line } };
  return readyBytes(captionsName(name), bytes);
}

/** "film.en.vtt" keeps its language. */
function captionsName(given: string): string {
  const [, stem = given, language = ""] = /^(.*?)(\.[a-z]{2}(?:-[a-z]+)?)?\.vtt$/i.exec(given) ?? [];
  return nameOf(`${stem}.vtt`, "text/vtt").replace(/\.vtt$/, `${language.toLowerCase()}.vtt`);
}

function readyPicture(name: string, contentType: string, bytes: Uint8Array): ReadyMedium {
  return readyBytes(nameOf(name, contentType), bytes);
}

/** What is small enough to be held. */
function readyBytes(name: string, bytes: Uint8Array): ReadyMedium {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const keep = () => storeFile(packageBlobKey(sha256), bytes);
  return { name, sha256, bytes: bytes.length, keep };
}

/** Names are written in lessons of every script. */
function nameOf(given: string, contentType: string): string {
  return mediaName(toSerbianLatin(given), contentType);
}

function refusalOf(head: Buffer): MessageKey {
  if (head.length === 0) return "media.empty";
  return /^.{4}ftyp(hei|hev|mif|msf|avi)/s.test(head.toString("latin1")) ? "media.heic" : "media.unknownKind";
}
