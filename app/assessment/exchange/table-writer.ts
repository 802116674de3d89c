import type { QuestionText } from "#app/library/question-format.ts";

import type { ExchangeQuestion } from "./exchange.ts";
import { mostTableOptions } from "./losses.ts";
import { tableLine } from "./table-text.ts";
import { number } from "./written-text.ts";

const letters = "abcdefgh".slice(0, mostTableOptions).split("");
const header = [
  "type",
  "key",
  "category",
  "context",
  "question",
  ...letters,
  "answer",
  "explanation",
  "points",
  "tags",
  "tolerance",
  "unit",
  "difficulty",
];

/** The questions as CSV; those that it cannot hold must not be among them. */
export function writeTable(questions: ExchangeQuestion[], language: string): string {
  const rows = questions.map(({ structure, texts, category }) => {
    const text = texts[language] as QuestionText;
    const ids = "options" in structure ? structure.options : [];
    const [tolerance, unit] =
      structure.type === "numeric"
        ? [
            structure.toleranceKind === "relative"
              ? `${number(structure.tolerance * 100)}%`
              : number(structure.tolerance),
            structure.unit ?? "",
          ]
        : ["", ""];
    return [
      structure.type === "scenario" ? "single" : structure.type,
      structure.id,
      category,
      text.context ?? "",
      text.q,
      ...letters.map((_, index) => text.options?.[ids[index] ?? ""] ?? ""),
      answerOf(structure),
      text.why,
      number(structure.points),
      structure.tags.join(", "),
      tolerance,
      unit,
      structure.difficulty ?? "",
    ];
  });
  // With a mark of UTF-8, which spreadsheets look for.
  return `\uFEFF${[header, ...rows].map((row) => tableLine(row.map(harmless))).join("\r\n")}\r\n`;
}

/** A spreadsheet would calculate what begins like a formula. Numbers may. */
function harmless(cell: string): string {
  return /^[=+\-@]/.test(cell) && !/^-?[\d.]+(e[-+]?\d+)?$/i.test(cell) ? `'${cell}` : cell;
}

function answerOf(structure: ExchangeQuestion["structure"]): string {
  switch (structure.type) {
    case "truefalse":
      return String(structure.answer);
    case "numeric":
      return number(structure.answer);
    case "short":
      return structure.accepted.map(({ text }) => text).join(" | ");
    case "single":
    case "scenario":
      return letters[structure.options.indexOf(structure.answer)] ?? "";
    case "multiple":
      return structure.answer.map((id) => letters[structure.options.indexOf(id)]).join("; ");
    default:
      return "";
  }
}
