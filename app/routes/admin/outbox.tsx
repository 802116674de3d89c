import { Link, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { listOutbox } from "#app/notifications/outbox.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { outboxTable } from "#app/reporting/outbox-table.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "admin.outboxTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  const mails = await listOutbox(await requireActor(request));
  return {
    table: outboxTable(i18nFor(languageOf(request)), mails),
    names: mails.map(({ name }) => name),
  };
});

export default function OutboxPage() {
  const t = useT();
  const { table, names } = useLoaderData<typeof loader>();
  return (
    <div className="wide grid gap-8">
      <PageHeader title={t("admin.outbox")} lead={t("admin.outboxLead")} />
      <ReportTableView
        table={table}
        csvTo="/admin/outbox.csv"
        isTitleHidden
        emptyText={t("admin.outboxEmpty")}
        cells={{ subject: (text, index) => <Link to={`/admin/outbox/${names[index]}`}>{text}</Link> }}
      />
    </div>
  );
}
