import { getCourseText, getCourseVersion, listCurrentCourses } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import type { Language } from "#app/platform/languages.ts";

import { listPairs } from "./gain.server.ts";
import type { Pair } from "./statistics/paired-gain.ts";
import { listQuizzes } from "./stored-quiz.server.ts";

/** A pre-test and its post-test with the results of everybody who took both. */
export type PairedTests = { courseTitle: string; beforeTitle: string; afterTitle: string; pairs: Pair[] };

/** Every pair of tests in use, of one course or of all. Checks no permission: callers do. */
export async function listPairedTests(language: Language, courseId?: string): Promise<PairedTests[]> {
  const courses = (await listCurrentCourses()).filter((course) => !courseId || course.courseId === courseId);
  const found = await Promise.all(courses.map(({ versionId }) => pairedTestsOf(versionId, language)));
  return found.flat();
}

async function pairedTestsOf(courseVersionId: string, language: Language): Promise<PairedTests[]> {
  const [{ structure }, { text }, quizzes] = await Promise.all([
    getCourseVersion(courseVersionId),
    getCourseText(courseVersionId, language),
    listQuizzes(courseVersionId),
  ]);
  const titleOf = (slug: string) => {
    const activity = structure.course.outline.find((step) => quizOf(step) === slug);
    return (activity && text.activities[activity.id]?.title) ?? slug;
  };
  const found: PairedTests[] = [];
  for (const after of quizzes) {
    const before = after.settings.postTestOf;
    if (before === undefined) continue;
    found.push({
      courseTitle: text.course.title,
      beforeTitle: titleOf(before),
      afterTitle: titleOf(after.slug),
      pairs: await listPairs(after),
    });
  }
  return found;
}
