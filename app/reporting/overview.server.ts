import type { Actor } from "#app/identity/actor.ts";
import { requireAdministrator } from "#app/identity/actor.ts";
import { jurisdictions, sectors } from "#app/identity/background.ts";
import { getCourseText, listCurrentCourses } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { I18n, MessageKey } from "#app/platform/i18n.tsx";

import { figureWords } from "./figure-words.ts";
import { gainTable } from "./gain-table.server.ts";
import type { ReportTable } from "./report-table.ts";
import { proportion } from "./statistics.ts";
import {
  listSurveyRows,
  type Satisfaction,
  satisfactionBy,
  satisfactionOf,
  withoutSmall,
} from "./survey-data.server.ts";

/**
 * The administrator's overview: people trained against the target, completion and satisfaction by course, month,
 * jurisdiction and sector. A person counts once however many courses she completed; "trained" means that every
 * completion rule of at least one course is met. Throws ForbiddenError.
 */
export async function overview(actor: Actor, i18n: I18n) {
  requireAdministrator(actor);
  const [people, courses, surveyRows] = await Promise.all([
    groupedPeople(),
    courseCounts(),
    listSurveyRows(),
  ]);
  const trained = people.reduce((sum, row) => sum + row.trained, 0);
  const learners = people.reduce((sum, row) => sum + row.learners, 0);
  const titles = await courseTitles(i18n);
  const gain = await gainTable(i18n);
  return {
    target: env().TRAINED_TARGET,
    trained,
    learners,
    completion: proportion(
      courses.reduce((sum, row) => sum + row.completed, 0),
      courses.reduce((sum, row) => sum + row.enrolled, 0),
    ),
    satisfaction: satisfactionOf(surveyRows),
    responseRate: proportion(
      courses.reduce((sum, row) => sum + row.answered, 0),
      courses.reduce((sum, row) => sum + row.certified, 0),
    ),
    tables: [
      courseTable(i18n, courses, titles),
      ...(gain ? [gain] : []),
      satisfactionCourseTable(i18n, surveyRows, titles, courses),
      await monthTable(i18n, surveyRows),
      groupTable(i18n, "jurisdiction", people, surveyRows),
      groupTable(i18n, "sector", people, surveyRows),
    ],
    byJurisdiction: jurisdictions.map((code) => ({
      code,
      trained: people.filter((row) => row.jurisdiction === code).reduce((sum, row) => sum + row.trained, 0),
    })),
  };
}

type PeopleRow = { jurisdiction: string | null; sector: string | null; learners: number; trained: number };

async function groupedPeople(): Promise<PeopleRow[]> {
  return db.$queryRaw<PeopleRow[]>`
    SELECT person.jurisdiction, person.sector, count(*)::int AS learners,
           count(*) FILTER (WHERE best.completed)::int AS trained
    FROM "user" person
    JOIN (SELECT user_id, bool_or(completed_at IS NOT NULL) AS completed FROM enrolment GROUP BY user_id) best
      ON best.user_id = person.id
    GROUP BY person.jurisdiction, person.sector`;
}

type CourseRow = {
  slug: string;
  enrolled: number;
  started: number;
  completed: number;
  certified: number;
  answered: number;
};

async function courseCounts(): Promise<CourseRow[]> {
  return db.$queryRaw<CourseRow[]>`
    SELECT course.slug, count(enrolment.id)::int AS enrolled,
           count(enrolment.started_at)::int AS started, count(enrolment.completed_at)::int AS completed,
           (SELECT count(*)::int FROM certificate JOIN enrolment e ON e.id = certificate.enrolment_id
             WHERE e.course_id = course.id AND certificate.revoked_at IS NULL) AS certified,
           (SELECT count(*)::int FROM survey_participation p JOIN enrolment e ON e.id = p.enrolment_id
             WHERE e.course_id = course.id AND EXISTS (SELECT 1 FROM certificate c WHERE c.enrolment_id = e.id AND c.revoked_at IS NULL)) AS answered
    FROM course LEFT JOIN enrolment ON enrolment.course_id = course.id
    GROUP BY course.id, course.slug ORDER BY course.slug`;
}

async function courseTitles({ language }: I18n): Promise<Map<string, string>> {
  const courses = await listCurrentCourses();
  const titles = courses.map(async ({ slug, versionId }) => {
    const { text } = await getCourseText(versionId, language);
    return [slug, text.course.title] as const;
  });
  return new Map(await Promise.all(titles));
}

function courseTable(i18n: I18n, rows: CourseRow[], titles: Map<string, string>): ReportTable {
  const { t } = i18n;
  const words = figureWords(i18n);
  return {
    id: "courses",
    title: t("admin.overviewCourses"),
    columns: [
      { key: "course", header: t("admin.overviewCourse"), isRowHeader: true, isLong: true },
      { key: "enrolled", header: t("admin.overviewEnrolled"), isNumeric: true },
      { key: "started", header: t("admin.overviewStarted"), isNumeric: true },
      { key: "completed", header: t("admin.overviewCompleted"), isNumeric: true },
      { key: "rate", header: t("admin.overviewCompletionRate"), isNumeric: true },
      { key: "certified", header: t("admin.overviewCertified"), isNumeric: true },
    ],
    rows: rows.map((row) => ({
      course: titles.get(row.slug) ?? row.slug,
      enrolled: words.count(row.enrolled),
      started: words.count(row.started),
      completed: words.count(row.completed),
      rate: words.proportion(proportion(row.completed, row.enrolled)),
      certified: words.count(row.certified),
    })),
    footnotes: [t("admin.overviewIntervalNote")],
  };
}

