import type { CourseStructure, CourseText } from "./course-format.ts";

/** What says in which section of the outline an activity stands. */
type Placed = { section?: string | null };

/** Activities that follow one another in one section, or outside of any. */
type OutlineRun<T> = { section: string | null; activities: T[] };

/** An outline by its sections, in order. What stands outside of them, too, is in runs. */
export function runsOf<T extends Placed>(outline: readonly T[]): OutlineRun<T>[] {
  const runs: OutlineRun<T>[] = [];
  for (const activity of outline) {
    const section = activity.section ?? null;
    const last = runs.at(-1);
    if (last && last.section === section) last.activities.push(activity);
    else runs.push({ section, activities: [activity] });
  }
  return runs;
}

/** The sections of an outline, in order. */
export function sectionsIn(outline: readonly Placed[]): string[] {
  return [...new Set(outline.flatMap(({ section }) => section ?? []))];
}

/** The sections whose activities do not follow one another. */
export function splitSections(outline: readonly Placed[]): string[] {
  const sections = runsOf(outline).flatMap(({ section }) => section ?? []);
  return [...new Set(sections.filter((section, index) => sections.indexOf(section) !== index))];
}

/**
 * An outline with one activity more. It stands in the section that it is given if that is beside it, and always in one
 * that it would otherwise split.
 */
export function withInserted<T extends Placed>(outline: readonly T[], place: number, activity: T): T[] {
  const [before, after] = [outline[place - 1]?.section, outline[place]?.section];
  const { section: given, ...plain } = activity;
  const isBeside = given !== undefined && (given === before || given === after);
  const section = before !== undefined && before === after ? before : isBeside ? given : undefined;
  return outline.toSpliced(place, 0, { ...plain, ...(section !== undefined && { section }) } as T);
}

/** What the sections of a course are called in a language; by its name where it has no title. */
export function sectionTitles(
  { course }: CourseStructure,
  { sections = {} }: Pick<CourseText, "sections">,
): Record<string, string> {
  return Object.fromEntries(sectionsIn(course.outline).map((id) => [id, sections[id]?.title ?? id]));
}
