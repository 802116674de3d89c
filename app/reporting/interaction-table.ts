import type { I18n } from "#app/platform/i18n.tsx";
import type { Interaction } from "#app/players/interactions.ts";

import { figureWords } from "./figure-words.ts";
import type { ReportTable } from "./report-table.ts";
import { proportion } from "./statistics.ts";

/** Answers to a question that are too few to call it hard or easy. */
const fewestAnswers = 5;
const longestPattern = 120;

type Question = { first: Interaction; answers: Interaction[] };

/** The questions inside a package, each with how it was answered; `attempts` holds the interactions of each attempt. */
export function interactionTable(
  i18n: I18n,
  attempts: Interaction[][],
  titles: Map<string, string>,
): ReportTable {
  const { t } = i18n;
  const words = figureWords(i18n);
  return {
    id: "interactions",
    title: t("player.reportInteractions"),
    columns: [
      { key: "question", header: t("player.reportQuestion"), isRowHeader: true },
      { key: "part", header: t("player.reportPart") },
      { key: "type", header: t("player.reportType") },
      { key: "answers", header: t("player.reportAnswers"), isNumeric: true },
      { key: "right", header: t("player.reportRight"), isNumeric: true },
      { key: "given", header: t("player.reportPatterns") },
      { key: "expected", header: t("player.reportExpected") },
    ],
    rows: questionsOf(attempts).map(({ first, answers }) => {
      const judged = answers.filter(({ isRight }) => isRight !== null);
      const right = judged.filter(({ isRight }) => isRight).length;
      return {
        question: first.description || first.id,
        part: titles.get(first.activity) ?? first.activity,
        type: first.type,
        answers: words.count(answers.length),
        right:
          judged.length === 0
            ? ""
            : judged.length < fewestAnswers
              ? words.hidden()
              : words.proportion(proportion(right, judged.length)),
        given: patternsOf(i18n, answers),
        expected: first.expected.map(shortened).join("\n"),
      };
    }),
    footnotes: [t("player.reportInteractionsNote")],
  };
}

function questionsOf(attempts: Interaction[][]): Question[] {
  const questions = new Map<string, Question>();
  for (const interaction of attempts.flat()) {
    const key = `${interaction.activity}\n${interaction.id}`;
    const question = questions.get(key) ?? { first: interaction, answers: [] };
    question.answers.push(interaction);
    questions.set(key, question);
  }
  return [...questions.values()];
}

/** Each answer with how often it was given, the most frequent first, one on a line. */
function patternsOf({ t }: I18n, answers: Interaction[]): string {
  const counts = new Map<string, number>();
  for (const { response } of answers) counts.set(response, (counts.get(response) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([response, count]) =>
      t("player.reportPattern", { answer: shortened(response) || t("player.reportNoAnswer"), count }),
    )
    .join("\n");
}

function shortened(text: string) {
  return text.length > longestPattern ? `${text.slice(0, longestPattern)}…` : text;
}
