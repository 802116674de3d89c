import type { FolderParts } from "#app/library/folder-part.ts";
import { sectionsIn } from "#app/library/outline-sections.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";
import { titleIn } from "#app/library/titles.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";

import { type CourseSources, readSources, withSources } from "./course-sources.server.ts";
import type { DraftEdit } from "./draft.server.ts";
import { withOutlineChanged } from "./outline-changes.server.ts";
import { dissolved, gathered } from "./outline-order.ts";
import { sectionTexts, withSectionTitle } from "./text-edits.ts";

type Titles = Record<string, string>;

/** Titles of a section by language, as they are written. */
export function titlesOfSection({ texts }: CourseSources, id: string): Titles {
  return Object.fromEntries(
    [...texts].flatMap(([tag, source]) => {
      const title = sectionTexts(source)[id]?.title;
      return title ? [[tag, title]] : [];
    }),
  );
}

/** What the sections of a draft are called, by their ids. */
export function sectionTitlesIn(sources: CourseSources, language: Language): Titles {
  const ids = sectionsIn(sources.course.outline);
  return Object.fromEntries(ids.map((id) => [id, titleIn(titlesOfSection(sources, id), language) ?? id]));
}

/** The folder with a new section of these activities, one after the other where the first of them is. */
export async function withNewSection(
  parts: FolderParts,
  { titles, steps }: { titles: Titles; steps: string[] },
): Promise<DraftEdit> {
  const { course, texts } = await readSources(parts);
  // A title that was left behind by hand would become that of the new section.
  const written = [...texts.values()].flatMap((source) => Object.keys(sectionTexts(source)));
  const taken = new Set([...sectionsIn(course.outline), ...written]);
  const id = freeSlug(slugOf(titleIn(titles, defaultLanguage) ?? "", "section"), (slug) => taken.has(slug));
  const known = steps.filter((step) => course.outline.some((activity) => activity.id === step));
  if (known.length === 0) return { errors: { steps: "outline.sectionEmpty" } };
  const placed = await withOutlineChanged(parts, (outline) => gathered(outline, known, id));
  return { parts: await withSectionTitles(placed, id, titles) };
}

/** The folder with other titles of a section. One language that is given none repeats what the reader would see. */
export async function withSectionTitles(
  parts: FolderParts,
  id: string,
  titles: Titles,
): Promise<FolderParts> {
  return withSources(parts, await readSources(parts), {
    text: (source, language, base) => {
      const title = titles[language] ?? titleIn(titles, language);
      if (title === undefined || (base !== null && !titles[language])) return source;
      return withSectionTitle(source, id, title, base);
    },
  });
}

/** The folder without a section; its activities stay where they are. */
export async function withoutOutlineSection(parts: FolderParts, id: string): Promise<FolderParts> {
  return withOutlineChanged(parts, (outline) => dissolved(outline, id));
}
