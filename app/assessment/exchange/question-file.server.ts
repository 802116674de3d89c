import { readFile, stat } from "node:fs/promises";

import { fileKind } from "#app/library/file-kind.ts";
import { openArchive } from "#app/library/package-archive.server.ts";
import { PackageRefusedError, refuse } from "#app/library/package-refusal.ts";
import { filesOf, headOf, readDescription, type SourceFiles } from "#app/library/package-source.ts";
import { childrenNamed, parseXml, type XmlElement } from "#app/library/xml-document.ts";
import { decodeXml } from "#app/library/xml-text.ts";
import { fileHead } from "#app/platform/file-head.server.ts";

import { isAiken, readAiken } from "./aiken-reader.ts";
import { type CurriculumQuestion, isCurriculumItems, readCurriculumItems } from "./curriculum-items.ts";
import { type ReadQuestions, type ReadSettings, sentence, type Sentence } from "./exchange.ts";
import { maxLineCharacters, maxLines, maxQuestionFileBytes, maxQuestions } from "./exchange-limits.ts";
import { readGift } from "./gift-reader.ts";
import { dataFile } from "./media-intake.ts";
import { readMoodle } from "./moodle-reader.ts";
import { parseModestJson } from "./modest-json.ts";
import { isOwnForm, ownFileName, ownQuestions, readOwnForm } from "./own-form.ts";
import { packageFinder } from "./package-media.ts";
import { isQti, type QtiDocument, readQti } from "./qti-reader.ts";
import { isTable, readTable } from "./table-reader.ts";
import { TakenKeys } from "./taken-keys.ts";

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
  if (fileKind(await fileHead(path)) === "zip") {
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
    const value = parseModestJson(text, name);
    return isOwnForm(value) ? ownQuestions(value, null) : refuse("exchange.refusedUnknown");
  }
  return readPlainText(text, name, settings) ?? refuse("exchange.refusedUnknown");
}

function curriculumQuestions(text: string, name: string, { language }: ReadSettings): ReadQuestions {
  const list = parseModestJson(text, name);
  if (!Array.isArray(list)) return refuse("packages.refusedJson", { file: name });
  if (list.length > maxQuestions) refuse("exchange.refusedTooMany", { limit: maxQuestions });
  const { questions, faults } = readCurriculumItems(list);
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
  for (let from = 0; from <= text.length; lines += 1) {
    const end = text.indexOf("\n", from);
    const next = end < 0 ? text.length + 1 : end + 1;
    if (next - from > maxLineCharacters) refuse("exchange.refusedLongLine", { limit: maxLineCharacters });
    if (lines > maxLines) refuse("exchange.refusedManyLines", { limit: maxLines });
    from = next;
  }
}

/** Blackboard calls its own .dat. */
const xmlEnding = /\.(xml|qti|dat)$/i;
const textEnding = /\.(gift|txt|csv|tsv)$/i;
const questionRoot = /<([\w.-]+:)?(qti-)?(assessment-?(item|test|stimulus)|questestinterop|quiz)[\s>]/i;

async function readArchive(files: SourceFiles, settings: ReadSettings): Promise<ReadQuestions> {
  if (files.find(ownFileName)) return readOwnForm(files);
  const budget = new ByteBudget();
  const faults: { name: string; reason: Sentence }[] = [];
  const documents = await documentsOf(files, faults, budget);
  const qti = documents.filter(({ root }) => isQti(root));
  if (qti.length > 0) return withFaults(readQti(qti, settings), faults);
  const read = documents.filter(({ root }) => isMoodle(root)).map(({ root }) => readMoodle(root, settings));
  for (const file of files.list.filter(({ path }) => textEnding.test(path))) {
    budget.spend(file.bytes);
    const text = textOf(await readDescription(file), file.path);
    const questions = readPlainText(text, file.path, settings);
    if (questions) read.push(questions);
  }
  return withFaults(merged(read), faults);
}

/** What is read of an archive at once must fit into memory as a single file must. */
class ByteBudget {
  private left = maxQuestionFileBytes;

  spend(bytes: number) {
    this.left -= bytes;
    if (this.left < 0) refuse("exchange.refusedTooLarge", { limit: maxQuestionFileBytes / 1024 ** 2 });
  }
}

/** XML files that hold questions. One that cannot be read is a fault; the others are read all the same. */
async function documentsOf(
  files: SourceFiles,
  faults: { name: string; reason: Sentence }[],
  budget: ByteBudget,
): Promise<QtiDocument[]> {
  const documents: QtiDocument[] = [];
  for (const file of files.list.filter(({ path }) => xmlEnding.test(path))) {
    try {
      if (!questionRoot.test(headText(await headOf(file, headBytes)))) continue;
      budget.spend(file.bytes);
      const text = textOf(await readDescription(file), file.path);
      const { root } = parseXml(withoutDeclaration(text), file.path);
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
const headBytes = 64 * 1024;

function headText(head: Buffer): string {
  return head.toString("latin1").replaceAll("\0", "");
}

function merged(read: ReadQuestions[]): ReadQuestions {
  const [first] = read;
  if (!first) return refuse("exchange.refusedNoQuestions");
  const count = read.reduce((sum, one) => sum + one.questions.length + one.leftOut.length, 0);
  if (count > maxQuestions) refuse("exchange.refusedTooMany", { limit: maxQuestions });
  const keys = new TakenKeys();
  const questions = read
    .flatMap((one) => one.questions)
    .map((question) => {
      const key = keys.free(question.structure.id);
      keys.take(key);
      return { ...question, structure: { ...question.structure, id: key } };
    });
  return {
    format: first.format,
    categories: [...new Set(read.flatMap(({ categories }) => categories))],
    questions,
    leftOut: read.flatMap(({ leftOut }) => leftOut),
    notes: [
      ...together(read.flatMap(({ notes }) => notes)),
      ...(read.length > 1 ? [sentence("exchange.noteFiles", { count: read.length })] : []),
    ],
  };
}

/** What several files say is said once, with their counts together. */
function together(notes: Sentence[]): Sentence[] {
  const byKey = new Map<string, Sentence>();
  for (const { key, values } of notes) {
    const count = Number(values.count ?? 0) + Number(byKey.get(key)?.values.count ?? 0);
    byKey.set(key, sentence(key, count > 0 ? { ...values, count } : values));
  }
  return [...byKey.values()];
}

function withFaults(read: ReadQuestions, faults: { name: string; reason: Sentence }[]): ReadQuestions {
  const result = { ...read, leftOut: [...read.leftOut, ...faults] };
  return result.questions.length + result.leftOut.length > 0 ? result : refuse("exchange.refusedNoQuestions");
}
