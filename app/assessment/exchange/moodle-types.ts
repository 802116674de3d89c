import {
  attribute,
  childNamed,
  childrenNamed,
  childText,
  type XmlElement,
} from "#app/library/xml-document.ts";

import type { DraftAsked, DraftGap } from "./draft.ts";
import { maxParts } from "./exchange-limits.ts";
import { leaveOut } from "./left-out.ts";
import { clozeOf, numberOf } from "./moodle-cloze.ts";
import type { MoodleTexts } from "./moodle-texts.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { plainTextOf, treeOfLooseText } from "./rich-text.ts";
import { gapMark } from "./text-intake.ts";

type Read = { asked: DraftAsked; stem: HtmlNode[] };

/** What a `question` asks, by its type. Throws LeftOutError for types that have no counterpart. */
export function moodleAsked(element: XmlElement, texts: MoodleTexts): Read {
  const type = attribute(element, "type") ?? "";
  if (element.children.length > maxParts) leaveOut("exchange.leftManyParts");
  const questionText = childNamed(element, "questiontext");
  const plain = (asked: DraftAsked): Read => ({ asked, stem: texts.tree(questionText) });
  switch (type) {
    case "multichoice":
      return plain(choiceOf(element, texts));
    case "truefalse":
      return plain(truthOf(element, texts));
    case "shortanswer":
      return plain(shortOf(element, texts));
    case "numerical":
      return plain(numericOf(element, texts));
    case "matching":
    case "match":
    case "ddmatch":
      return plain(matchOf(element, texts));
    case "essay":
      return plain(essayOf(element, texts));
    case "ordering":
      return plain(orderOf(element, texts));
    case "cloze":
    case "multianswer": {
      let gaps: DraftGap[] = [];
      const stem = texts.tree(questionText, (html) => {
        const cloze = clozeOf(html);
        gaps = cloze.gaps;
        return cloze.html;
      });
      return { stem, asked: { kind: "blanks", gaps, scoring: "each" } };
    }
    case "gapselect":
      return wordsInGaps(element, texts, "selectoption");
    case "ddwtos":
      return wordsInGaps(element, texts, "dragbox");
    case "description":
      return leaveOut("exchange.leftDescription");
    case "calculated":
    case "calculatedsimple":
    case "calculatedmulti":
      return leaveOut("exchange.leftCalculated");
    case "random":
    case "randomsamatch":
      return leaveOut("exchange.leftRandom");
    default:
      return leaveOut("exchange.leftType", { type });
  }
}

const percentOf = (answer: XmlElement) => Number(attribute(answer, "fraction") ?? 0);
const isTrue = (text: string | null) => text === "1" || text?.toLowerCase() === "true";
const feedbackOf = (answer: XmlElement, texts: MoodleTexts) => texts.tree(childNamed(answer, "feedback"));

function choiceOf(element: XmlElement, texts: MoodleTexts): DraftAsked {
  return {
    kind: "choice",
    isSingle: isTrue(childText(element, "single") ?? "true"),
    scoring: "partial",
    options: childrenNamed(element, "answer").map((answer) => ({
      nodes: texts.tree(answer),
      percent: percentOf(answer),
      feedback: feedbackOf(answer, texts),
    })),
  };
}

function truthOf(element: XmlElement, texts: MoodleTexts): DraftAsked {
  const answers = childrenNamed(element, "answer");
  const named = (name: string) => answers.find((answer) => childText(answer, "text")?.toLowerCase() === name);
  // Of old exports the first answer is "true", in whatever language.
  const yes = named("true") ?? answers[0];
  const no = named("false") ?? answers[1];
  if (!yes || !no) return leaveOut("exchange.leftNoKey");
  if (percentOf(yes) === percentOf(no)) return leaveOut("exchange.leftNoKey");
  return {
    kind: "truefalse",
    answer: percentOf(yes) > percentOf(no),
    ifTrue: feedbackOf(yes, texts),
    ifFalse: feedbackOf(no, texts),
  };
}

function shortOf(element: XmlElement, texts: MoodleTexts): DraftAsked {
  const answers = childrenNamed(element, "answer");
  return {
    kind: "short",
    isCaseSensitive: isTrue(childText(element, "usecase")),
    wildcards: true,
    accepted: answers.map((answer) => ({
      text: childText(answer, "text") ?? "",
      percent: percentOf(answer),
    })),
    feedback: answers.map((answer) => feedbackOf(answer, texts)),
  };
}

