import { canBeFailed } from "#app/assessment/outcome.ts";
import { listQuizzes } from "#app/assessment/stored-quiz.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { packagePlaces } from "#app/library/package-places.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { db } from "#app/platform/db.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";
import { placeSegment } from "#app/players/place.ts";

import { gainTable } from "./gain-table.server.ts";
import { median, proportion } from "./statistics.ts";
import { surveyTable } from "./survey-table.ts";
import { listSurveyRows, rowsOfCourse, satisfactionOf, summarise } from "./survey-data.server.ts";

/**
 * What a course's trainers see of it: enrolled, started, finished, certified, median score of submitted tests that can
 * be failed, its quizzes, whose statistics are pages of their own, what was gained between tests, survey summary. Throws
 * like `requireTeaching`.
 */
export async function courseResults(actor: Actor, courseSlug: string, i18n: I18n) {
  const course = await requireTeaching(actor, courseSlug);
  const quizzes = (await listQuizzes(course.versionId)).filter(({ settings }) => settings.mode !== "check");
  // Scores of pre-tests would pull the median down.
  const tests = quizzes.filter(({ settings }) => settings.mode === "test" && canBeFailed(settings));
  const [[counts], attempts, { text }, allSurveyRows, packages] = await Promise.all([
    countsOf(course.courseId),
    db.attempt.findMany({
      where: {
        enrolment: { courseId: course.courseId },
        quizId: { in: tests.map(({ id }) => id) },
        submittedAt: { not: null },
      },
      select: { points: true, maxPoints: true },
    }),
    getCourseText(course.versionId, i18n.language),
    listSurveyRows(),
    packagePlaces(course, i18n.language),
  ]);
  const surveyRows = rowsOfCourse(allSurveyRows, course.slug);
  const percents = attempts.map(({ points, maxPoints }) => (100 * (points ?? 0)) / (maxPoints || 1));
  const [survey] = Object.values(course.structure.surveys);
  const questions = survey ? summarise(survey, surveyRows) : [];
  const surveyText = survey ? (text.surveys[survey.id] ?? null) : null;
  return {
    slug: course.slug,
    title: text.course.title,
    versionLabel: course.label,
    counts: counts ?? { enrolled: 0, started: 0, completed: 0, certified: 0, answered: 0 },
    medianPercent: median(percents),
    testCount: percents.length,
    satisfaction: satisfactionOf(surveyRows),
    responseRate: proportion(counts?.answered ?? 0, counts?.certified ?? 0),
    quizzes: course.structure.course.outline.flatMap((activity) => {
      const asked = quizOf(activity);
      return asked !== null && quizzes.some(({ slug }) => slug === asked)
        ? [{ slug: asked, title: text.activities[activity.id]?.title ?? asked }]
        : [];
    }),
    gainTable: await gainTable(i18n, course.courseId),
    survey: questions,
    surveyText,
    surveyTable: surveyTable(i18n, questions, surveyText),
    packages: packages.map(({ title, activityId, packageName, activity }) => ({
      title,
      segment: placeSegment({ activityId, packageName: activity ? undefined : packageName }),
    })),
  };
}

type Counts = { enrolled: number; started: number; completed: number; certified: number; answered: number };

function countsOf(courseId: string) {
  return db.$queryRaw<Counts[]>`
    SELECT count(*)::int AS enrolled, count(started_at)::int AS started, count(completed_at)::int AS completed,
           (SELECT count(*)::int FROM certificate JOIN enrolment e ON e.id = certificate.enrolment_id
             WHERE e.course_id = ${courseId} AND certificate.revoked_at IS NULL) AS certified,
           (SELECT count(*)::int FROM survey_participation p JOIN enrolment e ON e.id = p.enrolment_id
             WHERE e.course_id = ${courseId} AND EXISTS (SELECT 1 FROM certificate c WHERE c.enrolment_id = e.id AND c.revoked_at IS NULL)) AS answered
    FROM enrolment WHERE course_id = ${courseId}`;
}
