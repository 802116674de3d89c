import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { countedIn, questionStatisticsReport } from "#app/reporting/quiz-statistics-report.server.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "statistics.questionTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  questionStatisticsReport(
    await requireActor(request),
    {
      course: requireParam(params, "course"),
      quiz: requireParam(params, "quiz"),
      version: requireParam(params, "version"),
      attempts: countedIn(request.url),
    },
    i18nFor(languageOf(request)),
  ),
);

export default function QuestionStatisticsPage() {
  const t = useT();
  const report = useLoaderData<typeof loader>();
  const quiz = `/teach/${report.slug}/quizzes/${report.quizSlug}/statistics`;
  const query = `?attempts=${report.attempts}`;
  const csvOf = (file: string) => `${quiz}/questions/${report.version}/${file}.csv${query}`;
  return (
    <div className="wide grid gap-10">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${report.slug}`, label: report.courseTitle },
          { to: quiz + query, label: t("statistics.statisticsOf", { title: report.title }) },
        ]}
      />
      <PageHeader kicker={report.name} title={report.q} />
      <ReportTableView table={report.itemTable} csvTo={csvOf("items")} />
      <ReportTableView table={report.optionTable} csvTo={csvOf("options")} />
      {report.bars.length > 0 && (
        <BarChart
          title={t("statistics.chart")}
          rows={report.bars}
          max={100}
          labelHeader={t("statistics.option")}
          valueHeader={t("statistics.high")}
          csvTo={csvOf("options")}
        />
      )}
    </div>
  );
}