function numericOf(element: XmlElement, texts: MoodleTexts): DraftAsked {
  const answers = childrenNamed(element, "answer");
  const units = childrenNamed(childNamed(element, "units") ?? element, "unit").flatMap((unit) => {
    const name = childText(unit, "unit_name");
    const multiplier = Number(childText(unit, "multiplier") ?? 1);
    return name && multiplier > 0 ? [{ unit: name, multiplier }] : [];
  });
  const base = units.find(({ multiplier }) => multiplier === 1) ?? units[0];
  return {
    kind: "numeric",
    answers: answers
      .filter((answer) => /\d/.test(childText(answer, "text") ?? ""))
      .map((answer) => ({
        value: numberOf(childText(answer, "text") ?? "") * (base?.multiplier ?? 1),
        tolerance: numberOf(childText(answer, "tolerance") ?? "0") * (base?.multiplier ?? 1),
        toleranceKind: "absolute",
        percent: percentOf(answer),
      })),
    feedback: answers.map((answer) => feedbackOf(answer, texts)),
    unit: base?.unit,
    // Moodle multiplies the right answer to have it in the other unit.
    units: units.flatMap(({ unit, multiplier }) =>
      base && unit !== base.unit ? [{ unit, factor: base.multiplier / multiplier }] : [],
    ),
    isUnitRequired: base !== undefined && Number(childText(element, "unitgradingtype") ?? 0) > 0,
  };
}

function matchOf(element: XmlElement, texts: MoodleTexts): DraftAsked {
  const pairs = childrenNamed(element, "subquestion").map((pair) => {
    const answer = childNamed(pair, "answer");
    // The plug-in for dragging has formatted answers.
    const right =
      answer && attribute(answer, "format")
        ? texts.tree(answer)
        : treeOfLooseText((answer && childText(answer, "text")) ?? "");
    return { left: texts.tree(pair), right };
  });
  const isAsked = ({ left }: (typeof pairs)[number]) => left.length > 0;
  return {
    kind: "match",
    pairs: pairs.filter(isAsked),
    distractors: pairs.filter((pair) => !isAsked(pair)).map(({ right }) => right),
    scoring: "each",
  };
}

const fileKinds = [
  ["pdf", /pdf/],
  ["image", /image|png|jpe?g|gif|webp/],
  ["document", /document|doc|odt|archive|spreadsheet|presentation/],
  ["text", /txt|text|csv|html/],
] as const;

function essayOf(element: XmlElement, texts: MoodleTexts): DraftAsked {
  const guidance = texts.tree(childNamed(element, "graderinfo"));
  const isFile = childText(element, "responseformat") === "noinline";
  if (!isFile) {
    const words = Number(childText(element, "maxwordlimit") ?? 0);
    // A word and the space after it take up to ten characters.
    return { kind: "essay", guidance, maxCharacters: words > 0 ? Math.min(20_000, words * 10) : undefined };
  }
  const megabytes = Number(childText(element, "maxbytes") ?? 0) / 1024 ** 2;
  return {
    kind: "file",
    guidance,
    accept: fileKindsOf(childText(element, "filetypeslist") ?? ""),
    maxMegabytes: megabytes > 0 ? Math.min(50, megabytes) : undefined,
  };
}

/** All kinds when a list names none. */
export function fileKindsOf(list: string): ("pdf" | "image" | "document" | "text")[] {
  const named = fileKinds.filter(([, names]) => names.test(list.toLowerCase())).map(([kind]) => kind);
  return named.length > 0 ? named : fileKinds.map(([kind]) => kind);
}

/** gradingtype of the ordering plug-in: -1 is all or nothing, all others give parts. */
function orderOf(element: XmlElement, texts: MoodleTexts): DraftAsked {
  return {
    kind: "order",
    items: childrenNamed(element, "answer").map((answer) => texts.tree(answer)),
    scoring: /^(-1|ALL_OR_NOTHING)$/.test(childText(element, "gradingtype") ?? "") ? "exact" : "pairs",
  };
}

/** [[2]] in the text is a gap whose answer is the second word; words of its group may be put into it. */
function wordsInGaps(element: XmlElement, texts: MoodleTexts, name: string): Read {
  const words = childrenNamed(element, name).map((word) => ({
    text: plainTextOf(texts.tree(word)),
    group: childText(word, "group") ?? "1",
  }));
  const gaps: DraftGap[] = [];
  const stem = texts.tree(childNamed(element, "questiontext"), (html) =>
    html.replace(/\[\[(\d+)\]\]/g, (written, place: string) => {
      const right = words[Number(place) - 1];
      if (!right) return written;
      if (gaps.length * words.length > 10 * maxParts) leaveOut("exchange.leftManyParts");
      const id = `g${gaps.length + 1}`;
      const options = words
        .filter(({ group }) => group === right.group)
        .map((word) => ({ text: word.text, percent: word === right ? 100 : 0 }));
      gaps.push({ id, weight: 1, kind: "choice", options });
      return gapMark(id);
    }),
  );
  return { stem, asked: { kind: "blanks", gaps, scoring: "each" } };
}
