import { titleIn } from "#app/library/titles.ts";
import type { Language } from "#app/platform/languages.ts";

import type { CourseSources } from "./course-sources.server.ts";
import type { Draft } from "./draft.server.ts";
import { titlesOf } from "./outline-changes.server.ts";
import { courseTextIn } from "./text-edits.ts";

/** Where a page of the draft belongs. */
export function headingOf({ course }: Draft, { texts }: CourseSources, language: Language) {
  const titles = Object.fromEntries(
    [...texts].map(([tag, source]) => [tag, courseTextIn(source, null)?.title]),
  );
  return { slug: course.slug, courseTitle: titleIn(titles, language) ?? course.slug };
}

export function stepTitle(sources: CourseSources, id: string, language: Language): string {
  return titleIn(titlesOf(sources, id), language) ?? id;
}
