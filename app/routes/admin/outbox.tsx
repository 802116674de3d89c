import { Link, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { listOutbox } from "#app/notifications/outbox.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "admin.outboxTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => listOutbox(await requireActor(request)));

export default function OutboxPage() {
  const { t, formatDateTime } = useI18n();
  const mails = useLoaderData<typeof loader>();
  return (
    <div className="wide grid gap-8">
      <PageHeader title={t("admin.outbox")} lead={t("admin.outboxLead")} />
      <DataTable
        caption={t("admin.outbox")}
        isCaptionHidden
        emptyText={t("admin.outboxEmpty")}
        columns={[
          { key: "subject", header: t("admin.outboxSubject"), isRowHeader: true },
          { key: "to", header: t("admin.outboxTo") },
          { key: "date", header: t("admin.outboxDate") },
        ]}
        rows={mails.map(({ name, subject, to, date }) => ({
          subject: <Link to={`/admin/outbox/${name}`}>{subject}</Link>,
          to,
          date: date && formatDateTime(date),
        }))}
      />
    </div>
  );
}
