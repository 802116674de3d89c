import { isDeepStrictEqual } from "node:util";

import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import { z } from "zod";

import { type SurveyText, type TextFile, textFile } from "#app/library/course-format.ts";

import { filled, written } from "./folder-edits.ts";

/**
 * Changes to what a course says in one language; `base` is the file that it says only the differences from. Each leaves
 * alone what it does not change, as in folder-edits.ts.
 */

/** The title and summary of an activity; without a summary it has none. A transcript stays where none is given. */
export type ActivityText = { title: string; summary?: string; transcript?: string };

const activityTextsOf = z.object({ activities: textFile.shape.activities });

/** What a language says of the activities, by their ids; nothing where it cannot be read. */
export function activityTexts(source: string, base: string | null = null): Record<string, ActivityText> {
  const { data } = activityTextsOf.safeParse(filled(parseDocument(source), base));
  return data?.activities ?? {};
}

/** What a language says of the course; null where it cannot be read. */
export function courseTextIn(source: string, base: string | null): TextFile["course"] | null {
  const { data } = z.object({ course: textFile.shape.course }).safeParse(filled(parseDocument(source), base));
  return data?.course ?? null;
}

export function withActivityText(
  source: string,
  id: string,
  text: ActivityText,
  base: string | null,
): string {
  return withValues(source, base, [
    [["activities", id, "title"], text.title],
    [["activities", id, "summary"], text.summary],
    ...("transcript" in text
      ? [[["activities", id, "transcript"], text.transcript] as [string[], unknown]]
      : []),
  ]);
}

/** What a course says of itself. */
export function withCourseText(source: string, text: TextFile["course"], base: string | null): string {
  return withValues(
    source,
    base,
    Object.entries(text).map(([name, value]) => [["course", name], value]),
  );
}

export function withSurveyText(source: string, id: string, text: SurveyText, base: string | null): string {
  return withValues(source, base, [[["surveys", id], text]]);
}

/** The titles of the sections in a language; nothing where they cannot be read. */
export function sectionTexts(source: string, base: string | null = null): Record<string, { title: string }> {
  const { data } = z
    .object({ sections: textFile.shape.sections })
    .safeParse(filled(parseDocument(source), base));
  return data?.sections ?? {};
}

export function withSectionTitle(source: string, id: string, title: string, base: string | null): string {
  return withValues(source, base, [[["sections", id, "title"], title]]);
}

export function withoutSection(source: string, id: string): string {
  const document = parseDocument(source);
  if (!document.hasIn(["sections", id])) return source;
  document.deleteIn(["sections", id]);
  const left = document.get("sections");
  if (isMap(left) && left.items.length === 0) document.delete("sections");
  return written(document);
}

/** What a language says of an activity in its own file, all of it, said of another one with another title. */
export function withActivityCopied(source: string, from: string, to: string, title: string): string {
  const said: unknown = parseDocument(source).toJS()?.activities?.[from];
  return withActivityWords(source, to, { ...(typeof said === "object" ? said : {}), title });
}

/** Everything that a language says of an activity in its own file. */
export function withActivityWords(source: string, id: string, words: object): string {
  const document = parseDocument(source);
  document.setIn(["activities", id], document.createNode(words));
  return written(document);
}

/** Without the texts of an activity, its survey or lesson, and what was noted to review in it. */
export function withoutActivityText(
  source: string,
  id: string,
  { lesson, survey }: { lesson?: string; survey?: string },
): string {
  const document = parseDocument(source);
  const before = JSON.stringify(document);
  document.deleteIn(["activities", id]);
  if (survey !== undefined) document.deleteIn(["surveys", survey]);
  if (lesson !== undefined) withoutReviewOf(document, lesson);
  return JSON.stringify(document) === before ? source : written(document);
}

/** A note without a place would speak of everything, so one whose every place is gone goes too. */
function withoutReviewOf(document: Document, lesson: string): void {
  const notes = document.get("review");
  if (!isSeq(notes)) return;
  const isGone = (place: unknown) => String(place) === lesson || String(place).startsWith(`${lesson}/`);
  notes.items = notes.items.filter((note) => {
    const places = isMap(note) ? (note as YAMLMap).get("where") : null;
    if (!isSeq(places)) return true;
    const had = places.items.length;
    places.items = places.items.filter((place) => !isGone(place));
    return had === 0 || places.items.length > 0;
  });
}

function withValues(source: string, base: string | null, values: [path: string[], value: unknown][]): string {
  const document = parseDocument(source);
  const before = filled(document, base);
  const changed = values.filter(([path, value]) => !isDeepStrictEqual(valueAt(before, path), value));
  if (changed.length === 0) return source;
  for (const [path, value] of changed) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value));
  }
  return written(document);
}

function valueAt(from: unknown, path: string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], from);
}
