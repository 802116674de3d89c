import type { listOutbox } from "#app/notifications/outbox.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import type { ReportTable } from "./report-table.ts";

/** Mails of the outbox, in the order of `listOutbox`. */
export function outboxTable(
  { t, formatDateTime }: I18n,
  mails: Awaited<ReturnType<typeof listOutbox>>,
): ReportTable {
  return {
    id: "outbox",
    title: t("admin.outbox"),
    columns: [
      { key: "subject", header: t("admin.outboxSubject"), isRowHeader: true, isLong: true },
      { key: "to", header: t("admin.outboxTo") },
      { key: "date", header: t("admin.outboxDate"), isUnbroken: true },
    ],
    rows: mails.map(({ subject, to, date }) => ({ subject, to, date: date && formatDateTime(date) })),
    footnotes: [],
  };
}
