import type { ReactNode } from "react";

import type { ReportTable } from "#app/reporting/report-table.ts";
import { CsvLink } from "#app/ui/csv-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";

/**
 * A report's table with its notes and its CSV file. `cells` draws columns that are more than text here (a link, a
 * button); `actions` are columns that only the page has.
 */
export function ReportTableView({
  table,
  csvTo,
  emptyText,
  cells = {},
  actions = [],
  isTitleHidden = false,
}: {
  table: ReportTable;
  csvTo: string;
  emptyText?: string;
  cells?: Record<string, (text: string, index: number) => ReactNode>;
  actions?: Column[];
  /** Where the page's own title says it already. */
  isTitleHidden?: boolean;
}) {
  return (
    <section className="grid gap-2">
      <h2 className={isTitleHidden ? "sr-only" : undefined}>{table.title}</h2>
      <DataTable
        caption={table.title}
        isCaptionHidden
        columns={[...table.columns, ...actions]}
        rows={table.rows.map((row, index) => ({
          ...row,
          ...Object.fromEntries(
            Object.entries(cells).map(([key, draw]) => [key, draw(row[key] ?? "", index)] as const),
          ),
        }))}
        emptyText={emptyText}
      />
      {table.footnotes.map((footnote) => (
        <p key={footnote} className="text-sm text-slate">
          {footnote}
        </p>
      ))}
      {table.rows.length > 0 && (
        <p>
          <CsvLink to={csvTo} />
        </p>
      )}
    </section>
  );
}
