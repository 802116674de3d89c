import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { titleIn } from "#app/library/titles.ts";
import type { Language } from "#app/platform/languages.ts";

/** The quiz as an activity of the course; undefined for one without a place. */
export function stepOf({ structure }: PublishedCourse, slug: string) {
  return structure.course.outline.find((activity) => quizOf(activity) === slug);
}

/** What a quiz is called: by its place in the course, or as the trainer named it. */
export function titleOf(
  course: PublishedCourse,
  activities: Record<string, { title: string }>,
  slug: string,
  titles: Record<string, string>,
  language: Language,
): string {
  const step = stepOf(course, slug);
  return (step && activities[step.id]?.title) ?? titleIn(titles, language) ?? slug;
}
