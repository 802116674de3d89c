import { Link, useLoaderData, useSearchParams } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { listSupportLines } from "#app/identity/support-line.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "admin.lines" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => ({
  lines: await listSupportLines(await requireActor(request)),
}));

export default function SupportLinesPage() {
  const { t, formatDate } = useI18n();
  const { lines } = useLoaderData<typeof loader>();
  const isSaved = useSearchParams()[0].has("saved");
  return (
    <div className="wide grid gap-8">
      <PageHeader title={t("admin.lines")} lead={t("admin.linesLead")}>
        <div>
          <ButtonLink to="/admin/support-lines/new">{t("admin.linesAdd")}</ButtonLink>
        </div>
      </PageHeader>
      {isSaved && <Notice kind="success" title={t("common.saved")} isStatus />}
      <DataTable
        caption={t("admin.lines")}
        isCaptionHidden
        emptyText={t("admin.linesNone")}
        columns={[
          { key: "name", header: t("admin.linesName"), isRowHeader: true },
          { key: "jurisdiction", header: t("admin.linesJurisdiction") },
          { key: "contact", header: t("admin.linesContact"), isUnbroken: true },
          { key: "dialled", header: t("admin.linesDialled"), isUnbroken: true },
          { key: "state", header: t("admin.linesState") },
        ]}
        rows={lines.map(({ id, name, jurisdiction, contact, lastDialledOn, isShown, isDue }) => ({
          name: <Link to={`/admin/support-lines/${id}`}>{name}</Link>,
          jurisdiction: t(`common.jurisdiction_${jurisdiction}` as MessageKey),
          contact,
          dialled: lastDialledOn ? formatDate(lastDialledOn) : "–",
          state: (
            <StatusTag kind={!isShown ? "neutral" : isDue ? "todo" : "done"}>
              {t(!isShown ? "admin.linesNotShown" : isDue ? "admin.linesDue" : "admin.linesShown")}
            </StatusTag>
          ),
        }))}
      />
      {lines.some(({ jurisdiction }) => jurisdiction === "xk") && (
        <p className="text-sm text-slate">{t("common.kosovoFootnote")}</p>
      )}
    </div>
  );
}
