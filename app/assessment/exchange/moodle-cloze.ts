import type { DraftGap } from "./draft.ts";
import { leaveOut } from "./left-out.ts";
import { plainTextOf, treeOfHtml } from "./rich-text.ts";
import { gapMark } from "./text-intake.ts";

/** Moodle documentation, "Embedded Answers (Cloze) question type": short and long names of the kinds of gaps. */
const typed = /^(SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC)$/;
const caseSensitive = /^(SHORTANSWER_C|SAC|MWC)$/;
const choice =
  /^(MULTICHOICE|MC|MULTICHOICE_H|MCH|MULTICHOICE_V|MCV|MULTICHOICE_S|MCS|MULTICHOICE_HS|MCHS|MULTICHOICE_VS|MCVS)$/;
const opening = /\{(\d*):([A-Z_]+):/g;

/** The HTML with marks where the gaps `{1:SHORTANSWER:=Paris}` were, and the gaps. */
export function clozeOf(html: string): { html: string; gaps: DraftGap[] } {
  const gaps: DraftGap[] = [];
  let result = "";
  let from = 0;
  for (const match of html.matchAll(opening)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    const end = bareIndex(html, "}", start);
    if (end < 0) break;
    const id = `g${gaps.length + 1}`;
    gaps.push(gapOf(id, Number(match[1] || 1), match[2] ?? "", html.slice(start, end)));
    result += html.slice(from, match.index) + gapMark(id);
    from = end + 1;
  }
  return { html: result + html.slice(from), gaps };
}

function gapOf(id: string, weight: number, kind: string, source: string): DraftGap {
  const answers = splitBare(source, "~")
    .filter((answer, index) => index > 0 || answer.trim() !== "")
    .map(answerOf);
  const base = { id, weight: weight > 0 ? weight : 1 };
  if (choice.test(kind)) return { ...base, kind: "choice", options: answers };
  if (typed.test(kind)) {
    return {
      ...base,
      kind: "typed",
      accepted: answers,
      isCaseSensitive: caseSensitive.test(kind),
      wildcards: true,
    };
  }
  if (kind === "NUMERICAL" || kind === "NM") {
    const numbers = answers.flatMap(({ text, percent }) => {
      const [value = "", tolerance = "0"] = text.split(":");
      return /\d/.test(value)
        ? [
            {
              value: numberOf(value),
              tolerance: numberOf(tolerance),
              toleranceKind: "absolute" as const,
              percent,
            },
          ]
        : [];
    });
    return { ...base, kind: "number", answers: numbers };
  }
  return leaveOut("exchange.leftGapKind", { kind });
}

export const numberOf = (text: string) => Number(text.trim().replace(",", "."));

function answerOf(source: string): { text: string; percent: number } {
  const match = /^\s*(?:(=)|%(-?[\d.,]+)%)?([^]*)$/.exec(source);
  const [words = ""] = splitBare(match?.[3] ?? "", "#");
  const percent = match?.[1] ? 100 : match?.[2] ? numberOf(match[2]) : 0;
  const html = words.replace(/\\([}#~/"\\])/g, "$1");
  return { text: plainTextOf(treeOfHtml(html)).replace(/\s+/g, " "), percent };
}

function bareIndex(text: string, sign: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === sign) return index;
  }
  return -1;
}

/** "#" inside "&#39;" divides nothing. */
function splitBare(text: string, sign: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === sign && !(sign === "#" && text[index - 1] === "&")) {
      pieces.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...pieces, text.slice(start)];
}
