import type { SurveyText } from "#app/library/course-format.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import { figureWords } from "./figure-words.ts";
import type { ReportTable } from "./report-table.ts";
import type { QuestionSummary } from "./survey-data.server.ts";

/** A survey's questions with their figures in words, one line for each figure; open answers are not among them. */
export function surveyTable(i18n: I18n, questions: QuestionSummary[], text: SurveyText | null): ReportTable {
  const { t } = i18n;
  return {
    id: "survey",
    title: t("teach.resultsSurvey"),
    columns: [
      { key: "q", header: t("teach.resultsQuestion"), isRowHeader: true, isLong: true },
      { key: "figure", header: t("teach.results") },
    ],
    rows: questions
      .filter(({ kind }) => kind !== "text")
      .map((question) => ({
        q: text?.questions[question.id]?.q ?? question.id,
        figure: figuresOf(i18n, question, text).join("\n"),
      })),
    footnotes: [t("common.kosovoFootnote")],
  };
}

function figuresOf(i18n: I18n, question: QuestionSummary, text: SurveyText | null): string[] {
  const { t, formatNumber } = i18n;
  const words = figureWords(i18n);
  switch (question.kind) {
    case "scale":
      return question.mean === null
        ? [words.hidden()]
        : [words.mean(question.mean, question.n), words.proportion(question.satisfied)];
    case "before-now":
      return question.before === null || question.now === null
        ? [words.hidden()]
        : [
            t("teach.resultsBefore", {
              before: formatNumber(question.before),
              now: formatNumber(question.now),
              n: question.n,
            }),
          ];
    case "nps":
      return question.score === null
        ? [t("teach.resultsNpsFew", { n: question.n })]
        : [t("teach.resultsNps", { score: formatNumber(question.score, 0), n: question.n })];
    case "choice":
      return question.counts.map(
        ({ option, count }) =>
          `${text?.questions[question.id]?.options?.[option] ?? option}: ${count === null ? words.hidden() : words.count(count)}`,
      );
    case "text":
      return [];
  }
}
