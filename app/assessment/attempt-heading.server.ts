import { getCourseText } from "#app/library/published-course.server.ts";
import type { Language } from "#app/platform/languages.ts";

import type { OpenQuiz } from "./attempt.server.ts";

/** Where an attempt's pages belong. */
export async function attemptHeading({ enrolment, activityId, kind }: OpenQuiz, language: Language) {
  const { text } = await getCourseText(enrolment.course.versionId, language);
  return {
    courseSlug: enrolment.course.slug,
    courseTitle: text.course.title,
    activityId,
    kind,
    quizTitle: text.activities[activityId]?.title ?? activityId,
  };
}
