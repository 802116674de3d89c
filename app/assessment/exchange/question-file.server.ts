import { open, readFile, stat } from "node:fs/promises";

import { fileKind } from "#app/library/file-kind.ts";
import { openArchive } from "#app/library/package-archive.server.ts";
import { PackageRefusedError, refuse } from "#app/library/package-refusal.ts";
import { filesOf, readDescription, type SourceFiles } from "#app/library/package-source.ts";
import { childrenNamed, parseXml, type XmlElement } from "#app/library/xml-document.ts";
import { decodeXml } from "#app/library/xml-text.ts";

import { isAiken, readAiken } from "./aiken-reader.ts";
import { type CurriculumQuestion, isCurriculumItems, readCurriculumItems } from "./curriculum-items.ts";
import { type ReadQuestions, type ReadSettings, sentence, type Sentence } from "./exchange.ts";
import { maxLines, maxQuestionFileBytes, maxQuestions } from "./exchange-limits.ts";
import { readGift } from "./gift-reader.ts";
import { dataFile } from "./media-intake.ts";
import { readMoodle } from "./moodle-reader.ts";
import { isOwnForm, ownFileName, ownQuestions, readOwnForm } from "./own-form.ts";
import { packageFinder } from "./package-media.ts";
import { isQti, type QtiDocument, readQti } from "./qti-reader.ts";
import { isTable, readTable } from "./table-reader.ts";

/** Use what is read before `close`: the files of an archive are read from it. */
export type OpenedQuestions = ReadQuestions & { close: () => Promise<void> };

/**
 * Reads a file of questions, whatever its format is: it is recognised by its content. Throws PackageRefusedError for
 * what is none of the known formats or dangerous. Nothing outside the file is ever read.
 */
export async function readQuestionFile(
  { path, name }: { path: string; name: string },
  settings: ReadSettings,
): Promise<OpenedQuestions> {
  if ((await kindOf(path)) === "zip") {
    const source = await openArchive(path, name);
    try {
      const read = await readArchive(filesOf(source), settings);
      return { ...read, close: source.close };
    } catch (error) {
      await source.close();
      throw error;
    }
  }
  if ((await stat(path)).size > maxQuestionFileBytes) {
    refuse("exchange.refusedTooLarge", { limit: maxQuestionFileBytes / 1024 ** 2 });
  }
  const read = readQuestionText(textOf(await readFile(path), name), name, settings);
  return { ...read, close: () => Promise.resolve() };
}

async function kindOf(path: string) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return fileKind(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** In whatever encoding it is. */
function textOf(bytes: Uint8Array, name: string): string {
  return decodeXml(bytes, name, []);
}

/** Reads questions that are a text: of a file, or as somebody pasted them. */
export function readQuestionText(source: string, name: string, settings: ReadSettings): ReadQuestions {
  const text = source.replace(/^\uFEFF/, "");
  if (text.trim() === "") refuse("exchange.refusedEmpty");
  if (text.includes("\0")) refuse("exchange.refusedUnknown");
  const start = text.slice(0, 4000).trimStart();
  if (/^<(\?xml|!doctype|!--|[a-z])/i.test(start) && !/^<!doctype html|^<html/i.test(start)) {
    return readDocument(parseXml(withoutDeclaration(text), name).root, name, settings);
  }
  if (isCurriculumItems(start)) return curriculumQuestions(text, name, settings);
  if (start.startsWith("{") && /^\{\s*"/.test(start)) {
    const value = jsonOf(text, name);
    return isOwnForm(value) ? ownQuestions(value, null) : refuse("exchange.refusedUnknown");
  }
  return readPlainText(text, name, settings) ?? refuse("exchange.refusedUnknown");
}

function curriculumQuestions(text: string, name: string, { language }: ReadSettings): ReadQuestions {
  const { questions, faults } = readCurriculumItems(text);
  if (faults.some(({ reason }) => reason === "not-a-list")) refuse("packages.refusedJson", { file: name });
  if (questions.length > maxQuestions) refuse("exchange.refusedTooMany", { limit: maxQuestions });
  const isFirst = ({ structure }: CurriculumQuestion, index: number) =>
    questions.findIndex((other) => other.structure.id === structure.id) === index;
  return {
    format: "curriculum",
    categories: [...new Set(questions.map(({ category }) => category))],
    questions: questions.filter(isFirst).map(({ category, structure, text: words }) => ({
      name: structure.id,
      category,
      structure,
      texts: { [language]: words },
      media: [],
      isRetired: false,
      notes: [],
    })),
    leftOut: [
      ...faults.map(({ item, reason, detail }) => ({
        name: item,
        reason:
          reason === "key-outside-options"
            ? sentence("exchange.leftKeyOutside", { answer: detail })
            : sentence("exchange.leftItemForm", { part: detail }),
      })),
      ...questions
        .filter((question, index) => !isFirst(question, index))
        .map(({ structure }) => ({ name: structure.id, reason: sentence("exchange.leftSameKey") })),
    ],
    notes: [],
  };
}

/** What it declares is known already, and often malformed. */
function withoutDeclaration(text: string): string {
  const plain = text.trimStart();
  return plain.startsWith("<?xml") ? plain.slice(plain.indexOf("?>") + 2).trimStart() : plain;
}

function readDocument(root: XmlElement, name: string, settings: ReadSettings): ReadQuestions {
  if (isMoodle(root)) return readMoodle(root, settings);
  if (isQti(root)) {
    const read = readQti([{ path: name, root, find: dataFile }], settings);
    return read.questions.length + read.leftOut.length > 0 ? read : refuse("exchange.refusedNoQuestions");
  }
  return refuse("exchange.refusedXmlKind", { name: root.name.slice(0, 60) });
}

const isMoodle = (root: XmlElement) => root.name === "quiz" && childrenNamed(root, "question").length > 0;

function readPlainText(text: string, name: string, settings: ReadSettings): ReadQuestions | null {
  requireLines(text);
  if (isTable(text)) return readTable(text, settings);
  if (/\.gift$/i.test(name)) return readGift(text, settings);
  if (isAiken(text)) return readAiken(text, settings);
  const hasBraces = text.includes("{") && text.lastIndexOf("}") > text.indexOf("{");
  if (hasBraces || /^[ \t]*(::|\$CATEGORY:)/m.test(text)) return readGift(text, settings);
  return /\.(csv|tsv)$/i.test(name) ? refuse("exchange.refusedTable") : null;
}

function requireLines(text: string) {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lines += 1;
    if (lines > maxLines) refuse("exchange.refusedManyLines", { limit: maxLines });
  }
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse("packages.refusedJson", { file: name });
  }
}

