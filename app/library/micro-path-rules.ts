import type { CourseStructure } from "./course-format.ts";
import type { FaultSentence } from "./fault.ts";

type Course = CourseStructure["course"];

/** A fault of a path, and its place in course.yaml. */
type PathFault = FaultSentence & { path: string[] };

/** What "about 15 minutes" is taken to mean. */
const refresherMinutes = { least: 12, most: 18 };

/** What is wrong with a course's shorter paths: steps that are no lessons, lessons named twice, a refresher that is none. */
export function microPathFaults({ paths, outline }: Pick<Course, "paths" | "outline">): PathFault[] {
  if (!paths) return [];
  const named = [
    { path: ["paths", "refresher"], lessons: paths.refresher },
    ...Object.entries(paths.roles).map(([sector, lessons]) => ({
      path: ["paths", "roles", sector],
      lessons,
    })),
  ];
  const faults = named.flatMap(({ path, lessons }) =>
    lessons.flatMap((id, index): PathFault[] => {
      if (!outline.some((activity) => activity.kind === "lesson" && activity.id === id)) {
        return [{ path, key: "faults.lessonUnknown", values: { id } }];
      }
      if (lessons.indexOf(id) === index) return [];
      return [{ path, key: "faults.pathLessonTwice", values: { id } }];
    }),
  );
  const minutes = outline
    .filter(({ id }) => paths.refresher.includes(id))
    .reduce((sum, activity) => sum + activity.minutes, 0);
  const { least, most } = refresherMinutes;
  if (faults.length === 0 && (minutes < least || minutes > most)) {
    faults.push({
      path: ["paths", "refresher"],
      key: "faults.refresherMinutes",
      values: { minutes, least, most },
    });
  }
  return faults;
}
