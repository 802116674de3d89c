import { fewestForFigures, fewestForFlags, itemFlags } from "#app/assessment/statistics/item-flags.ts";
import type { ItemFigures } from "#app/assessment/statistics/item-figures.ts";
import type { Question, QuestionText } from "#app/library/question-format.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import { figureWords } from "./figure-words.ts";
import { flagInWords } from "./item-words.ts";
import type { ReportTable } from "./report-table.ts";
import { proportion } from "./statistics.ts";

/** One version of a question with its figures. */
export type CountedQuestion = {
  versionId: string;
  number: number;
  question: Question;
  text: QuestionText;
  figures: ItemFigures;
};

/** Every question version of a quiz, in the order given. */
export function itemStatisticsTable(i18n: I18n, questions: CountedQuestion[]): ReportTable {
  const { t } = i18n;
  return {
    id: "items",
    title: t("statistics.items"),
    columns: [
      { key: "id", header: t("statistics.item"), isRowHeader: true },
      { key: "q", header: t("statistics.text"), isLong: true },
      { key: "notes", header: t("statistics.notes"), isLong: true },
      { key: "n", header: t("statistics.answers"), isNumeric: true },
      { key: "facility", header: t("statistics.facility"), isNumeric: true },
      { key: "discrimination", header: t("statistics.discrimination"), isNumeric: true },
      { key: "efficiency", header: t("statistics.efficiency"), isNumeric: true },
      { key: "omitted", header: t("statistics.omitted"), isNumeric: true },
      { key: "time", header: t("statistics.time"), isNumeric: true },
    ],
    rows: questions.map((counted) => itemRow(i18n, counted)),
    footnotes: [t("statistics.itemsNote", { fewest: fewestForFigures, fewestForFlags })],
  };
}

function itemRow(i18n: I18n, { number, question, text, figures }: CountedQuestion) {
  const { t, formatNumber, formatPercent } = i18n;
  const words = figureWords(i18n);
  const flags = itemFlags(question, figures).map((flag) => flagInWords(i18n, question, text, flag));
  const isShown = figures.n >= fewestForFigures;
  const shown = (value: string) => (isShown ? value : words.hidden());
  const { discrimination, efficiency, medianSeconds } = figures;
  return {
    id: t("statistics.version", { key: question.id, number }),
    q: text.q,
    notes: flags.join(" ") || t("statistics.noNotes"),
    n: words.count(figures.n),
    facility: shown(
      figures.isDichotomous
        ? words.proportion(proportion(figures.right, figures.n))
        : t("statistics.facilityPart", { share: formatPercent(figures.facility) }),
    ),
    discrimination: shown(discrimination === null ? t("admin.figureNone") : formatNumber(discrimination, 2)),
    efficiency: shown(efficiency === null ? t("admin.figureNone") : formatPercent(efficiency)),
    omitted: shown(formatPercent(figures.omitted / figures.n)),
    time: shown(
      medianSeconds === null
        ? t("admin.figureNone")
        : t("statistics.seconds", { value: formatNumber(medianSeconds, 0) }),
    ),
  };
}
