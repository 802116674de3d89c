import { useI18n } from "#app/platform/i18n.tsx";
import type { RunRecord } from "#app/players/run-record.ts";
import { DataTable } from "#app/ui/data-table.tsx";

export type RunLogEntry = {
  at: Date | string;
  receivedAt: Date | string;
  activity: string;
  kind: RunRecord["kind"];
  element: string | null;
  value: string | null;
  error: string | null;
};

const longestValue = 200;

/** The run-time log as people read it: what the package asked for, in order, and when it was on the server. */
export function RunLogTable({ entries }: { entries: RunLogEntry[] }) {
  const { t, formatTime } = useI18n();
  return (
    <DataTable
      caption={t("player.logTitle")}
      isCaptionHidden
      columns={[
        { key: "at", header: t("player.logAt"), isUnbroken: true },
        { key: "activity", header: t("player.logActivity") },
        { key: "call", header: t("player.logCall") },
        { key: "element", header: t("player.logElement"), isUnbroken: true },
        { key: "value", header: t("player.logValue") },
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
