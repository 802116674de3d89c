/** Of a row; those behind are none of our columns. */
const maxCells = 100;

/** Reads a table as spreadsheets write it (RFC 4180): divided by tabs, semicolons or commas, as its first line is. */
export function parseTable(source: string): string[][] {
  const text = source.replace(/^\uFEFF/, "");
  const divider = dividerOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  let from = 0;
  const take = (to: number) => {
    cell += text.slice(from, to);
    from = to + 1;
  };
  const endCell = () => {
    if (row.length < maxCells) row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one.trim() !== "")) rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (isQuoted) {
      if (sign !== '"') continue;
      take(index);
      if (text[index + 1] === '"') {
        // A doubled quotation mark is one.
        from = index + 1;
        index += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "" && text.slice(from, index).trim() === "") {
      from = index + 1;
      isQuoted = true;
    } else if (sign === divider) {
      take(index);
      endCell();
    } else if (sign === "\n" || sign === "\r") {
      take(index);
      if (sign === "\r" && text[index + 1] === "\n") {
        from = index + 2;
        index += 1;
      }
      endRow();
    }
  }
  take(text.length);
  endRow();
  return rows;
}

function dividerOf(text: string): string {
  const [line = ""] = text.split(/[\r\n]/, 1);
  const counted = ["\t", ";", ","].map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** One row, with quotation marks where they are needed. */
export function tableLine(cells: string[]): string {
  return cells
    .map((cell) => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");
}
