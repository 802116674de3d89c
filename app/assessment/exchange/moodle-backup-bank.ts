import type { MessageKey } from "#app/platform/i18n.tsx";
import { attribute, childNamed, type XmlElement } from "#app/library/xml-document.ts";

import { pathOf } from "./foreign-category.ts";
import type { LeftOut, ReadQuestion, ReadSettings } from "./exchange.ts";
import { everyNamed, exportedQuestion, said } from "./moodle-backup-question.ts";
import { commonSettings } from "./moodle-settings.ts";
import { gatherMoodle } from "./moodle-reader.ts";
import { MoodleTexts, type TextFiles } from "./moodle-texts.ts";
import { QuestionGathering } from "./question-gathering.ts";

/** A question of a course's backup. Since Moodle 4 quizzes name the entry and perhaps one of its versions; `settings`: what is common. */
export type BackupQuestion = {
  id: string;
  entry: string | null;
  version: number;
  name: string;
  category: string;
  outcome: { question: ReadQuestion; settings: MessageKey[] } | { leftOut: LeftOut };
};

/**
 * Reads the question bank of a course's backup (root `question_categories` of questions.xml), in all its versions.
 * `filesOf` finds the file of a text by its `filearea` and `itemid`.
 */
export function readMoodleBackupBank(
  root: XmlElement,
  settings: ReadSettings,
  filesOf: TextFiles,
): BackupQuestion[] {
  const categories = everyNamed(root, "question_category");
  const paths = categoryPaths(categories);
  const byId = new Map(questionsIn(root).map((one) => [attribute(one, "id") ?? "", one]));
  return categories.flatMap((category) => {
    const path = paths.get(attribute(category, "id") ?? "") ?? "";
    return placedQuestions(category)
      .filter(({ question }) => Number(said(question, "parent") ?? 0) === 0)
      .map((placed) => ({
        id: attribute(placed.question, "id") ?? "",
        entry: placed.entry,
        version: placed.version,
        name: said(placed.question, "name") ?? "",
        category: path,
        outcome: outcomeOf(placed, path, settings, filesOf, (id) => byId.get(id)),
      }));
  });
}

type Placed = {
  question: XmlElement;
  entry: string | null;
  version: number;
  isDraft: boolean;
  idNumber: string;
};

function placedQuestions(category: XmlElement): Placed[] {
  const versioned = everyNamed(category, "question_bank_entry").flatMap((entry) =>
    everyNamed(entry, "question_versions").flatMap((version) =>
      questionsIn(version).map((question) => ({
        question,
        entry: attribute(entry, "id"),
        version: Number(said(version, "version") ?? 1),
        isDraft: said(version, "status") === "hidden",
        idNumber: said(entry, "idnumber") ?? "",
      })),
    ),
  );
  const list = childNamed(category, "questions");
  const plain = list ? questionsIn(list) : [];
  return [
    ...versioned,
    ...plain.map((question) => ({ question, entry: null, version: 1, isDraft: false, idNumber: "" })),
  ];
}

/** An element of this name without an id refers to one. */
function questionsIn(owner: XmlElement): XmlElement[] {
  return everyNamed(owner, "question").filter((question) => attribute(question, "id") !== null);
}

function outcomeOf(
  { question, isDraft, idNumber }: Placed,
  category: string,
  settings: ReadSettings,
  filesOf: TextFiles,
  part: (id: string) => XmlElement | undefined,
): BackupQuestion["outcome"] {
  const gathering = new QuestionGathering("moodle-xml", settings);
  const exported = exportedQuestion(question, part, { isHidden: isDraft, idNumber });
  gatherMoodle(gathering, exported, category, new MoodleTexts(filesOf));
  const { questions, leftOut } = gathering.result();
  const [read] = questions;
  return read ? { question: read, settings: commonSettings(exported) } : { leftOut: leftOut[0] as LeftOut };
}

/** By id: the names from the outermost category, of which Moodle's own "top" is left out. */
function categoryPaths(categories: XmlElement[]): Map<string, string> {
  const byId = new Map(categories.map((category) => [attribute(category, "id") ?? "", category]));
  const namesOf = (id: string, seen: string[]): string[] => {
    const category = byId.get(id);
    if (!category || seen.includes(id)) return [];
    const parent = said(category, "parent") ?? "0";
    const name = said(category, "name") ?? "";
    return [...namesOf(parent, [...seen, id]), ...(parent === "0" && name === "top" ? [] : [name])];
  };
  return new Map([...byId.keys()].map((id) => [id, pathOf(namesOf(id, []))]));
}
