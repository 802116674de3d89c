import { useI18n } from "#app/platform/i18n.tsx";
import type { RunLogEntry } from "#app/players/run-log.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type Log = { title: string; number: number; page: number; pageCount: number; entries: RunLogEntry[] };

/** The run-time log of an attempt: what the package and this site said to each other, a page of it. */
export function RunLogView({ log, address }: { log: Log; address: string }) {
  const { t } = useI18n();
  return (
    <>
      <PageHeader
        kicker={log.title}
        title={t("player.logOf", { number: log.number })}
        lead={t("player.logLead")}
      />
      <p>
        <a href={`${address}.json`} download className="no-print inline-flex min-h-11 items-center gap-2">
          <Icon name="download" />
          {t("player.logExport")}
        </a>{" "}
        <span className="text-sm text-slate">{t("player.logExportHint")}</span>
      </p>
      <Entries entries={log.entries} />
      <Pagination page={log.page} pageCount={log.pageCount} hrefOf={(page) => `${address}?page=${page}`} />
    </>
  );
}

const longestValue = 200;

function Entries({ entries }: { entries: RunLogEntry[] }) {
  const { t, formatTime } = useI18n();
  return (
    <DataTable
      caption={t("player.logTitle")}
      isCaptionHidden
      columns={[
        { key: "at", header: t("player.logAt"), isUnbroken: true },
        { key: "activity", header: t("player.logActivity") },
        { key: "call", header: t("player.logCall"), isUnbroken: true },
        { key: "element", header: t("player.logElement"), isUnbroken: true },
        { key: "value", header: t("player.logValue"), isLong: true },
        { key: "error", header: t("player.logError"), isNumeric: true },
        { key: "stored", header: t("player.logStored"), isUnbroken: true },
      ]}
      rows={entries.map(({ at, receivedAt, activity, kind, element, value, error }) => ({
        at: formatTime(at),
        activity,
        call: t(`player.kind_${kind}`),
        element,
        value: value !== null && value.length > longestValue ? `${value.slice(0, longestValue)}…` : value,
        error,
        stored: formatTime(receivedAt),
      }))}
      emptyText={t("player.logEmpty")}
    />
  );
}
