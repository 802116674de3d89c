import type { Question, QuestionText, QuestionType } from "#app/library/question-format.ts";

import { type ExchangeQuestion, type Sentence, sentence } from "./exchange.ts";

/** What can be written. QTI 2.1 is what other systems read most; 3.0 is the present standard. */
export const writtenFormats = [
  "own",
  "moodle-xml",
  "gift",
  "qti-2.1",
  "qti-2.2",
  "qti-3.0",
  "table",
] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

type Loss = { name: string; reasons: Sentence[] };

/** What a format cannot hold: questions that are not written, and what others lose. Nothing of our own form. */
export type Losses = { notWritten: Loss[]; losing: Loss[] };

const simple: QuestionType[] = ["single", "scenario", "multiple", "truefalse", "numeric", "short"];
const ofQti = new Set<QuestionType>([...simple, "order", "match", "blanks", "hotspot", "essay", "file"]);
const holds: Record<Exclude<WrittenFormat, "own">, ReadonlySet<QuestionType>> = {
  "moodle-xml": new Set([...simple, "order", "match", "blanks", "essay", "file"]),
  gift: new Set([...simple, "match", "essay"]),
  "qti-2.1": ofQti,
  "qti-2.2": ofQti,
  "qti-3.0": ofQti,
  table: new Set(simple),
};
export const mostTableOptions = 8;

/** Before anything is written. `language`: the one that foreign formats are written in. */
export function lossesOf(format: WrittenFormat, questions: ExchangeQuestion[], language: string): Losses {
  const losses: Losses = { notWritten: [], losing: [] };
  if (format === "own") return losses;
  for (const question of questions) {
    const refusal = refusalOf(format, question, language);
    const name = question.structure.id;
    if (refusal) {
      losses.notWritten.push({ name, reasons: [refusal] });
      continue;
    }
    const reasons = lossesOfOne(format, question, language);
    if (reasons.length > 0) losses.losing.push({ name, reasons });
  }
  return losses;
}

function refusalOf(
  format: Exclude<WrittenFormat, "own">,
  { structure, texts }: ExchangeQuestion,
  language: string,
): Sentence | null {
  if (!texts[language]) return sentence("exchange.lossLanguageMissing");
  if (!holds[format].has(structure.type)) return sentence("exchange.lossType");
  const isTooLong =
    format === "table" && "options" in structure && structure.options.length > mostTableOptions;
  return isTooLong ? sentence("exchange.lossManyAnswers", { limit: mostTableOptions }) : null;
}

/** Those that a format writes. */
export function writable(
  format: WrittenFormat,
  questions: ExchangeQuestion[],
  language: string,
): ExchangeQuestion[] {
  if (format === "own") return questions;
  return questions.filter((question) => refusalOf(format, question, language) === null);
}

function lossesOfOne(format: WrittenFormat, question: ExchangeQuestion, language: string): Sentence[] {
  const { structure, texts, media, isRetired } = question;
  const text = texts[language] as QuestionText;
  const isTable = format === "table";
  const isQti = format.startsWith("qti");
  const hasNoFiles = isTable || format === "gift";
  const losses: [boolean, Sentence][] = [
    [
      structure.critical ||
        structure.recheck ||
        structure.lesson !== undefined ||
        structure.facts.length + structure.sources.length > 0 ||
        structure.type === "scenario" ||
        (!isTable && structure.difficulty !== undefined) ||
        (isQti && structure.tags.length > 0),
      sentence("exchange.lossMarks"),
    ],
    [Object.keys(texts).length > 1, sentence("exchange.lossLanguages", { language })],
    [hasNoFiles && media.length > 0, sentence("exchange.lossMedia")],
    [isTable && text.optionWhy !== undefined, sentence("exchange.lossOptionWhy")],
    [losesPoints(format, structure), sentence("exchange.lossPoints")],
    [isRetired && format !== "moodle-xml", sentence("exchange.lossRetired")],
    ["rubric" in structure, sentence("exchange.lossRubric")],
    [losesLimits(format, structure), sentence("exchange.lossLimits")],
    [
      typedKeysOf(structure).some(({ fold }) => fold.diacritics || fold.script),
      sentence("exchange.lossFolding"),
    ],
    [hasNoFiles && typedKeysOf(structure).some(({ fold }) => !fold.case), sentence("exchange.lossCase")],
    [structure.type === "numeric" && losesUnits(format, structure), sentence("exchange.lossUnits")],
    [
      /moodle|gift/.test(format) && numberKeysOf(structure).some((key) => key.toleranceKind === "relative"),
      sentence("exchange.lossRelative"),
    ],
    [Object.values(text.gaps ?? {}).some(({ label }) => label), sentence("exchange.lossLabels")],
    [losesPartial(format, structure), sentence("exchange.lossPartial")],
    [losesScoring(format, structure), sentence("exchange.lossScoring")],
  ];
  return losses.filter(([isLost]) => isLost).map(([, reason]) => reason);
}

