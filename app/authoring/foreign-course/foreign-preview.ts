import type { Sentence } from "#app/assessment/exchange/exchange.ts";
import { storable } from "#app/assessment/exchange/text-intake.ts";

import type { MadeActivity } from "./drafted-course.ts";
import type { ForeignKind, LeftOutPart, PartKind } from "./foreign-course.ts";
import { isPictureName } from "./course-media.ts";
import { foreignLanguage, type ForeignLanguage } from "./foreign-language.ts";
import { maxListed } from "./foreign-limits.ts";
import type { ForeignCourse } from "./read-foreign-course.server.ts";

type NamedPart = { name: string; kind: PartKind };

/** Parts that are left out for the same reason; `count` is of all of them. */
export type LeftOutGroup = { reason: Sentence; parts: NamedPart[]; count: number };

/** What becomes of a course of another platform, as its trainer sees it before it is made. */
export type ForeignPreview = {
  kind: ForeignKind;
  version: string;
  title: string;
  slug: string;
  language: ForeignLanguage;
  contents: MadeActivity[];
  pictures: number;
  changed: (NamedPart & { notes: Sentence[] })[];
  /** Of all that are changed, also those that are not listed. */
  changedCount: number;
};

export function previewOf(course: ForeignCourse): ForeignPreview {
  const { kind, version, title, slug, language: tag } = course;
  const changed = course.imported.filter(({ notes }) => notes.length > 0);
  return {
    kind,
    version,
    title: storable(title).slice(0, 200),
    slug,
    language: tag === null ? "en" : (foreignLanguage(tag, title) ?? "other"),
    contents: course.contents,
    pictures: [...course.files.keys()].filter((path) => path.startsWith("media/") && isPictureName(path))
      .length,
    changed: changed.slice(0, maxListed).map(({ name, kind: part, notes }) => ({ name, kind: part, notes })),
    changedCount: changed.length,
  };
}

/** Most frequent reasons first. */
export function leftOutGroups(leftOut: LeftOutPart[]): LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup>();
  for (const { name, kind, reason } of leftOut) {
    const id = JSON.stringify(reason);
    const group = groups.get(id) ?? { reason, parts: [], count: 0 };
    group.count += 1;
    if (group.parts.length < maxListed) group.parts.push({ name, kind });
    groups.set(id, group);
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}
