import type { Activity } from "#app/library/course-format.ts";

const folders = {
  lesson: "lessons",
  quiz: "quizzes",
  survey: "surveys",
  package: "packages",
  session: "sessions",
} as const;

/** Address of an activity for its learner. */
export function activityLink(courseSlug: string, activity: Pick<Activity, "kind" | "id">): string {
  return `/learn/${courseSlug}/${folders[activity.kind]}/${activity.id}`;
}

/** Whether pages of this kind bring texts of their own, so that a link there loads a whole document. */
export function hasOwnTexts(kind: Activity["kind"]): boolean {
  return kind === "package" || kind === "session";
}
