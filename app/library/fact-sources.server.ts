import type { CourseStructure } from "./course-format.ts";
import { findCurrentCourse } from "./published-course.server.ts";
import type { Source } from "./ui/sources-list.tsx";

/** Where facts of a course come from, in the order given. */
export function sourcesIn(structure: CourseStructure, facts: string[]): Source[] {
  return facts.flatMap((fact) => {
    const source = structure.course.sources[fact];
    return source ? [{ fact, ...source }] : [];
  });
}

/** The same of the version that new learners get; none while the course is not published here. */
export async function currentSources(slug: string, facts: string[]): Promise<Source[]> {
  const course = await findCurrentCourse(slug);
  return course ? sourcesIn(course.structure, facts) : [];
}
