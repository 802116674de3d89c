import type { Actor } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import { type Language, languages } from "#app/platform/languages.ts";

import { requireTeaching } from "./course-team.server.ts";
import { getCourseText } from "./published-course.server.ts";

/** What an editor should look at before the next run of a course. Throws like `requireTeaching`. */
export async function courseReview(actor: Actor, courseSlug: string, language: Language) {
  const { structure, versionId, slug } = await requireTeaching(actor, courseSlug);
  const [{ text }, lessonTexts] = await Promise.all([
    getCourseText(versionId, language),
    db.lessonText.groupBy({ by: ["language"], where: { courseVersionId: versionId }, _count: true }),
  ]);
  const questions = Object.values(structure.quizzes).flatMap((quiz) => quiz.questions);
  return {
    slug,
    title: text.course.title,
    sources: Object.entries(structure.course.sources).flatMap(([fact, { documents }]) =>
      documents.filter(({ review }) => review).map((document) => ({ fact, ...document })),
    ),
    notes: structure.course.review,
    recheck: questions
      .filter((question) => question.recheck)
      .map(({ id, facts }) => ({ id, facts, q: text.questions[id]?.q ?? id })),
    completeness: languages.map(({ tag, name }) => ({
      tag,
      name,
      done: lessonTexts.find((row) => row.language === tag)?._count ?? 0,
      total: Object.keys(structure.lessons).length,
    })),
  };
}