function satisfactionCourseTable(
  i18n: I18n,
  surveyRows: Awaited<ReturnType<typeof listSurveyRows>>,
  titles: Map<string, string>,
  courses: CourseRow[],
): ReportTable {
  const { t } = i18n;
  const words = figureWords(i18n);
  const groups = new Map(
    courses.map(({ slug }) => [slug, surveyRows.filter(({ courseSlug }) => courseSlug === slug)]),
  );
  return {
    id: "satisfaction",
    title: t("admin.overviewSatisfaction"),
    columns: [
      { key: "course", header: t("admin.overviewCourse"), isRowHeader: true, isLong: true },
      ...satisfactionColumns(t),
      { key: "response", header: t("admin.overviewResponseRate"), isNumeric: true },
    ],
    rows: withoutSmall(groups).map(({ code, satisfaction }) => {
      const course = courses.find(({ slug }) => slug === code);
      return {
        course: titles.get(code) ?? code,
        ...satisfactionCells(words, satisfaction),
        response: words.proportion(proportion(course?.answered ?? 0, course?.certified ?? 0)),
      };
    }),
    footnotes: [t("admin.overviewSatisfactionNote"), t("admin.overviewIntervalNote")],
  };
}

async function monthTable(
  i18n: I18n,
  surveyRows: Awaited<ReturnType<typeof listSurveyRows>>,
): Promise<ReportTable> {
  const { t } = i18n;
  const words = figureWords(i18n);
  const completions = await db.$queryRaw<{ month: string; completed: number }[]>`
    SELECT to_char(completed_at AT TIME ZONE 'Europe/Belgrade', 'YYYY-MM') AS month, count(*)::int AS completed
    FROM enrolment WHERE completed_at IS NOT NULL GROUP BY 1`;
  const months = [
    ...new Set([...completions.map(({ month }) => month), ...surveyRows.map(({ day }) => monthOf(day))]),
  ].sort();
  const groups = new Map(
    months.map((month) => [month, surveyRows.filter(({ day }) => monthOf(day) === month)]),
  );
  const satisfactions = new Map(withoutSmall(groups).map(({ code, satisfaction }) => [code, satisfaction]));
  return {
    id: "months",
    title: t("admin.overviewMonths"),
    columns: [
      { key: "month", header: t("admin.overviewMonth"), isRowHeader: true },
      { key: "completed", header: t("admin.overviewCompletions"), isNumeric: true },
      ...satisfactionColumns(t),
    ],
    rows: months.map((month) => ({
      month,
      completed: words.count(completions.find((row) => row.month === month)?.completed ?? 0),
      ...satisfactionCells(words, satisfactions.get(month) ?? null),
    })),
    footnotes: [
      t("admin.overviewSatisfactionNote"),
      t("admin.overviewResponseNote"),
      t("admin.overviewIntervalNote"),
    ],
  };
}

function groupTable(
  i18n: I18n,
  group: "jurisdiction" | "sector",
  people: PeopleRow[],
  surveyRows: Awaited<ReturnType<typeof listSurveyRows>>,
): ReportTable {
  const { t } = i18n;
  const words = figureWords(i18n);
  const codes: readonly string[] = group === "jurisdiction" ? jurisdictions : sectors;
  const satisfactions = new Map(
    satisfactionBy(surveyRows, group).map(({ code, satisfaction }) => [code, satisfaction]),
  );
  return {
    id: group === "jurisdiction" ? "jurisdictions" : "sectors",
    title: t(group === "jurisdiction" ? "admin.overviewJurisdictions" : "admin.overviewSectors"),
    columns: [
      {
        key: "group",
        header: t(group === "jurisdiction" ? "admin.overviewJurisdiction" : "admin.overviewSector"),
        isRowHeader: true,
      },
      { key: "learners", header: t("admin.overviewLearners"), isNumeric: true },
      { key: "trained", header: t("admin.overviewTrained"), isNumeric: true },
      { key: "rate", header: t("admin.overviewTrainedRate"), isNumeric: true },
      ...satisfactionColumns(t),
    ],
    rows: [...codes, ""].map((code) => {
      const own = people.filter((row) => (row[group] ?? "") === code);
      const learners = own.reduce((sum, row) => sum + row.learners, 0);
      const trained = own.reduce((sum, row) => sum + row.trained, 0);
      return {
        group: code ? t(`common.${group}_${code.replaceAll("-", "_")}` as MessageKey) : t("common.notSaid"),
        learners: words.count(learners),
        trained: words.count(trained),
        rate: words.proportion(proportion(trained, learners)),
        ...satisfactionCells(words, satisfactions.get(code) ?? null),
      };
    }),
    footnotes: [
      t("admin.overviewGroupNote"),
      t("admin.overviewResponseNote"),
      t("admin.overviewIntervalNote"),
      ...(group === "jurisdiction" ? [t("common.kosovoFootnote")] : []),
    ],
  };
}

function satisfactionColumns(t: I18n["t"]) {
  return [
    { key: "mean", header: t("admin.overviewMean"), isNumeric: true },
    { key: "satisfied", header: t("admin.overviewSatisfied"), isNumeric: true },
  ];
}

function satisfactionCells(words: ReturnType<typeof figureWords>, satisfaction: Satisfaction | null) {
  return {
    mean: satisfaction ? words.mean(satisfaction.mean, satisfaction.n) : words.hidden(),
    satisfied: satisfaction ? words.proportion(satisfaction.satisfied) : words.hidden(),
  };
}

function monthOf(day: Date) {
  return day.toISOString().slice(0, 7);
}
