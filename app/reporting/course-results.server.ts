import { getQuestionVersions, questionTextIn } from "#app/assessment/stored-question.server.ts";
import { listQuizzes } from "#app/assessment/stored-quiz.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { packagePlaces } from "#app/library/package-places.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";
import type { Language } from "#app/platform/languages.ts";
import { placeSegment } from "#app/players/place.ts";

import { figureWords } from "./figure-words.ts";
import type { ReportTable } from "./report-table.ts";
import { median, proportion } from "./statistics.ts";
import { surveyTable } from "./survey-table.ts";
import { listSurveyRows, rowsOfCourse, satisfactionOf, summarise } from "./survey-data.server.ts";

/** Answers to an item that are too few to call it hard or easy. */
const fewestAnswers = 5;

/**
 * What a course's trainers see of it: enrolled, started, finished, certified, median score of submitted final tests,
 * items by difficulty, survey summary. Throws like `requireTeaching`.
 */
export async function courseResults(actor: Actor, courseSlug: string, i18n: I18n) {
  const course = await requireTeaching(actor, courseSlug);
  const tests = (await listQuizzes(course.versionId)).filter(({ settings }) => settings.mode === "test");
  const [[counts], attempts, items, { text }, allSurveyRows, packages] = await Promise.all([
    countsOf(course.courseId),
    db.attempt.findMany({
      where: {
        enrolment: { courseId: course.courseId },
        quizId: { in: tests.map(({ id }) => id) },
        submittedAt: { not: null },
      },
      select: { points: true, maxPoints: true },
    }),
    itemStatistics(course.courseId),
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
    itemTable: itemTable(i18n, items, await textsOf(items, i18n.language)),
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

type ItemRow = { key: string; versionId: string; asked: number; right: number };

/** Difficulty of items: the share of right answers among those given in submitted attempts (classical p value). */
function itemStatistics(courseId: string) {
  return db.$queryRaw<ItemRow[]>`
    SELECT question.key, question.current_version_id AS "versionId", count(*)::int AS asked,
           count(*) FILTER (WHERE item.is_correct)::int AS right
    FROM attempt_item item
    JOIN question_version version ON version.id = item.question_version_id
    JOIN bank_question question ON question.id = version.question_id
    JOIN attempt ON attempt.id = item.attempt_id
    JOIN enrolment ON enrolment.id = attempt.enrolment_id
    WHERE enrolment.course_id = ${courseId} AND attempt.submitted_at IS NOT NULL
    GROUP BY question.id`;
}

/** What each item asks now. */
async function textsOf(items: ItemRow[], language: Language): Promise<Map<string, string>> {
  const stored = await getQuestionVersions(items.map(({ versionId }) => versionId));
  return new Map(stored.map((question) => [question.versionId, questionTextIn(question, language).text.q]));
}

/** Hardest first; items with too few answers last and without a share. */
function itemTable(i18n: I18n, items: ItemRow[], texts: ReadonlyMap<string, string>): ReportTable {
  const { t } = i18n;
  const words = figureWords(i18n);
  const difficulty = ({ asked, right }: ItemRow) => (asked < fewestAnswers ? 2 : right / asked);
  return {
    id: "items",
    title: t("teach.resultsItems"),
    columns: [
      { key: "id", header: t("teach.resultsItem"), isRowHeader: true, isUnbroken: true },
      { key: "q", header: t("teach.resultsQuestion"), isLong: true },
      { key: "asked", header: t("teach.resultsAsked"), isNumeric: true },
      { key: "right", header: t("teach.resultsRight"), isNumeric: true },
    ],
    rows: [...items]
      .sort((a, b) => difficulty(a) - difficulty(b))
      .map((item) => ({
        id: item.key,
        q: texts.get(item.versionId) ?? item.key,
        asked: words.count(item.asked),
        right:
          item.asked < fewestAnswers ? words.hidden() : words.proportion(proportion(item.right, item.asked)),
      })),
    footnotes: [t("teach.resultsItemsNote")],
  };
}
