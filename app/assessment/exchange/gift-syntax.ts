import { maxTextCharacters } from "./exchange-limits.ts";

/**
 * Reads the GIFT format into its parts. Syntax: Moodle documentation, "GIFT format"; where it is silent, the grammar of
 * fuhrmanator/GIFT-grammar-PEG.js, whose test files show what authors write.
 */

export type GiftFormat = "moodle" | "plain" | "html" | "markdown";
export type GiftText = { format: GiftFormat; text: string };
export type GiftChoice = {
  /** Written with "=". */
  isRight: boolean;
  /** Percent, null when none is written. */
  weight: number | null;
  text: GiftText;
  feedback: GiftText | null;
};
export type GiftNumber = {
  value: number;
  tolerance: number;
  weight: number | null;
  feedback: GiftText | null;
};

export type GiftAnswers =
  | { type: "description" }
  | { type: "essay" }
  /** Documentation: the first feedback is for those who answered wrongly, the second for the others. */
  | { type: "truefalse"; answer: boolean; ifWrong: GiftText | null; ifRight: GiftText | null }
  | { type: "choice"; choices: GiftChoice[] }
  | { type: "short"; choices: GiftChoice[] }
  | { type: "numeric"; numbers: GiftNumber[]; feedback: GiftText[] }
  | { type: "match"; pairs: { left: GiftText; right: string }[] };

export type GiftQuestion = {
  kind: "question";
  line: number;
  id: string | null;
  tags: string[];
  title: string | null;
  stem: GiftText;
  answers: GiftAnswers;
  feedback: GiftText | null;
};
export type GiftEntry =
  GiftQuestion | { kind: "category"; path: string } | { kind: "fault"; line: number; text: string };

/** Everything in a GIFT text, in its order. A piece that is no GIFT is a fault with its first line. */
export function parseGift(source: string): GiftEntry[] {
  return blocksOf(source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")).flatMap(entriesOf);
}

type Block = { line: number; lines: string[]; comments: string[] };

/** Divided at empty lines, unless they are inside braces that a later line closes. */
function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let block: Block = { line: 1, lines: [], comments: [] };
  let depth = 0;
  const lines = source.split("\n");
  const closing = lastClosingLine(lines);
  const end = (next: number) => {
    if (block.lines.length > 0) blocks.push(block);
    block = { line: next, lines: [], comments: [] };
    depth = 0;
  };
  lines.forEach((line, index) => {
    if (line.trim() === "") {
      if (depth > 0 && (closing[index] ?? false)) block.lines.push("");
      else end(index + 2);
    } else if (/^\s*\/\//.test(line)) {
      block.comments.push(line);
    } else if (/^\s*\$CATEGORY:/i.test(line)) {
      end(index + 1);
      block.lines.push(line);
      end(index + 2);
    } else {
      if (block.lines.length === 0) block.line = index + 1;
      block.lines.push(line);
      depth += bracesOf(line);
    }
  });
  end(lines.length);
  return blocks;
}

/** By line: whether the next unescaped brace after it closes. */
function lastClosingLine(lines: string[]): boolean[] {
  const result: boolean[] = [];
  let isClosing = false;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    result[index] = isClosing;
    const first = /(?:^|[^\\])([{}])/.exec(lines[index] ?? "");
    if (first) isClosing = first[1] === "}";
  }
  return result;
}

function bracesOf(line: string): number {
  let depth = 0;
  for (let index = 0; index < line.length; index += 1) {
    if (line[index] === "\\") index += 1;
    else if (line[index] === "{") depth += 1;
    else if (line[index] === "}") depth -= 1;
  }
  return depth;
}