/** Limits other than the usual ones. Moodle counts words, of ten characters each. */
function losesLimits(format: WrittenFormat, structure: Question): boolean {
  const isMoodle = format === "moodle-xml";
  if (structure.type === "essay")
    return structure.maxCharacters !== 4000 && !(isMoodle && structure.maxCharacters % 10 === 0);
  if (structure.type !== "file" || isMoodle) return false;
  return structure.maxMegabytes !== 10 || uploadType(structure.accept) === null;
}

/** QTI names one type of file. */
export function uploadType(accept: string[]): string | null {
  const [only, ...others] = accept;
  if (others.length > 0) return null;
  return only === "pdf" ? "application/pdf" : only === "text" ? "text/plain" : null;
}

/** Of a short answer or of gaps. */
function typedKeysOf(structure: Question) {
  if (structure.type === "short") return [structure];
  return structure.type === "blanks" ? structure.gaps.filter((gap) => gap.kind === "typed") : [];
}

function numberKeysOf(structure: Question) {
  if (structure.type === "numeric") return [structure];
  return structure.type === "blanks" ? structure.gaps.filter((gap) => gap.kind === "number") : [];
}

/** Moodle's points of gaps are their weights, which are whole numbers. */
function losesPoints(format: WrittenFormat, structure: Question): boolean {
  if (format === "gift") return structure.points !== 1;
  if (format !== "moodle-xml" || structure.type !== "blanks") return false;
  const isWhole = structure.gaps.every(({ weight }) => Number.isInteger(weight));
  return !isWhole || structure.gaps.reduce((sum, { weight }) => sum + weight, 0) !== structure.points;
}

function losesUnits(format: WrittenFormat, key: Extract<Question, { type: "numeric" }>): boolean {
  const { unit, units, isUnitRequired } = key;
  if (format === "moodle-xml") return false;
  if (isUnitRequired) return true;
  return units.length > 0 || (unit !== undefined && format !== "table");
}

function losesPartial(format: WrittenFormat, structure: Question): boolean {
  if (format !== "table") return false;
  if (structure.type === "short") return structure.accepted.some(({ percent }) => percent < 100);
  return "partial" in structure && Object.keys(structure.partial).length > 0;
}

function losesScoring(format: WrittenFormat, structure: Question): boolean {
  const isQti = format.startsWith("qti");
  switch (structure.type) {
    case "multiple":
      return isQti ? false : structure.scoring === (format === "table" ? "partial" : "all");
    case "order":
      return isQti && structure.scoring === "pairs";
    case "match":
      return !isQti && structure.scoring === "all";
    case "blanks":
      return isQti ? typedKeysOf(structure).some((key) => key.wildcards) : structure.scoring === "all";
    case "short":
      return isQti && structure.wildcards;
    default:
      return false;
  }
}
