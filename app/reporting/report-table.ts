/** A table as pages show it and CSV files carry it: every cell is a finished text in the reader's language. */
export type ReportTable = {
  id: string;
  title: string;
  columns: {
    key: string;
    header: string;
    isNumeric?: boolean;
    isRowHeader?: boolean;
    isUnbroken?: boolean;
    isLong?: boolean;
  }[];
  rows: Record<string, string>[];
  footnotes: string[];
};

/** RFC 4180 with a byte-order mark, so that spreadsheets read every script; footnotes follow as lines of their own. */
export function toCsv(table: ReportTable): string {
  const lines = [
    table.columns.map(({ header }) => header),
    ...table.rows.map((row) => table.columns.map(({ key }) => row[key] ?? "")),
    ...table.footnotes.map((footnote) => [footnote]),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

/** A cell that a spreadsheet could take for a formula is led by an apostrophe. */
function quoted(cell: string) {
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.,]+( ?%)?$/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A CSV file as a response body's headers. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
    "Cache-Control": "no-store",
  };
}
