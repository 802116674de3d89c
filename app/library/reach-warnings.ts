import type { Activity, Quiz } from "./course-format.ts";
import type { Fault } from "./fault.ts";

/** What a course folder holds, by id. */
export type FolderContent = { lessons: string[]; surveys: string[]; quizzes: Quiz[] };

/** What no learner can reach: content without a place in the outline. */
export function reachWarnings(outline: Activity[], { lessons, surveys, quizzes }: FolderContent): Fault[] {
  const places = outline.map((activity) => `${activity.kind} ${namedBy(activity)}`);
  const drawn = new Set(quizzes.flatMap(({ draw }) => draw?.from ?? []));
  const isUnplaced = (kind: Activity["kind"]) => (id: string) => !places.includes(`${kind} ${id}`);
  return [
    ...lessons.filter(isUnplaced("lesson")).map((id): Fault => {
      return { file: `lessons/${id}`, line: 1, key: "faults.lessonUnplaced", values: { id } };
    }),
    ...surveys.filter(isUnplaced("survey")).map((id): Fault => {
      return { file: `surveys/${id}.yaml`, line: 1, key: "faults.surveyUnplaced", values: { id } };
    }),
    ...quizzes
      // Questions of lessons, and those that other quizzes draw from, are met there.
      .filter(({ id, mode }) => mode !== "check" && !drawn.has(id))
      .map(({ id }) => id)
      .filter((id) => isUnplaced("quiz")(id) && isUnplaced("assignment")(id))
      .map((id): Fault => {
        return { file: `quizzes/${id}.yaml`, line: 1, key: "faults.quizUnplaced", values: { id } };
      }),
  ];
}

function namedBy(activity: Activity): string {
  switch (activity.kind) {
    case "lesson":
      return activity.lesson;
    case "quiz":
      return activity.quiz;
    case "assignment":
      return activity.assignment;
    case "survey":
      return activity.survey;
    case "package":
      return activity.package;
    // It names nothing else.
    case "session":
    // Only their media could lie unused, which the library of media tells.
    case "video":
    case "file":
    case "link":
      return activity.id;
  }
}
