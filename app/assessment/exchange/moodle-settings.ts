import {
  attribute,
  childNamed,
  childrenNamed,
  childText,
  type XmlElement,
} from "#app/library/xml-document.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { type Sentence, sentence } from "./exchange.ts";

/** Elements of a question that are read, or told by `lostOf` and below, whatever its type is. */
const known = new Set(
  "name questiontext generalfeedback defaultgrade penalty hidden idnumber tags coursetags hint correctfeedback partiallycorrectfeedback incorrectfeedback shownumcorrect answer single shuffleanswers answernumbering showstandardinstruction usecase units unitgradingtype unitpenalty showunits unitsleft subquestion selectoption dragbox layouttype selecttype selectcount gradingtype showgrading numberingstyle responseformat responserequired responsefieldlines minwordlimit maxwordlimit attachments attachmentsrequired maxbytes filetypeslist graderinfo responsetemplate questiontextformat".split(
    " ",
  ),
);

/** How a question looks in Moodle, with what stands there when nobody chose anything. */
const looks: [name: string, usual: RegExp][] = [
  ["answernumbering", /^(abc|none)?$/],
  ["showstandardinstruction", /^(0|false)?$/],
  ["responsefieldlines", /^(10|15)?$/],
  ["layouttype", /^(0|VERTICAL)?$/i],
  ["numberingstyle", /^(none|abc)?$/],
  ["unitsleft", /^0?$/],
];

/** Names of what a question holds beyond what is known here, such as the settings of a plug-in. */
export function unknownParts(element: XmlElement): string[] {
  const isFilled = (child: XmlElement): boolean => child.text.trim() !== "" || child.children.some(isFilled);
  const names = element.children.filter((child) => !known.has(child.name) && isFilled(child));
  return [...new Set(names.map(({ name }) => name))];
}

/** What a question has that most have, and that changes nothing here. */
export function commonSettings(element: XmlElement): MessageKey[] {
  return [
    ...(Number(childText(element, "penalty") ?? 0) > 0 ? ["exchange.noteTries" as const] : []),
    ...(looksOtherwise(element) ? ["exchange.noteLooks" as const] : []),
    ...(/^(0|false)$/.test(childText(element, "shuffleanswers") ?? "")
      ? ["exchange.noteFixedOrder" as const]
      : []),
  ];
}

/** Counts over many questions what is common: a line each would drown the rest. */
export class MoodleSettings {
  private readonly counts = new Map<MessageKey, number>();

  /** Of a question that is imported. */
  question(settings: MessageKey[]): void {
    for (const key of settings) this.count(key);
  }

  category(element: XmlElement): void {
    const info = childNamed(element, "info");
    if (info && childText(info, "text")) this.count("exchange.noteCategoryText");
  }

  notes(): Sentence[] {
    return [...this.counts].map(([key, count]) => sentence(key, { count }));
  }

  private count(key: MessageKey): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}

function looksOtherwise(element: XmlElement): boolean {
  const isChosen = looks.some(([name, usual]) => !usual.test((childText(element, name) ?? "").trim()));
  return isChosen || childNamed(element, "shownumcorrect") !== undefined;
}

/** Settings of single types that change what is asked or what it gives. */
export function changedRules(element: XmlElement): MessageKey[] {
  const number = (name: string) => Number(childText(element, name) ?? 0);
  const takesPart = number("unitgradingtype") > 0 && number("unitpenalty") < 1;
  const asksSome = attribute(element, "type") === "ordering" && !isWhole(childText(element, "selecttype"));
  return [
    ...(takesPart ? ["exchange.noteUnitAll" as const] : []),
    ...(asksSome ? ["exchange.noteWholeOrder" as const] : []),
    ...(number("minwordlimit") > 0 ? ["exchange.noteLeastWords" as const] : []),
    ...(hasGapFeedback(element) ? ["exchange.noteGapFeedback" as const] : []),
  ];
}

const isWhole = (type: string | null) => type === null || /^(0|ALL)$/i.test(type);

/** "#" begins the feedback of an answer within {1:SHORTANSWER:=Paris#Yes}. */
function hasGapFeedback(element: XmlElement): boolean {
  if (!/^(cloze|multianswer)$/.test(attribute(element, "type") ?? "")) return false;
  const text = childrenNamed(element, "questiontext").map((one) => childText(one, "text") ?? "")[0] ?? "";
  const gaps = text.match(/\{\d*:[A-Z_]+:(\\.|[^}\\])*\}/g) ?? [];
  return gaps.some((gap) => /(^|[^&\\])#[^~}]*[^~}\s]/.test(gap));
}
