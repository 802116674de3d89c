import { createReadStream } from "node:fs";

import { documentTypeOf } from "#app/library/document-type.server.ts";
import { fileKind } from "#app/library/file-kind.ts";
import { endingOf, mediaTypeOf, mediumOf } from "#app/library/media-kind.ts";
import { fileHead } from "#app/platform/file-head.server.ts";

import type { AnswerFileFault, AnswerFileType } from "./answer-file.ts";

/**
 * What a file on this machine's disk is, by its content, whatever its name; a fault when it is none of what may be
 * answered.
 */
export async function answerFileType(path: string): Promise<AnswerFileType | AnswerFileFault> {
  const head = await fileHead(path);
  const picture = pictureType(head);
  if (picture) return { kind: "image", ...picture };
  switch (fileKind(head)) {
    case "empty":
      return "empty";
    case "pdf":
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

async function documentType(path: string): Promise<AnswerFileType | AnswerFileFault> {
  const type = await documentTypeOf(path);
  if (type === null) return "wrongKind";
  return type === "hasMacros" ? type : { kind: type.ending === "pdf" ? "pdf" : "document", ...type };
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
