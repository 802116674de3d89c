import { Link } from "@remix-run/react";

import type { BankRow } from "#app/assessment/bank-search.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import { CompletenessTags } from "./completeness-tags.tsx";

/** Questions of a bank; with `canChoose` each can be ticked. */
export function BankTable({
  bankId,
  rows,
  canChoose,
}: {
  bankId: string;
  rows: BankRow[];
  canChoose: boolean;
}) {
  const t = useT();
  return (
    <DataTable
      caption={t("bank.questionsCaption")}
      isCaptionHidden
      columns={[
        ...(canChoose ? [{ key: "tick", header: t("bank.columnTick"), isUnbroken: true }] : []),
        { key: "q", header: t("bank.columnQuestion"), isRowHeader: true, isLong: true },
        { key: "type", header: t("bank.type") },
        { key: "category", header: t("bank.category") },
        { key: "marks", header: t("bank.marks") },
        { key: "use", header: t("bank.use"), isUnbroken: true },
        { key: "languages", header: t("bank.languages"), isUnbroken: true },
      ]}
      rows={rows.map((row) => ({
        tick: (
          <label className="flex min-h-6 min-w-6">
            <input type="checkbox" name="question[]" value={row.id} className="choice" />
            <span className="sr-only">{t("bank.tick", { key: row.key })}</span>
          </label>
        ),
        q: (
          <>
            <Link to={`/teach/banks/${bankId}/questions/${row.id}`} className="wrap-anywhere">
              {row.q}
            </Link>
            <span className="block text-sm font-normal text-slate">{row.key}</span>
          </>
        ),
        type: t(`bank.type_${row.type}`),
        category: <span className="wrap-anywhere">{row.category}</span>,
        marks: <Marks row={row} />,
        use: t(row.isUsed ? "bank.used" : "bank.unused"),
        languages: <CompletenessTags completeness={row.completeness} />,
      }))}
    />
  );
}

function Marks({ row }: { row: BankRow }) {
  const t = useT();
  const words = [
    ...row.tags,
    ...(row.difficulty ? [t(`bank.difficulty_${row.difficulty as "easy"}`)] : []),
  ].join(", ");
  return (
    <div className="grid gap-1">
      {row.isRetired && <StatusTag kind="locked">{t("bank.retired")}</StatusTag>}
      {row.isCritical && <StatusTag kind="current">{t("bank.criticalShort")}</StatusTag>}
      {row.isRecheck && <StatusTag kind="todo">{t("bank.recheckShort")}</StatusTag>}
      {words && <span>{words}</span>}
    </div>
  );
}
