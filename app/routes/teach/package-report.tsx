import { Link, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { type PackageLogs, packageReport } from "#app/reporting/package-report.server.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "player.reportTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  packageReport(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    i18nFor(languageOf(request)),
  ),
);

export default function PackageReportPage() {
  const t = useT();
  const report = useLoaderData<typeof loader>();
  const here = `/teach/${report.slug}/packages/${report.segment}`;
  return (
    <div className="wide grid gap-10">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${report.slug}`, label: report.courseTitle },
        ]}
      />
      <PageHeader kicker={t("learn.kindPackage")} title={report.title} />
      <p>
        <Link to={`/teach/${report.slug}/preview/packages/${report.segment}`}>{t("teach.preview")}</Link>
      </p>
      <ReportTableView
        table={report.learnerTable}
        csvTo={`${here}/learners.csv`}
        emptyText={t("player.reportLearnersNone")}
        actions={[{ key: "log", header: t("player.reportLog") }]}
        cells={{ log: (_, index) => <Logs here={here} learner={report.logs[index]} /> }}
      />
      <ReportTableView
        table={report.interactionTable}
        csvTo={`${here}/interactions.csv`}
        emptyText={t("player.reportInteractionsNone")}
        cells={{
          given: (text) => <span className="whitespace-pre-line">{text}</span>,
          expected: (text) => <span className="whitespace-pre-line">{text}</span>,
        }}
      />
    </div>
  );
}

/** A link to the log of each attempt of a learner. */
function Logs({ here, learner }: { here: string; learner: PackageLogs | undefined }) {
  const t = useT();
  return (
    <ul className="flex flex-wrap gap-x-3">
      {learner?.numbers.map((number) => (
        <li key={number}>
          <Link
            to={`${here}/learners/${learner.enrolmentId}/attempts/${number}/log`}
            aria-label={t("player.reportLogOf", { number, name: learner.name })}
          >
            {number}
          </Link>
        </li>
      ))}
    </ul>
  );
}
