import {
  attribute,
  childNamed,
  childrenNamed,
  childText,
  type XmlElement,
} from "#app/library/xml-document.ts";

import type { MessageKey } from "#app/platform/i18n.tsx";

import { moodlePath } from "./foreign-category.ts";
import type { Draft, DraftAsked } from "./draft.ts";
import { firstWords } from "./drafted-question.ts";
import { type ReadQuestions, type ReadSettings, sentence, type Sentence } from "./exchange.ts";
import { dataFile, type MediaFinder } from "./media-intake.ts";
import { changedRules, commonSettings, MoodleSettings, unknownParts } from "./moodle-settings.ts";
import { moodleAsked } from "./moodle-types.ts";
import { MoodleTexts } from "./moodle-texts.ts";
import { QuestionGathering } from "./question-gathering.ts";

/** Reads a document with the root `quiz` (Moodle documentation, "Moodle XML format"). */
export function readMoodle(root: XmlElement, settings: ReadSettings): ReadQuestions {
  const gathering = new QuestionGathering("moodle-xml", settings);
  const given = new MoodleSettings();
  let category = "";
  for (const element of childrenNamed(root, "question")) {
    if (attribute(element, "type") === "category") {
      category = moodlePath(childText(childNamed(element, "category") ?? element, "text") ?? "");
      gathering.category(category);
      given.category(element);
      continue;
    }
    if (gatherMoodle(gathering, element, category, new MoodleTexts()))
      given.question(commonSettings(element));
  }
  gathering.notes.push(...given.notes());
  return gathering.result();
}

/** Reads one `question` into what is gathered; whether it is taken. */
export function gatherMoodle(
  gathering: QuestionGathering,
  element: XmlElement,
  category: string,
  texts: MoodleTexts,
): boolean {
  return gathering.question(nameOf(element), () => draftOf(element, category, texts), finderOf(texts));
}

function nameOf(element: XmlElement): string {
  const given = childText(childNamed(element, "name") ?? element, "text");
  return (
    given ??
    firstWords([
      { type: "text", value: childText(childNamed(element, "questiontext") ?? element, "text") ?? "" },
    ])
  );
}

function draftOf(element: XmlElement, category: string, texts: MoodleTexts): Draft {
  const { asked, stem } = moodleAsked(element, texts);
  const tags = ["tags", "coursetags"].flatMap((name) =>
    childrenNamed(element, name).flatMap((list) => childrenNamed(list, "tag")),
  );
  return {
    name: childText(childNamed(element, "name") ?? element, "text") ?? "",
    key: childText(element, "idnumber") ?? undefined,
    category,
    stem,
    why: ["generalfeedback", "correctfeedback"].map((name) => texts.tree(childNamed(element, name))),
    points: Number(childText(element, "defaultgrade") ?? weightOf(asked)),
    tags: tags.flatMap((tag) => childText(tag, "text") ?? []),
    isRetired: childText(element, "hidden") === "1",
    lost: [...lostOf(element, texts), ...changedRules(element)]
      .map((key) => sentence(key))
      .concat(unknownOf(element)),
    asked,
  };
}

/** Moodle writes no points of gaps: they are their weights. */
function weightOf(asked: DraftAsked): number {
  return asked.kind === "blanks" ? asked.gaps.reduce((sum, { weight }) => sum + weight, 0) : 1;
}

function unknownOf(element: XmlElement): Sentence[] {
  const names = unknownParts(element);
  return names.length > 0 ? [sentence("exchange.noteUnknownParts", { names: names.join(", ") })] : [];
}

/** Texts that have no place here, so that nobody misses them in silence. */
function lostOf(element: XmlElement, texts: MoodleTexts): MessageKey[] {
  const has = (names: string[]) =>
    names.some((name) => childrenNamed(element, name).some((child) => texts.tree(child).length > 0));
  const attachments = Number(childText(element, "attachments") ?? 0);
  const isWritten = childText(element, "responseformat") !== "noinline";
  return [
    ...(has(["partiallycorrectfeedback", "incorrectfeedback", "hint"])
      ? ["exchange.noteOtherFeedback" as const]
      : []),
    ...(has(["responsetemplate"]) || (isWritten && attachments !== 0)
      ? ["exchange.noteEssayParts" as const]
      : []),
  ];
}

/** Files lie beside the text that names them; texts are numbered, because two may have files of one name. */
function finderOf(texts: MoodleTexts): MediaFinder {
  return (address) => {
    const match = /^@@PLUGINFILE@@\/(\d+)\/([^?#]+)/.exec(address);
    if (!match) return dataFile(address);
    return texts.file(Number(match[1]), decoded(match[2] ?? ""));
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
