const columns = ["id", "date", "what", "answer", "next"] as const;

export type LogEntry = Record<(typeof columns)[number], string>;

/** Says nothing to somebody who looks through what a browser keeps. */
export const logKey = "list";

/** What the browser kept, without what is not ours or is damaged. */
export function readLog(kept: string | null): LogEntry[] {
  const list = parsed(kept);
  return Array.isArray(list) ? list.filter(isEntry) : [];
}

function parsed(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? "[]");
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is LogEntry {
  return (
    typeof value === "object" &&
    value !== null &&
    columns.every((column) => typeof (value as Record<string, unknown>)[column] === "string")
  );
}
