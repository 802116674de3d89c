import type { Finding } from "./account.ts";
import type { Replay } from "./replay.ts";

const longest = 80;
const titles = ["Launch", "Record", "Activity", "Call", "Recorded", "Now"];

/** What differed as a table in Markdown, and the rest in sentences. */
export function reportOf(replay: Replay): string {
  const { differences, notReplayed, launches, relaunch } = replay;
  const parts = [
    `${replay.made} calls of ${launches.length} launches made again; ${differences.length} differences, ${notReplayed.length} records not replayed.`,
    tableOf("Differences", differences),
    tableOf("Not replayed", notReplayed),
    listOf("Listed only", replay.listed),
    relaunch.mode === "review"
      ? "Launched again after it, the package itself came up for review, where nothing is written."
      : `Launched again after it, the package itself wrote ${countsOf(relaunch.calls)}.`,
    relaunch.consoleErrors.map((error) => `  in the console: ${error}`).join("\n"),
    replay.faults.map((fault) => `Fault of Sigurna: ${fault}`).join("\n"),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function tableOf(title: string, findings: Finding[]): string {
  if (findings.length === 0) return "";
  const rows = findings.map(({ launch, seq, activity, call, recorded, now }) =>
    rowOf([String(launch), seq === null ? "–" : String(seq), activity, call, recorded, now]),
  );
  return [`${title}:`, "", rowOf(titles), rowOf(titles.map(() => "---")), ...rows].join("\n");
}

function rowOf(cells: string[]): string {
  const short = (cell: string) => (cell.length > longest ? `${cell.slice(0, longest)}…` : cell);
  return `| ${cells.map((cell) => short(cell).replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}

function listOf(title: string, counts: Record<string, number>): string {
  const lines = Object.entries(counts).map(([why, count]) => `  ${count} × ${why}`);
  return lines.length === 0 ? "" : [`${title}:`, ...lines].join("\n");
}

function countsOf(calls: Record<string, number>): string {
  return (
    Object.entries(calls)
      .map(([kind, count]) => `${count} × ${kind}`)
      .join(", ") || "nothing"
  );
}

/** Whether the log went as it was recorded. */
export function isSame({ differences, notReplayed, faults }: Replay): boolean {
  return differences.length + notReplayed.length + faults.length === 0;
}
