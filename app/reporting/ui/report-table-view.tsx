import type { ReportTable } from "#app/reporting/report-table.ts";
import { CsvLink } from "#app/ui/csv-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";

/** A report's table with its notes and its CSV file. */
export function ReportTableView({
  table,
  csvTo,
  emptyText,
}: {
  table: ReportTable;
  csvTo: string;
  emptyText?: string;
}) {
  return (
    <section className="grid gap-2">
      <h2>{table.title}</h2>
      <DataTable
        caption={table.title}
        isCaptionHidden
        columns={table.columns}
        rows={table.rows}
        emptyText={emptyText}
      />
      {table.footnotes.map((footnote) => (
        <p key={footnote} className="text-sm text-slate">
          {footnote}
        </p>
      ))}
      <p>
        <CsvLink to={csvTo} />
      </p>
    </section>
  );
}
