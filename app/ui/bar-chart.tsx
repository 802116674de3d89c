import { useT } from "#app/platform/i18n.tsx";

import { CsvLink } from "./csv-link.tsx";
import { DataTable } from "./data-table.tsx";

export type Bar = { label: string; value: number; text: string };

/**
 * Horizontal bars drawn on the server, each with its figure in words. The picture is for the eye; the table below it
 * holds the same figures for everybody.
 */
export function BarChart({
  title,
  rows,
  max,
  tableCaption,
  labelHeader,
  valueHeader,
  footnote,
  csvTo,
}: {
  title: string;
  rows: Bar[];
  max?: number;
  tableCaption?: string;
  labelHeader?: string;
  valueHeader?: string;
  footnote?: string;
  csvTo: string;
}) {
  const t = useT();
  const top = max ?? Math.max(1, ...rows.map(({ value }) => value));
  return (
    <figure className="grid gap-4">
      <figcaption className="font-semibold">{title}</figcaption>
      <div aria-hidden="true" className="grid max-w-2xl gap-3">
        {rows.map(({ label, value, text }) => (
          <div key={label}>
            <p className="flex justify-between gap-4 text-[0.9375rem]">
              <span>{label}</span>
              <span className="text-slate tabular-nums">{text}</span>
            </p>
            <svg viewBox="0 0 100 2" preserveAspectRatio="none" className="mt-1 h-3 w-full">
              <rect width="100" height="2" className="fill-tint" />
              <rect width={Math.max(0, Math.min(100, (100 * value) / top))} height="2" className="fill-ink" />
            </svg>
          </div>
        ))}
      </div>
      <DataTable
        caption={tableCaption ?? title}
        isCaptionHidden={!tableCaption}
        columns={[
          { key: "label", header: labelHeader ?? t("common.chartGroup"), isRowHeader: true },
          { key: "text", header: valueHeader ?? t("common.chartFigure"), isNumeric: true },
        ]}
        rows={rows.map(({ label, text }) => ({ label, text }))}
      />
      {footnote && <p className="text-sm text-slate">{footnote}</p>}
      <CsvLink to={csvTo} />
    </figure>
  );
}
