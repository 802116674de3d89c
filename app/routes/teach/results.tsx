import { Link, useLoaderData } from "@remix-run/react";

import { countWaiting } from "#app/assessment/grading-queue.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { courseResults } from "#app/reporting/course-results.server.ts";
import { figureWords } from "#app/reporting/figure-words.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { SurveySummary } from "#app/reporting/ui/survey-summary.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatFigure } from "#app/ui/stat-figure.tsx";

export const handle = { title: "teach.courseTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const results = await courseResults(actor, course, i18nFor(languageOf(request)));
  return {
    ...results,
    waiting: await countWaiting(actor, course),
    isAdministrator: actor.role === "administrator",
  };
});

export default function ResultsPage() {
  const { t } = useI18n();
  const results = useLoaderData<typeof loader>();
  return (
    <div className="wide grid gap-10">
      <Breadcrumbs items={[{ to: "/teach", label: t("teach.courses") }]} />
      <PageHeader title={results.title} kicker={t("teach.courseVersion", { label: results.versionLabel })}>
        <CourseNav
          slug={results.slug}
          isAdministrator={results.isAdministrator}
          label={results.title}
          waiting={results.waiting}
        />
      </PageHeader>
      <Figures />
      {results.packages.length > 0 && <Packages />}
      {results.quizzes.length > 0 && <Quizzes />}
      {results.gainTable && (
        <ReportTableView table={results.gainTable} csvTo={`/teach/${results.slug}/gain.csv`} />
      )}
      <SurveySummary
        table={results.surveyTable}
        questions={results.survey}
        text={results.surveyText}
        n={results.satisfaction.n}
        csvTo={`/teach/${results.slug}/survey.csv`}
      />
    </div>
  );
}

function Figures() {
  const i18n = useI18n();
  const { t, formatNumber, formatPercent } = i18n;
  const { counts, medianPercent, testCount, satisfaction, responseRate } = useLoaderData<typeof loader>();
  const words = figureWords(i18n);
  const number = (value: number) => formatNumber(value, 0);
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <StatFigure label={t("teach.resultsEnrolled")} value={number(counts.enrolled)} />
      <StatFigure label={t("teach.resultsStarted")} value={number(counts.started)} />
      <StatFigure label={t("teach.resultsFinished")} value={number(counts.completed)} />
      <StatFigure label={t("teach.resultsCertified")} value={number(counts.certified)} />
      <StatFigure
        label={t("teach.resultsMedian")}
        value={medianPercent === null ? t("admin.figureNone") : formatPercent(medianPercent / 100)}
        base={t("teach.resultsMedianBase", { n: testCount })}
      />
      <StatFigure
        label={t("teach.resultsSatisfaction")}
        value={satisfaction.mean === null ? t("admin.figureNone") : formatNumber(satisfaction.mean)}
        base={
          satisfaction.satisfied &&
          t("admin.overviewSatisfactionBase", { share: words.proportion(satisfaction.satisfied) })
        }
      />
      <StatFigure
        label={t("teach.resultsResponse")}
        value={responseRate ? formatPercent(responseRate.share) : t("admin.figureNone")}
        base={words.base(responseRate)}
      />
    </div>
  );
}

/** The hardest questions and everything else about a quiz is on a page of its own. */
function Quizzes() {
  const { t } = useI18n();
  const { slug, quizzes } = useLoaderData<typeof loader>();
  return (
    <section className="grid gap-2">
      <h2>{t("statistics.quizzes")}</h2>
      <p>{t("statistics.quizzesNote")}</p>
      <ul className="list-disc ps-5">
        {quizzes.map((quiz) => (
          <li key={quiz.slug}>
            <Link to={`/teach/${slug}/quizzes/${quiz.slug}/statistics`}>{quiz.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Packages have reports of their own. */
function Packages() {
  const { t } = useI18n();
  const { slug, packages } = useLoaderData<typeof loader>();
  return (
    <section className="grid gap-2">
      <h2>{t("player.reportUnits")}</h2>
      <ul className="list-disc ps-5">
        {packages.map(({ segment, title }) => (
          <li key={segment}>
            <Link to={`/teach/${slug}/packages/${segment}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
