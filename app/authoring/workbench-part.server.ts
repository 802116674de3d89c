import type { FolderParts } from "#app/library/folder-part.ts";
import { lessonUnits, withLessonUnits } from "#app/library/lesson-units.server.ts";
import { asTyped, type SourceText, type TranslationUnit } from "#app/library/translation-unit.ts";
import { hashOfSource, recordedIn } from "#app/library/translation-words.server.ts";
import { textUnits, withTextUnits } from "#app/library/text-units.server.ts";
import { baseOf, defaultLanguage, type Language } from "#app/platform/languages.ts";

import type { FolderLanguages } from "./folder-languages.ts";
import { textOfPart } from "./version-folder.server.ts";

/** What is translated as one file: the texts of the course (null), a lesson, or an activity ("activities/<name>"). */
export type PartName = string | null;

const ofActivity = "activities/";

/** The activity whose texts a part holds; null for another part. */
export function activityOf(name: PartName): string | null {
  return name?.startsWith(ofActivity) ? name.slice(ofActivity.length) : null;
}

export function partOfActivity(activity: string): PartName {
  return ofActivity + activity;
}

/** A lesson is Markdown; all other texts are YAML. */
export function isLessonPart(name: PartName): name is string {
  return name !== null && activityOf(name) === null;
}

export type PartUnit = TranslationUnit & { isTranslated: boolean };

/**
 * done: noted as made of its source as it is; behind: of another; unnoted: nobody has said of which; based: nothing is
 * written in a language that says only what differs, so the other one is read.
 */
export type PartState = "unwritten" | "unfinished" | "unnoted" | "behind" | "done" | "based";

/** A file in another language beside what it is made of. */
export type TranslationPart = {
  name: PartName;
  path: string;
  sourcePath: string;
  from: Language;
  source: SourceText;
  /** Null where nothing is written. */
  target: string | null;
  recorded: string | null;
  /** The hash of the source as it is; null when it cannot be understood. */
  current: string | null;
  state: PartState;
  units: PartUnit[];
};

/** A part of a draft's folder in one language; null where its source is not written. */
export async function translationPart(
  parts: FolderParts,
  { published, drafting }: FolderLanguages,
  language: Language,
  name: PartName,
): Promise<TranslationPart | null> {
  const base = baseOf(language);
  const isBase = base !== null && [...published, ...drafting].includes(base);
  const from = isBase ? base : defaultLanguage;
  const [path, sourcePath] = [pathOf(name, language), pathOf(name, from)];
  const text = await textOfPart(parts, sourcePath);
  if (text === null) return null;
  const source = { text, isBase };
  const target = await textOfPart(parts, path);
  const recorded = recordedIn(path, target ?? "");
  const current = hashOfSource(path, source, target ?? "");
  const isDone = recorded !== null && recorded === current;
  const units = unitsOf(name, source, target).map((unit) => ({
    ...unit,
    isTranslated: isDone || isBase || isWritten(unit),
  }));
  const state = stateOf({ isBase, target, recorded, isDone, units });
  return { name, path, sourcePath, from, source, target, recorded, current, state, units };
}

function stateOf({
  isBase,
  target,
  recorded,
  isDone,
  units,
}: Pick<TranslationPart, "target" | "recorded" | "units"> & { isBase: boolean; isDone: boolean }): PartState {
  if (target === null) return isBase ? "based" : "unwritten";
  if (isDone) return "done";
  if (recorded !== null) return "behind";
  return units.every(({ isTranslated }) => isTranslated) ? "unnoted" : "unfinished";
}

/** What says the same as its source is not taken for a translation until the whole file is noted as done. */
function isWritten({ source, target }: TranslationUnit): boolean {
  return target !== "" && (asTyped(target) !== asTyped(source) || !/\p{L}/u.test(source));
}

export function unitsOf(name: PartName, source: SourceText, target: string | null): TranslationUnit[] {
  return (isLessonPart(name) ? lessonUnits : textUnits)(source, target);
}

/** The file of a part with other texts, by the ids of its units. */
export function withUnits(
  { name, source, target }: TranslationPart,
  texts: ReadonlyMap<string, string>,
): string {
  return (isLessonPart(name) ? withLessonUnits : withTextUnits)(source, target, texts);
}

export function pathOf(name: PartName, language: Language): string {
  if (name === null) return `text/${language}.yaml`;
  return isLessonPart(name) ? `lessons/${name}/${language}.md` : `${name}/${language}.yaml`;
}