function entriesOf({ line, lines, comments }: Block): GiftEntry[] {
  const source = lines.join("\n").trim();
  const category = /^\$CATEGORY:(.*)$/i.exec(source);
  if (category) return [{ kind: "category", path: (category[1] ?? "").trim() }];
  const question = source.length <= maxTextCharacters ? questionOf(source) : null;
  if (!question) return [{ kind: "fault", line, text: source.slice(0, 80) }];
  const remarks = comments.join("\n");
  return [
    {
      kind: "question",
      line,
      id: /\[id:([^\]]+)\]/.exec(remarks)?.[1]?.trim() ?? null,
      tags: [...remarks.matchAll(/\[tag:([^\]]+)\]/g)].map((match) => (match[1] ?? "").trim()),
      ...question,
    },
  ];
}

function questionOf(source: string): Omit<GiftQuestion, "kind" | "line" | "id" | "tags"> | null {
  const titled = /^::((?:\\[^]|[^\\])*?)::([^]*)$/.exec(source);
  const title = titled ? plain(titled[1] ?? "") : null;
  const rest = (titled ? (titled[2] ?? "") : source).trim();
  const { format, body } = formatOf(rest, "moodle");
  const start = indexOfBare(body, "{", 0);
  if (start < 0) {
    if (indexOfBare(body, "}", 0) >= 0) return null;
    return { title, stem: textOf(body, format), answers: { type: "description" }, feedback: null };
  }
  const end = indexOfBare(body, "}", start);
  if (end < 0 || indexOfBare(body.slice(end + 1), "{", 0) >= 0) return null;
  const after = body.slice(end + 1).trim();
  const before = body.slice(0, start).trim();
  const stem = after === "" ? before : `${before === "" ? "" : `${before} `}_____ ${after}`;
  const [answerSource, feedback] = splitGlobal(body.slice(start + 1, end));
  const answers = answersOf(answerSource, format);
  return answers && { title, stem: textOf(stem, format), answers, feedback: feedbackOf(feedback, format) };
}

function splitGlobal(source: string): [answers: string, feedback: string | null] {
  const at = /(^|[^\\])####/.exec(source);
  if (!at) return [source.trim(), null];
  const start = at.index + (at[1]?.length ?? 0);
  return [source.slice(0, start).trim(), source.slice(start + 4)];
}

function answersOf(source: string, format: GiftFormat): GiftAnswers | null {
  if (source === "") return { type: "essay" };
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#([^]*))?$/i.exec(source);
  if (truth) {
    const [wrong = null, right = null] = splitAtBare(truth[2] ?? "", "#", 2);
    return {
      type: "truefalse",
      answer: /^t/i.test(truth[1] ?? ""),
      ifWrong: feedbackOf(wrong, format),
      ifRight: feedbackOf(right, format),
    };
  }
  if (source.startsWith("#")) return numericOf(source.slice(1).trim(), format);
  const hasWrong = indexOfBare(source, "~", 0) >= 0;
  const pieces = piecesOf(source, hasWrong ? "~" : "=");
  if (!hasWrong && pieces.every(({ text }) => text.includes("->"))) {
    return { type: "match", pairs: pieces.map(({ text }) => pairOf(text, format)) };
  }
  return { type: hasWrong ? "choice" : "short", choices: pieces.map((piece) => choiceOf(piece, format)) };
}

type Piece = { sign: string; text: string };

/** Each answer with the sign before it. `usual`: the sign of a first one that is written without. */
function piecesOf(source: string, usual: string): Piece[] {
  const marks: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    if (source[index] === "\\") index += 1;
    else if (source[index] === "=" || source[index] === "~") marks.push(index);
  }
  const first = source.slice(0, marks[0]).trim();
  return [
    ...(first === "" ? [] : [{ sign: usual, text: first }]),
    ...marks.map((start, index) => ({
      sign: source[start] as string,
      text: source.slice(start + 1, marks[index + 1]).trim(),
    })),
  ];
}

function choiceOf({ sign, text }: Piece, format: GiftFormat): GiftChoice {
  const { weight, rest } = weightOf(text);
  const [answer = "", feedback = null] = splitAtBare(rest, "#", 2);
  const own = formatOf(answer.trim(), format);
  return {
    isRight: sign === "=",
    weight,
    text: textOf(own.body, own.format),
    feedback: feedbackOf(feedback, format),
  };
}

