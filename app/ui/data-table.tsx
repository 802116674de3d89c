import type { ReactNode } from "react";

export type Column = {
  key: string;
  header: string;
  isNumeric?: boolean;
  isRowHeader?: boolean;
  /** Holds codes, dates or a word or two, which a line must not break. */
  isUnbroken?: boolean;
  /** Holds sentences, which need room even where the table has to scroll. */
  isLong?: boolean;
};

/**
 * A table that scrolls sideways within itself on small screens, reachable by keyboard. It is positioned, so that words
 * for screen readers in its cells are clipped with it and do not widen the page.
 */
export function DataTable({
  caption,
  columns,
  rows,
  emptyText,
  isCaptionHidden = false,
}: {
  caption: string;
  columns: Column[];
  rows: Record<string, ReactNode>[];
  emptyText?: string;
  isCaptionHidden?: boolean;
}) {
  if (rows.length === 0 && emptyText) return <p className="text-slate">{emptyText}</p>;
  return (
    <div className="relative overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-[0.9375rem] tabular-nums">
        <caption className={isCaptionHidden ? "sr-only" : "pb-2 text-start font-semibold"}>{caption}</caption>
        <thead>
          <tr className="border-b-2 border-ink">
            {columns.map(({ key, header, isNumeric }) => (
              <th
                key={key}
                scope="col"
                className={`py-2 pe-4 align-bottom ${isNumeric ? "text-end" : "text-start"}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="border-b border-line">
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {row[column.key]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ column, children }: { column: Column; children: ReactNode }) {
  const isUnbroken = column.isNumeric || column.isUnbroken;
  const width = isUnbroken ? "whitespace-nowrap" : column.isLong ? "min-w-64" : "min-w-28";
  const className = `py-2 pe-4 align-top ${width} ${column.isNumeric ? "text-end" : "text-start"}`;
  if (column.isRowHeader) {
    return (
      <th scope="row" className={`${className} font-semibold`}>
        {children}
      </th>
    );
  }
  return <td className={className}>{children}</td>;
}