const xmlEnding = /\.(xml|qti)$/i;
const textEnding = /\.(gift|txt|csv|tsv)$/i;
const questionRoot = /<([\w.-]+:)?(qti-)?(assessment-?(item|test|stimulus)|questestinterop|quiz)[\s>]/i;

async function readArchive(files: SourceFiles, settings: ReadSettings): Promise<ReadQuestions> {
  if (files.find(ownFileName)) return readOwnForm(files);
  const faults: { name: string; reason: Sentence }[] = [];
  const documents = await documentsOf(files, faults);
  const qti = documents.filter(({ root }) => isQti(root));
  if (qti.length > 0) return withFaults(readQti(qti, settings), faults);
  const read = documents.filter(({ root }) => isMoodle(root)).map(({ root }) => readMoodle(root, settings));
  for (const file of files.list.filter(({ path }) => textEnding.test(path))) {
    const text = textOf(await readDescription(file), file.path);
    const questions = readPlainText(text, file.path, settings);
    if (questions) read.push(questions);
  }
  return withFaults(merged(read), faults);
}

/** XML files that hold questions. One that cannot be read is a fault; the others are read all the same. */
async function documentsOf(
  files: SourceFiles,
  faults: { name: string; reason: Sentence }[],
): Promise<QtiDocument[]> {
  const documents: QtiDocument[] = [];
  let bytes = 0;
  for (const file of files.list.filter(({ path }) => xmlEnding.test(path))) {
    try {
      const content = await readDescription(file);
      if (!questionRoot.test(headOf(content))) continue;
      bytes += content.length;
      if (bytes > maxQuestionFileBytes)
        refuse("exchange.refusedTooLarge", { limit: maxQuestionFileBytes / 1024 ** 2 });
      const { root } = parseXml(withoutDeclaration(textOf(content, file.path)), file.path);
      documents.push({ path: file.path, root, find: packageFinder(files, file.path) });
    } catch (error) {
      if (!(error instanceof PackageRefusedError) || isOfTheWhole(error)) throw error;
      faults.push({ name: file.path, reason: error.refusal });
    }
  }
  return documents;
}

const isOfTheWhole = ({ refusal }: PackageRefusedError) => refusal.key === "exchange.refusedTooLarge";

/** The root may stand behind a long comment. */
function headOf(content: Buffer): string {
  return content
    .subarray(0, 64 * 1024)
    .toString("latin1")
    .replaceAll("\0", "");
}

function merged(read: ReadQuestions[]): ReadQuestions {
  const [first] = read;
  if (!first) return refuse("exchange.refusedNoQuestions");
  const keys = new Set<string>();
  const questions = read
    .flatMap((one) => one.questions)
    .map((question) => {
      let key = question.structure.id;
      for (let count = 2; keys.has(key); count += 1) key = `${question.structure.id}-${count}`;
      keys.add(key);
      return { ...question, structure: { ...question.structure, id: key } };
    });
  return {
    format: first.format,
    categories: [...new Set(read.flatMap(({ categories }) => categories))],
    questions,
    leftOut: read.flatMap(({ leftOut }) => leftOut),
    notes: [
      ...read.flatMap(({ notes }) => notes),
      ...(read.length > 1 ? [sentence("exchange.noteFiles", { count: read.length })] : []),
    ],
  };
}

function withFaults(read: ReadQuestions, faults: { name: string; reason: Sentence }[]): ReadQuestions {
  const result = { ...read, leftOut: [...read.leftOut, ...faults] };
  return result.questions.length + result.leftOut.length > 0 ? result : refuse("exchange.refusedNoQuestions");
}
