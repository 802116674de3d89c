import { questionsOfCourse } from "#app/assessment/course-questions.server.ts";
import { questionTextIn } from "#app/assessment/stored-question.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import type { Language } from "#app/platform/languages.ts";

/** What an editor should look at before the next run of a course. Throws like `requireTeaching`. */
export async function courseReview(actor: Actor, courseSlug: string, language: Language) {
  const { structure, versionId, slug } = await requireTeaching(actor, courseSlug);
  const [{ text }, questions] = await Promise.all([
    getCourseText(versionId, language),
    questionsOfCourse(versionId),
  ]);
  return {
    slug,
    title: text.course.title,
    sources: Object.entries(structure.course.sources).flatMap(([fact, { documents }]) =>
      documents.filter(({ review }) => review).map((document) => ({ fact, ...document })),
    ),
    /** Facts that may change, the most urgent first. */
    dated: Object.entries(structure.course.sources)
      .flatMap(([fact, { recheckBy, documents }]) =>
        recheckBy ? [{ fact, recheckBy, titles: documents.map(({ title }) => title) }] : [],
      )
      .sort((a, b) => a.recheckBy.localeCompare(b.recheckBy)),
    notes: structure.course.review,
    recheck: questions
      .filter(({ question, isRetired }) => question.recheck && !isRetired)
      .map((stored) => ({
        id: stored.key,
        facts: stored.question.facts,
        q: questionTextIn(stored, language).text.q,
      })),
  };
}
