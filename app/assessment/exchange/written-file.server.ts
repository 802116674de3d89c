import { buffer } from "node:stream/consumers";

import yazl from "yazl";

import type { ExchangeQuestion } from "./exchange.ts";
import { writeGift } from "./gift-writer.ts";
import { writable, type WrittenFormat } from "./losses.ts";
import { writeMoodle } from "./moodle-writer.ts";
import { ownFormFiles } from "./own-form.ts";
import { qtiFiles } from "./qti-writer.ts";
import { writeTable } from "./table-writer.ts";

export type WrittenFile = { bytes: Buffer; ending: string; contentType: string };

/** Questions as a file of a format; those that it cannot hold are left out (`lossesOf` says which). */
export async function writtenFile(
  format: WrittenFormat,
  { categories, questions }: { categories: string[]; questions: ExchangeQuestion[] },
  language: string,
): Promise<WrittenFile> {
  const held = writable(format, questions, language);
  switch (format) {
    case "own":
      return zipped(await ownFormFiles(categories, held));
    case "moodle-xml":
      return text(await writeMoodle(held, language), "xml", "text/xml");
    case "gift":
      return text(writeGift(held, language), "gift", "text/plain");
    case "table":
      return text(writeTable(held, language), "csv", "text/csv");
    case "qti-2.1":
    case "qti-2.2":
    case "qti-3.0":
      return zipped(await qtiFiles(held, language, format));
  }
}

function text(content: string, ending: string, contentType: string): WrittenFile {
  return { bytes: Buffer.from(content), ending, contentType: `${contentType}; charset=utf-8` };
}

/** With one time for all: equal questions make equal files. */
async function zipped(files: { path: string; bytes: Buffer }[]): Promise<WrittenFile> {
  const zip = new yazl.ZipFile();
  for (const { path, bytes } of files)
    zip.addBuffer(bytes, path, { mtime: new Date("2000-01-01T00:00:00Z") });
  zip.end();
  return { bytes: await buffer(zip.outputStream), ending: "zip", contentType: "application/zip" };
}
