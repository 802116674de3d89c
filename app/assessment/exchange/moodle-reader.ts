import {
  attribute,
  childNamed,
  childrenNamed,
  childText,
  type XmlElement,
} from "#app/library/xml-document.ts";

import { moodlePath } from "./foreign-category.ts";
import type { Draft } from "./draft.ts";
import { firstWords } from "./drafted-question.ts";
import type { ReadQuestions, ReadSettings } from "./exchange.ts";
import { dataFile, type MediaFinder } from "./media-intake.ts";
import { moodleAsked } from "./moodle-types.ts";
import { MoodleTexts } from "./moodle-texts.ts";
import { QuestionGathering } from "./question-gathering.ts";

/** Reads a document with the root `quiz` (Moodle documentation, "Moodle XML format"). */
export function readMoodle(root: XmlElement, settings: ReadSettings): ReadQuestions {
  const gathering = new QuestionGathering("moodle-xml", settings);
  let category = "";
  for (const element of childrenNamed(root, "question")) {
    if (attribute(element, "type") === "category") {
      category = moodlePath(childText(childNamed(element, "category") ?? element, "text") ?? "");
      gathering.category(category);
      continue;
    }
    const texts = new MoodleTexts();
    const within = category;
    gathering.question(nameOf(element), () => draftOf(element, within, texts), finderOf(texts));
  }
  return gathering.result();
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
  const tags = childrenNamed(childNamed(element, "tags") ?? element, "tag");
  return {
    name: childText(childNamed(element, "name") ?? element, "text") ?? "",
    key: childText(element, "idnumber") ?? undefined,
    category,
    stem,
    why: ["generalfeedback", "correctfeedback"].map((name) => texts.tree(childNamed(element, name))),
    points: Number(childText(element, "defaultgrade") ?? 1),
    tags: tags.flatMap((tag) => childText(tag, "text") ?? []),
    isRetired: childText(element, "hidden") === "1",
    asked,
  };
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
