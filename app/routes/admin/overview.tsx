import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { figureWords } from "#app/reporting/figure-words.ts";
import { overview } from "#app/reporting/overview.server.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatFigure } from "#app/ui/stat-figure.tsx";

export const handle = { title: "admin.overviewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) =>
  overview(await requireActor(request), i18nFor(languageOf(request))),
);

export default function OverviewPage() {
  const { t } = useI18n();
  const { tables, byJurisdiction } = useLoaderData<typeof loader>();
  return (
    <div className="wide grid gap-12">
      <PageHeader title={t("admin.overviewTitle")} lead={t("admin.overviewLead")} />
      <Figures />
      <BarChart
        title={t("admin.overviewChart")}
        labelHeader={t("admin.overviewJurisdiction")}
        valueHeader={t("admin.overviewChartValue")}
        rows={byJurisdiction.map(({ code, trained }) => ({
          label: t(`common.jurisdiction_${code}` as MessageKey),
          value: trained,
          text: String(trained),
        }))}
        footnote={t("common.kosovoFootnote")}
        csvTo="/admin/overview/jurisdictions.csv"
      />
      {tables.map((table) => (
        <ReportTableView key={table.id} table={table} csvTo={`/admin/overview/${table.id}.csv`} />
      ))}
    </div>
  );
}

/** The few figures that matter, each with its base and how it is counted. */
function Figures() {
  const i18n = useI18n();
  const { t, formatNumber, formatPercent } = i18n;
  const data = useLoaderData<typeof loader>();
  const words = figureWords(i18n);
  const share = (value: typeof data.completion) =>
    value ? formatPercent(value.share) : t("admin.figureNone");
  const how = (text: MessageKey) => t(text);
  const { satisfaction } = data;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <StatFigure
        label={t("admin.overviewTrainedFigure")}
        value={formatNumber(data.trained)}
        base={t("admin.overviewTrainedBase", {
          target: data.target,
          percent: formatPercent(data.trained / data.target),
          learners: data.learners,
        })}
        explanation={how("admin.overviewTrainedHow")}
      />
      <StatFigure
        label={t("admin.overviewCompletionFigure")}
        value={share(data.completion)}
        base={words.base(data.completion)}
        explanation={how("admin.overviewCompletionHow")}
      />
      <StatFigure
        label={t("admin.overviewSatisfactionFigure")}
        value={satisfaction.mean === null ? t("admin.figureNone") : formatNumber(satisfaction.mean)}
        base={
          satisfaction.satisfied &&
          t("admin.overviewSatisfactionBase", { share: words.proportion(satisfaction.satisfied) })
        }
        explanation={how("admin.overviewSatisfactionHow")}
      />
      <StatFigure
        label={t("admin.overviewResponseFigure")}
        value={share(data.responseRate)}
        base={words.base(data.responseRate)}
        explanation={how("admin.overviewResponseHow")}
      />
    </div>
  );
}
