import { getCourseText, getCourseVersion, listCurrentCourses } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

import type { Pair } from "./statistics/paired-gain.ts";
import { listQuizzes, type StoredQuiz } from "./stored-quiz.server.ts";

/** A pre-test and its post-test with the results of everybody who took both. */
export type PairedTests = { courseTitle: string; beforeTitle: string; afterTitle: string; pairs: Pair[] };

/** Every pair of tests in use, of one course or of all. Checks no permission: callers do. */
export async function listPairs(language: Language, courseId?: string): Promise<PairedTests[]> {
  const courses = (await listCurrentCourses()).filter((course) => !courseId || course.courseId === courseId);
  const found: PairedTests[] = [];
  for (const { versionId } of courses) {
    const quizzes = await listQuizzes(versionId);
    for (const after of quizzes) {
      const before = quizzes.find(({ slug }) => slug === after.settings.postTestOf);
      if (before) found.push(await pairedTests(versionId, before, after, language));
    }
  }
  return found;
}

async function pairedTests(
  courseVersionId: string,
  before: StoredQuiz,
  after: StoredQuiz,
  language: Language,
): Promise<PairedTests> {
  const [{ structure }, { text }] = await Promise.all([
    getCourseVersion(courseVersionId),
    getCourseText(courseVersionId, language),
  ]);
  const titleOf = (slug: string) => {
    const activity = structure.course.outline.find((step) => step.kind === "quiz" && step.quiz === slug);
    return (activity && text.activities[activity.id]?.title) ?? slug;
  };
  return {
    courseTitle: text.course.title,
    beforeTitle: titleOf(before.slug),
    afterTitle: titleOf(after.slug),
    pairs: await pairsOf(before.id, after.id),
  };
}

/** First attempts alone: whoever repeats the post-test until she passes would count as having gained. */
function pairsOf(beforeId: string, afterId: string) {
  return db.$queryRaw<Pair[]>`
    SELECT 100 * before.points / before.max_points AS before, 100 * after.points / after.max_points AS after
    FROM attempt before JOIN attempt after ON after.enrolment_id = before.enrolment_id
    WHERE before.quiz_id = ${beforeId} AND after.quiz_id = ${afterId} AND before.number = 1 AND after.number = 1
      AND before.submitted_at IS NOT NULL AND after.submitted_at IS NOT NULL
      AND before.points IS NOT NULL AND after.points IS NOT NULL
      AND before.max_points > 0 AND after.max_points > 0`;
}
