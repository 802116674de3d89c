import { difficulties } from "#app/library/question-format.ts";
import { refuse } from "#app/library/package-refusal.ts";

import { pathOf } from "./foreign-category.ts";
import type { Draft, DraftAsked } from "./draft.ts";
import type { ReadQuestions, ReadSettings } from "./exchange.ts";
import { leaveOut } from "./left-out.ts";
import { dataFile } from "./media-intake.ts";
import { QuestionGathering } from "./question-gathering.ts";
import { treeOfMarkdown, treeOfPlainText } from "./rich-text.ts";
import { type Column, columnsOf } from "./table-columns.ts";
import { parseTable } from "./table-text.ts";
import { element } from "./html-nodes.ts";
import { askingClass } from "./text-intake.ts";

export function isTable(source: string): boolean {
  const [line = ""] = source.replace(/^\uFEFF/, "").split(/[\r\n]/, 1);
  return line.length < 2000 && columnsOf(parseTable(line)[0] ?? []) !== null;
}

/** One question a line; the first line names the columns. */
export function readTable(source: string, settings: ReadSettings): ReadQuestions {
  const [header = [], ...rows] = parseTable(source);
  const found = columnsOf(header) ?? refuse("exchange.refusedTable");
  const gathering = new QuestionGathering("table", settings);
  for (const row of rows) {
    const cell = (column: Column) => written(row[found.at.get(column) ?? -1] ?? "");
    const options = found.options.map((index) => written(row[index] ?? ""));
    gathering.question(cell("question"), () => draftOf(cell, options), dataFile);
  }
  return gathering.result();
}

/** Spreadsheets keep text that looks like a formula behind an apostrophe, and so do we. */
function written(cell: string): string {
  const text = cell.trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function draftOf(cell: (column: Column) => string, options: string[]): Draft {
  if (cell("question") === "") return leaveOut("exchange.leftEmpty");
  return {
    name: "",
    key: cell("key") || undefined,
    category: pathOf(cell("category").split("/")),
    stem: [
      ...treeOfMarkdown(cell("context")),
      element(
        "p",
        treeOfPlainText(cell("question")).flatMap(({ children }) => children ?? []),
        { className: [askingClass] },
      ),
    ],
    why: [treeOfPlainText(cell("explanation"))],
    points: numberOf(cell("points") || "1"),
    tags: cell("tags").split(/[,;|]/),
    isRetired: false,
    difficulty: difficulties.find((one) => one === cell("difficulty").toLowerCase()),
    asked: askedOf(cell, options),
  };
}

/** "1 234,5", "1.234,5" and "1,234.5": of two signs the last is the decimal mark. */
function numberOf(text: string): number {
  const bare = text.replace(/\s/g, "");
  const isPointLast = bare.lastIndexOf(".") > bare.lastIndexOf(",");
  const hasBoth = bare.includes(".") && bare.includes(",");
  const plain = hasBoth ? bare.replaceAll(isPointLast ? "," : ".", "") : bare;
  return Number(plain.replace(",", "."));
}

const truths: Record<string, boolean> = {
  true: true,
  t: true,
  yes: true,
  тачно: true,
  да: true,
  tačno: true,
  da: true,
  false: false,
  f: false,
  no: false,
  нетачно: false,
  не: false,
  netačno: false,
  ne: false,
};

function askedOf(cell: (column: Column) => string, options: string[]): DraftAsked {
  const answer = cell("answer");
  const type = typeOf(cell("type").toLowerCase(), answer, options);
  switch (type) {
    case "truefalse":
      return {
        kind: "truefalse",
        answer: truths[answer.toLowerCase()] ?? leaveOut("exchange.leftNoKey"),
        ifTrue: [],
        ifFalse: [],
      };
    case "numeric":
      return {
        kind: "numeric",
        answers: [{ value: numberOf(answer), percent: 100, ...toleranceOf(cell("tolerance")) }],
        feedback: [],
        unit: cell("unit") || undefined,
        units: [],
        isUnitRequired: false,
      };
    case "short":
      return {
        kind: "short",
        accepted: answer.split("|").map((text) => ({ text: text.trim(), percent: 100 })),
        isCaseSensitive: false,
        wildcards: answer.includes("*"),
        feedback: [],
      };
    case "single":
    case "multiple": {
      const rights = rightOptions(answer, options);
      return {
        kind: "choice",
        isSingle: type === "single",
        scoring: "all",
        options: options.flatMap((text, index) =>
          text === ""
            ? []
            : [{ nodes: treeOfPlainText(text), percent: rights.has(index) ? 100 : 0, feedback: [] }],
        ),
      };
    }
    default:
      return leaveOut("exchange.leftType", { type });
  }
}

/** What the line says, or what its cells show. */
function typeOf(said: string, answer: string, options: string[]): string {
  if (said !== "") return said;
  if (options.some((text) => text !== ""))
    return rightOptions(answer, options).size > 1 ? "multiple" : "single";
  if (answer.toLowerCase() in truths) return "truefalse";
  return answer !== "" && Number.isFinite(numberOf(answer)) ? "numeric" : "short";
}

/** Letters or numbers of options ("a", "2; 3"), or the words of one. */
function rightOptions(answer: string, options: string[]): Set<number> {
  const exact = options.findIndex((text) => text !== "" && text === answer);
  if (exact >= 0) return new Set([exact]);
  const places = answer.split(/[,;|\s]+/).map((name) => {
    const place = /^\d$/.test(name) ? Number(name) - 1 : "abcdefgh".indexOf(name.toLowerCase());
    return name.length === 1 && options[place] ? place : leaveOut("exchange.leftNoKey");
  });
  return new Set(places);
}

/** "0.5", or "5 %" of the answer. */
function toleranceOf(text: string): { tolerance: number; toleranceKind: "absolute" | "relative" } {
  const value = numberOf(text.replace("%", "") || "0");
  const tolerance = Number.isFinite(value) ? Math.abs(value) : 0;
  return text.includes("%")
    ? { tolerance: tolerance / 100, toleranceKind: "relative" }
    : { tolerance, toleranceKind: "absolute" };
}
