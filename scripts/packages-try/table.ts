import type { Trial } from "./trial.ts";

const columns: [string, (trial: Trial) => string][] = [
  ["Package", ({ name }) => name],
  ["Standard", ({ standard }) => standard ?? "–"],
  ["Activities", ({ standard, activities }) => (standard ? String(activities) : "–")],
  ["Launched", ({ launched }) => launched ?? "–"],
  [
    "Calls",
    ({ calls }) =>
      Object.entries(calls)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(", ") || "–",
  ],
  ["Error codes", ({ errorCodes }) => errorCodes.join(", ") || "–"],
  ["Acknowledged", acknowledged],
  ["Resumed", ({ isResumedEqual }) => (isResumedEqual === null ? "–" : isResumedEqual ? "equal" : "differs")],
  ["Console errors", ({ standard, consoleErrors }) => (standard ? String(consoleErrors.length) : "–")],
  ["Refused", ({ refused }) => refused ?? "–"],
  ["Our faults", ({ faults }) => faults.join("; ") || "–"],
];

function acknowledged({ recordsAcknowledged, commitsAcknowledged, statements }: Trial): string {
  if (recordsAcknowledged + statements === 0) return "–";
  return `${recordsAcknowledged} records, ${commitsAcknowledged} commits, ${statements} statements`;
}

/** The trials as a table in Markdown. */
export function tableOf(trials: Trial[]): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    row(columns.map(([title]) => title)),
    row(columns.map(() => "---")),
    ...trials.map((trial) => row(columns.map(([, cell]) => cell(trial)))),
  ].join("\n");
}
