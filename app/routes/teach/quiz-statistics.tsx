import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { countedIn, quizStatisticsReport, recompute } from "#app/reporting/quiz-statistics-report.server.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatFigure } from "#app/ui/stat-figure.tsx";

export const handle = { title: "statistics.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  quizStatisticsReport(
    await requireActor(request),
    {
      course: requireParam(params, "course"),
      quiz: requireParam(params, "quiz"),
      attempts: countedIn(request.url),
    },
    i18nFor(languageOf(request)),
  ),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, quiz] = [requireParam(params, "course"), requireParam(params, "quiz")];
  await recompute(actor, course, quiz);
  return redirect(`/teach/${course}/quizzes/${quiz}/statistics?requested=1`);
});

export default function QuizStatisticsPage() {
  const { t } = useI18n();
  const report = useLoaderData<typeof loader>();
  const here = `/teach/${report.slug}/quizzes/${report.quizSlug}`;
  const query = `?attempts=${report.attempts}`;
  return (
    <div className="wide grid gap-10">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${report.slug}`, label: report.courseTitle },
        ]}
      />
      <PageHeader
        kicker={report.courseTitle}
        title={t("statistics.statisticsOf", { title: report.title })}
        lead={t("statistics.lead")}
      />
      <State />
      <Choice />
      {report.figures && <Figures />}
      {report.computedAt && !report.figures && <p>{t("statistics.tooFew", { fewest: report.fewest })}</p>}
      {(report.computedAt || !report.isStale) && (
        <ReportTableView
          table={report.itemTable}
          csvTo={`${here}/statistics/items.csv${query}`}
          emptyText={t("statistics.none")}
          cells={{
            id: (text, index) => (
              <Link to={`${here}/statistics/questions/${report.versionIds[index]}${query}`}>{text}</Link>
            ),
          }}
        />
      )}
      {report.isTest && (
        <p>
          <Link to={`${here}/similar`}>{t("statistics.similar")}</Link>
        </p>
      )}
    </div>
  );
}

/** When the figures were computed, and the way to have them anew. */
function State() {
  const { t, formatDateTime } = useI18n();
  const { computedAt, isStale, n } = useLoaderData<typeof loader>();
  const wasRequested = useSearchParams()[0].has("requested");
  return (
    <section className="grid gap-3">
      {computedAt && <p>{t("statistics.computedAt", { date: formatDateTime(computedAt), n })}</p>}
      {isStale && !wasRequested && (
        <Notice kind="info">{t(computedAt ? "statistics.stale" : "statistics.notComputed")}</Notice>
      )}
      {wasRequested && (
        <Notice kind="info" isStatus>
          {t("statistics.requested")}
        </Notice>
      )}
      <Form method="post">
        <Button variant="secondary">{t("statistics.compute")}</Button>
      </Form>
    </section>
  );
}

function Choice() {
  const { t } = useI18n();
  const { attempts } = useLoaderData<typeof loader>();
  const choices = [
    { name: "first", label: t("statistics.countFirst"), how: t("statistics.countFirstHow") },
    { name: "all", label: t("statistics.countAll"), how: t("statistics.countAllHow") },
  ];
  return (
    <nav aria-label={t("statistics.countLabel")} className="grid gap-2">
      <ul className="flex flex-wrap gap-x-6">
        {choices.map(({ name, label }) => (
          <li key={name}>
            <Link
              to={`?attempts=${name}`}
              aria-current={name === attempts ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p className="text-sm text-slate">{choices.find(({ name }) => name === attempts)?.how}</p>
    </nav>
  );
}

/** The test as a whole, each figure with its base and how it is counted. */
function Figures() {
  const { t, formatNumber, formatPercent } = useI18n();
  const { figures } = useLoaderData<typeof loader>();
  if (!figures) return null;
  const { n, mean, sd, skewness, kurtosis, alpha, isDichotomous, standardError } = figures;
  const number = (value: number | null, digits = 2) =>
    value === null ? t("admin.figureNone") : formatNumber(value, digits);
  const points = (value: number | null) =>
    value === null ? t("admin.figureNone") : t("statistics.points", { value: formatNumber(value) });
  const cards: [MessageKey, string, MessageKey][] = [
    [
      "statistics.mean",
      mean === null ? t("admin.figureNone") : formatPercent(mean / 100, 1),
      "statistics.meanHow",
    ],
    ["statistics.sd", points(sd), "statistics.sdHow"],
    [isDichotomous ? "statistics.kr20" : "statistics.alpha", number(alpha), "statistics.alphaHow"],
    ["statistics.error", points(standardError), "statistics.errorHow"],
    ["statistics.skewness", number(skewness), "statistics.skewnessHow"],
    ["statistics.kurtosis", number(kurtosis), "statistics.kurtosisHow"],
  ];
  return (
    <section className="grid gap-4">
      <h2>{t("statistics.test")}</h2>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {cards.map(([label, value, how]) => (
          <StatFigure
            key={label}
            label={t(label)}
            value={value}
            base={t("statistics.base", { n })}
            explanation={t(how)}
          />
        ))}
      </div>
      <p className="text-sm text-slate">{t("statistics.nHow")}</p>
    </section>
  );
}
