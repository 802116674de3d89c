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
  const rowHeight = 44;
  return (
    <figure className="grid gap-4">
      <figcaption className="font-semibold">{title}</figcaption>
      <svg
        viewBox={`0 0 640 ${rows.length * rowHeight + 4}`}
        aria-hidden="true"
        className="w-full max-w-2xl"
        fontSize="15"
      >
        {rows.map(({ label, value, text }, index) => (
          <g key={label} transform={`translate(0 ${index * rowHeight})`}>
            <text x="0" y="15" className="fill-ink">
              {label}
            </text>
            <text x="640" y="15" textAnchor="end" className="fill-slate">
              {text}
            </text>
            <rect x="0" y="22" width="640" height="12" rx="2" className="fill-tint" />
            <rect
              x="0"
              y="22"
              width={Math.max(0, Math.min(640, (640 * value) / top))}
              height="12"
              rx="2"
              className="fill-ink"
            />
          </g>
        ))}
      </svg>
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
