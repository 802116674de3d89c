import type { CartridgeTrial } from "./trial.ts";

const columns: [string, (trial: CartridgeTrial) => string][] = [
  ["File", ({ name }) => name],
  ["Kind", ({ kind, version }) => (kind ? `${kind} ${version}` : "–")],
  ["Title", ({ title }) => title ?? "–"],
  ["Recognised", ({ recognised }) => String(recognised.length)],
  ["Imported", ({ imported }) => counted(imported)],
  ["Left out", ({ leftOut }) => counted(leftOut)],
  ["Course", courseOf],
  ["Refused", ({ refused }) => refused ?? "–"],
  ["Our faults", ({ faults }) => faults.map((fault) => fault.split("\n")[0]).join("; ") || "–"],
];

function counted(parts: { kind: string }[]): string {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  const counts = kinds.map((kind) => `${kind} ${parts.filter((part) => part.kind === kind).length}`);
  return parts.length === 0 ? "0" : `${parts.length}: ${counts.join(", ")}`;
}

function courseOf({ activities, pages, questions }: CartridgeTrial): string {
  const counts = Object.entries(activities).map(([kind, count]) => `${kind} ${count}`);
  return counts.length === 0 ? "–" : [...counts, `pages ${pages}`, `questions ${questions}`].join(", ");
}

/** The trials as a table in Markdown; below it, of each, what was changed and what was left out, with the reasons. */
export function tableOf(trials: CartridgeTrial[]): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    row(columns.map(([title]) => title)),
    row(columns.map(() => "---")),
    ...trials.map((trial) => row(columns.map(([, cell]) => cell(trial)))),
    ...trials.flatMap(({ name, imported, leftOut }) => [
      ...listOf(
        `Changed in ${name}:`,
        imported.flatMap(({ name: part, notes }) => notes.map((note) => `${part}: ${note}`)),
      ),
      ...listOf(
        `Left out of ${name}:`,
        leftOut.map(({ name: part, kind, reason }) => `${part} (${kind}): ${reason}`),
      ),
    ]),
  ].join("\n");
}

function listOf(heading: string, lines: string[]): string[] {
  return lines.length > 0 ? ["", heading, ...lines.map((line) => `- ${line}`)] : [];
}
