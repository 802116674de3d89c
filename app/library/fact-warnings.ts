import type { CourseStructure } from "./course-format.ts";
import type { Fault } from "./fault.ts";

/** Facts that had to be compared with their documents before `today` (YYYY-MM-DD), with the lessons that cite them. */
export function factWarnings(
  { course, lessons }: CourseStructure,
  today: string,
  lineOf: (fact: string) => number,
): Fault[] {
  return Object.entries(course.sources).flatMap(([fact, { recheckBy }]) => {
    if (!recheckBy || recheckBy >= today) return [];
    const citing = Object.keys(lessons).filter((lesson) => lessons[lesson]?.facts.includes(fact));
    return [
      {
        file: "course.yaml",
        line: lineOf(fact),
        key: "faults.factOverdue",
        values: { fact, day: recheckBy, lessons: citing.join(", ") || "–" },
      },
    ];
  });
}
