import type { QuestionTrial } from "./trial.ts";

const columns: [string, (trial: QuestionTrial) => string][] = [
  ["File", ({ name }) => name],
  ["Format", ({ format }) => format ?? "–"],
  ["Recognised", ({ questions, leftOut }) => String(questions.length + leftOut.length)],
  ["Imported", ({ added }) => String(added)],
  ["Types", typesOf],
  ["Left out", ({ leftOut }) => String(leftOut.length)],
  ["Refused", ({ refused }) => refused ?? "–"],
  ["Our faults", ({ faults }) => faults.map((fault) => fault.split("\n")[0]).join("; ") || "–"],
];

function typesOf({ questions }: QuestionTrial): string {
  const types = [...new Set(questions.map(({ type }) => type))];
  return (
    types.map((type) => `${type} ${questions.filter((one) => one.type === type).length}`).join(", ") || "–"
  );
}

/** The trials as a table in Markdown, and below it what was left out of each with its reason. */
export function tableOf(trials: QuestionTrial[]): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    row(columns.map(([title]) => title)),
    row(columns.map(() => "---")),
    ...trials.map((trial) => row(columns.map(([, cell]) => cell(trial)))),
    ...trials
      .filter(({ leftOut }) => leftOut.length > 0)
      .flatMap(({ name, leftOut }) => [
        "",
        `Left out of ${name}:`,
        ...leftOut.map((left) => `- ${left.name}: ${left.reason}`),
      ]),
  ].join("\n");
}
