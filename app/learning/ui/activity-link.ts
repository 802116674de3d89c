import type { Activity } from "#app/library/course-format.ts";

const folders = {
  lesson: "lessons",
  quiz: "quizzes",
  assignment: "assignments",
  survey: "surveys",
  package: "packages",
  session: "sessions",
  video: "materials",
  file: "materials",
  link: "materials",
} as const;

/** Whether pages of this kind bring texts of their own, so that a link there loads a whole document. */
export function hasOwnTexts(kind: Activity["kind"]): boolean {
  return kind === "package" || kind === "assignment" || kind === "session";
}

/** Address of an activity for its learner. */
export function activityLink(courseSlug: string, activity: Pick<Activity, "kind" | "id">): string {
  return `/learn/${courseSlug}/${folders[activity.kind]}/${activity.id}`;
}

/** Address of the one page that an assignment has instead of a quiz's many; null for a quiz. */
export function assignmentLink(page: {
  courseSlug: string;
  activityId: string;
  kind: "quiz" | "assignment";
}): string | null {
  const { courseSlug, activityId: id, kind } = page;
  return kind === "assignment" ? activityLink(courseSlug, { kind, id }) : null;
}
