import { buffer } from "node:stream/consumers";

import yauzl from "yauzl";

import { fileHead } from "#app/platform/file-head.server.ts";

import { documentEndings } from "./document-kind.ts";
import { fileKind } from "./file-kind.ts";

export type DocumentType = { contentType: string; ending: string };

const openDocument = "application/vnd.oasis.opendocument";

/** What only a package of this kind holds: a folder, or what its "mimetype" says. */
const marks: Record<string, string> = {
  docx: "word/",
  pptx: "ppt/",
  xlsx: "xl/",
  odt: `${openDocument}.text`,
  odp: `${openDocument}.presentation`,
  ods: `${openDocument}.spreadsheet`,
};

const contentTypesPart = "[Content_Types].xml";
const mostEntries = 10_000;
const longestMimetype = 200;

/**
 * What document a file on this machine's disk is, by its content, whatever its name; null when it is none. A document of
 * an office program is a package of OpenDocument or Office Open XML (ISO/IEC 26300, ISO/IEC 29500) without macros.
 */
export async function documentTypeOf(path: string): Promise<DocumentType | "hasMacros" | null> {
  switch (fileKind(await fileHead(path))) {
    case "pdf":
      return typeOf("pdf");
    case "zip":
      return officeType(path);
    default:
      return null;
  }
}

function typeOf(ending: string): DocumentType {
  return { ending, contentType: documentEndings[ending] as string };
}

/** Nothing is unpacked but the few letters in which an OpenDocument package says what it is. */
async function officeType(path: string): Promise<DocumentType | "hasMacros" | null> {
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true }).catch(() => null);
  if (!zip) return null;
  try {
    if (zip.entryCount > mostEntries) return null;
    const found = new Set<string>();
    let hasMacros = false;
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (/(^|\/)vbaProject\.bin$|^(Basic|Scripts)\//i.test(fileName)) hasMacros = true;
      if (fileName === "mimetype" && entry.uncompressedSize <= longestMimetype) {
        const content = await buffer(await zip.openReadStreamPromise(entry));
        found.add(content.toString("latin1").trim());
      } else if (fileName === contentTypesPart) found.add(fileName);
      else found.add(fileName.slice(0, fileName.indexOf("/") + 1));
    }
    const isPackage = (ending: string) => /^od/.test(ending) || found.has(contentTypesPart);
    const [ending] = Object.entries(marks).find(([one, mark]) => found.has(mark) && isPackage(one)) ?? [];
    if (!ending) return null;
    return hasMacros ? "hasMacros" : typeOf(ending);
  } catch {
    return null;
  } finally {
    zip.close();
  }
}