function weightOf(text: string): { weight: number | null; rest: string } {
  const match = /^%\s*(-?\d+(?:[.,]\d+)?)\s*%([^]*)$/.exec(text);
  if (!match) return { weight: null, rest: text };
  return { weight: Number((match[1] ?? "").replace(",", ".")), rest: match[2] ?? "" };
}

function pairOf(text: string, format: GiftFormat) {
  const at = text.indexOf("->");
  const { format: own, body } = formatOf(text.slice(0, at).trim(), format);
  return { left: textOf(body, own), right: plain(text.slice(at + 2)) };
}

function numericOf(source: string, format: GiftFormat): GiftAnswers | null {
  const numbers: GiftNumber[] = [];
  const feedback: GiftText[] = [];
  for (const { sign, text } of piecesOf(source, "=")) {
    const { weight, rest } = weightOf(text);
    const [answer = "", said = null] = splitAtBare(rest, "#", 2);
    const heard = feedbackOf(said, format);
    if (sign === "~" || /^\s*\*?\s*$/.test(answer)) {
      if (heard) feedback.push(heard);
      continue;
    }
    const range = rangeOf(answer.trim());
    if (!range) return null;
    numbers.push({ ...range, weight, feedback: heard });
  }
  return numbers.length > 0 ? { type: "numeric", numbers, feedback } : null;
}

const number = String.raw`[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?`;
const between = new RegExp(String.raw`^(${number}?)\s*\.\.\s*(${number})$`);
const around = new RegExp(String.raw`^(${number})(?:\s*:\s*(${number}))?$`);

function rangeOf(text: string): { value: number; tolerance: number } | null {
  const value = (digits = "0") => Number(digits.replace(",", "."));
  const bare = text.replaceAll("\\:", ":");
  const span = between.exec(bare);
  if (span) {
    const [low, high] = [value(span[1]), value(span[2])];
    return { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 };
  }
  const point = around.exec(bare);
  return point && { value: value(point[1]), tolerance: value(point[2]) };
}

function formatOf(source: string, usual: GiftFormat): { format: GiftFormat; body: string } {
  const match = /^\[(html|markdown|moodle|plain)\]([^]*)$/i.exec(source);
  if (!match) return { format: usual, body: source };
  return { format: (match[1] ?? "").toLowerCase() as GiftFormat, body: (match[2] ?? "").trim() };
}

function feedbackOf(source: string | null, format: GiftFormat): GiftText | null {
  if (source === null || source.trim() === "") return null;
  const { format: own, body } = formatOf(source.trim(), format);
  return textOf(body, own);
}

/** Line ends that are not written as \n are spaces, except where they mean something. */
function textOf(source: string, format: GiftFormat): GiftText {
  const keepsLines = format === "html" || format === "markdown";
  const lines = source.trim().split("\n");
  if (keepsLines) return { format, text: unescaped(lines.join("\n")) };
  const words = lines.map((line) => line.trim()).filter((line) => line !== "");
  return { format, text: unescaped(words.join(" ")) };
}

const plain = (source: string) => textOf(source, "plain").text.trim();

function unescaped(source: string): string {
  return source.replace(/\\([~=#{}:\\n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign));
}

function indexOfBare(source: string, sign: string, from: number): number {
  for (let index = from; index < source.length; index += 1) {
    if (source[index] === "\\") index += 1;
    else if (source[index] === sign) return index;
  }
  return -1;
}

/** Into `most` pieces: what is behind belongs to the last. */
function splitAtBare(source: string, sign: string, most: number): string[] {
  const at = most > 1 ? indexOfBare(source, sign, 0) : -1;
  if (at < 0) return [source];
  return [source.slice(0, at), ...splitAtBare(source.slice(at + 1), sign, most - 1)];
}
