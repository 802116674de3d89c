import { diffWordsWithSpace } from "diff";

import { earlierContents, readCourseText } from "#app/library/course-files.server.ts";
import { asTyped } from "#app/library/translation-unit.ts";
import { hashOfSource } from "#app/library/translation-words.server.ts";

import { type TranslationPart, unitsOf } from "./workbench-part.server.ts";

/** Words of a source that stayed, were added or are gone since it was translated. */
export type ChangedWords = { kind: "same" | "added" | "removed"; text: string };

/** What has changed in a unit of the source, or in a page that has got other blocks. */
export type SourceChange = { id: string; page: string | null; words: ChangedWords[] };

/**
 * What has changed in the source since a part was translated; null when the source of that time is in no version of the
 * course.
 */
export async function sourceChanges(courseId: string, part: TranslationPart): Promise<SourceChange[] | null> {
  const before = await earlierSource(courseId, part);
  return before === null ? null : changesBetween(part, before);
}

async function earlierSource(
  courseId: string,
  { sourcePath, path, source, target, recorded }: TranslationPart,
): Promise<string | null> {
  for (const sha256 of await earlierContents(courseId, sourcePath)) {
    const text = await readCourseText(sha256);
    if (hashOfSource(path, { ...source, text }, target ?? "") === recorded) return text;
  }
  return null;
}

/** By the units that the two have in common, or by pages. */
export function changesBetween({ name, source }: TranslationPart, before: string): SourceChange[] {
  const units = unitsOf(name, { ...source, isBase: false }, before);
  return units
    .filter((unit) => asTyped(unit.source) !== asTyped(unit.target))
    .map(({ id, page, source, target }) => ({ id, page, words: changedWords(target, source) }));
}

/** Which words stayed, were added and are gone between two texts. */
export function changedWords(before: string, after: string): ChangedWords[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
