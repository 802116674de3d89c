import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { similarAnswersReport } from "#app/reporting/similar-answers-report.server.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "statistics.similarTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  similarAnswersReport(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "quiz"),
    i18nFor(languageOf(request)),
  ),
);

export default function SimilarAnswersPage() {
  const { t, formatDateTime } = useI18n();
  const { slug, quizSlug, courseTitle, title, computedAt, n, pairs, falseAlarms, mostCompared, table } =
    useLoaderData<typeof loader>();
  const quiz = `/teach/${slug}/quizzes/${quizSlug}`;
  return (
    <div className="wide grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
          { to: `${quiz}/statistics`, label: t("statistics.statisticsOf", { title }) },
        ]}
      />
      <PageHeader kicker={title} title={t("statistics.similarTitle")} lead={t("statistics.similarLead")} />
      <Notice kind="warning">{t("statistics.similarRate", { percent: `${falseAlarms}%` })}</Notice>
      {computedAt ? (
        <>
          <p>{t("statistics.computedAt", { date: formatDateTime(computedAt), n })}</p>
          <p>{t("statistics.similarCompared", { n: pairs, most: mostCompared })}</p>
          <ReportTableView
            table={table}
            csvTo={`${quiz}/similar.csv`}
            emptyText={t("statistics.similarNone")}
            isTitleHidden
          />
        </>
      ) : (
        <p>{t("statistics.notComputed")}</p>
      )}
    </div>
  );
}
