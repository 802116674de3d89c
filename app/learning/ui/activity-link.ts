import type { Activity } from "#app/library/course-format.ts";

const folders = {
  lesson: "lessons",
  quiz: "quizzes",
  survey: "surveys",
  package: "packages",
  video: "materials",
  file: "materials",
  link: "materials",
} as const;

/** Address of an activity for its learner. */
export function activityLink(courseSlug: string, activity: Pick<Activity, "kind" | "id">): string {
  return `/learn/${courseSlug}/${folders[activity.kind]}/${activity.id}`;
}
