import { createReadStream } from "node:fs";
import { buffer } from "node:stream/consumers";

import yauzl from "yauzl";

import { fileKind } from "#app/library/file-kind.ts";
import { endingOf, mediaTypeOf, mediumOf } from "#app/library/media-kind.ts";
import { fileHead } from "#app/platform/file-head.server.ts";

import type { AnswerFileFault, AnswerFileType } from "./answer-file.ts";

/**
 * What a file on this machine's disk is, by its content, whatever its name; a fault when it is none of what may be
 * answered. A document is a package of OpenDocument or Office Open XML (ISO/IEC 26300, ISO/IEC 29500) without macros.
 */
export async function answerFileType(path: string): Promise<AnswerFileType | AnswerFileFault> {
  const head = await fileHead(path);
  const picture = pictureType(head);
  if (picture) return { kind: "image", ...picture };
  switch (fileKind(head)) {
    case "empty":
      return "empty";
    case "pdf":
      return { kind: "pdf", contentType: "application/pdf", ending: "pdf" };
    case "zip":
      return documentType(path);
    case "text":
      return (await isPlainText(path))
        ? { kind: "text", contentType: "text/plain; charset=utf-8", ending: "txt" }
        : "wrongKind";
    default:
      return "wrongKind";
  }
}

function pictureType(head: Buffer) {
  const contentType = mediaTypeOf(head);
  if (!contentType || mediumOf(contentType) !== "image") return null;
  return { contentType, ending: endingOf(contentType) };
}

const office = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

const documents = [
  { mark: "word/", contentType: `${office}.wordprocessingml.document`, ending: "docx" },
  { mark: "ppt/", contentType: `${office}.presentationml.presentation`, ending: "pptx" },
  { mark: "xl/", contentType: `${office}.spreadsheetml.sheet`, ending: "xlsx" },
  { mark: `${openDocument}.text`, contentType: `${openDocument}.text`, ending: "odt" },
  { mark: `${openDocument}.presentation`, contentType: `${openDocument}.presentation`, ending: "odp" },
  { mark: `${openDocument}.spreadsheet`, contentType: `${openDocument}.spreadsheet`, ending: "ods" },
];

const contentTypesPart = "[Content_Types].xml";
const mostEntries = 10_000;
const longestMimetype = 200;

/** Nothing is unpacked but the few letters in which an OpenDocument package says what it is. */
async function documentType(path: string): Promise<AnswerFileType | AnswerFileFault> {
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true }).catch(() => null);
  if (!zip) return "wrongKind";
  try {
    if (zip.entryCount > mostEntries) return "wrongKind";
    const marks = new Set<string>();
    let hasMacros = false;
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (/(^|\/)vbaProject\.bin$|^(Basic|Scripts)\//i.test(fileName)) hasMacros = true;
      if (fileName === "mimetype" && entry.uncompressedSize <= longestMimetype) {
        const content = await buffer(await zip.openReadStreamPromise(entry));
        marks.add(content.toString("latin1").trim());
      } else if (fileName === contentTypesPart) marks.add(fileName);
      else marks.add(fileName.slice(0, fileName.indexOf("/") + 1));
    }
    const isPackage = (ending: string) => /^od/.test(ending) || marks.has(contentTypesPart);
    const found = documents.find(({ mark, ending }) => marks.has(mark) && isPackage(ending));
    if (!found) return "wrongKind";
    if (hasMacros) return "hasMacros";
    return { kind: "document", contentType: found.contentType, ending: found.ending };
  } catch {
    return "wrongKind";
  } finally {
    zip.close();
  }
}

/** UTF-8 throughout, without the control characters that text does not hold. */
async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      if (hasControls(decoder.decode(chunk as Buffer, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
}
