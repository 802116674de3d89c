import { choicesOf } from "#app/assessment/statistics/given-answer.ts";
import { groupNames } from "#app/assessment/statistics/score-groups.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import type { CountedQuestion } from "./item-statistics-table.ts";
import { isWritten, partInWords } from "./item-words.ts";
import type { ReportTable } from "./report-table.ts";

/** How many people must have written an answer before it is shown: what one person wrote may name her. */
const fewestWriters = 3;

/** What was chosen or written in a question by score group, as a table and, for the best third, as bars. */
export function questionAnswers(i18n: I18n, { question, text, figures }: CountedQuestion) {
  const { t, formatPercent, formatNumber } = i18n;
  const { groups, parts, n, omitted } = figures;
  const choices = choicesOf(question);
  const isRight = (part: string) => choices.some((choice) => choice.part === part && choice.isRight);
  const unchosen = choices.filter(({ part }) => !parts.some((counted) => counted.part === part));
  const shown = [
    ...parts.filter(({ part, n: writers }) => !isWritten(question, part) || writers >= fewestWriters),
    ...unchosen.map(({ part }) => ({ part, n: 0, groups: null })),
  ];
  const of = (count: number, size: number) =>
    t("statistics.of", { part: formatNumber(count, 0), n: formatNumber(size, 0) });
  const rows = [
    ...shown.map(({ part, n: count, groups: counts }) => ({
      part: partInWords(i18n, question, text, part),
      right: isRight(part) ? t("statistics.right") : "",
      count,
      counts,
    })),
    { part: t("statistics.nothing"), right: "", count: omitted, counts: groups?.omitted ?? null },
  ];
  const optionTable: ReportTable = {
    id: "options",
    title: t("statistics.options"),
    columns: [
      { key: "part", header: t("statistics.option"), isRowHeader: true, isLong: true },
      { key: "right", header: t("statistics.isRight"), isUnbroken: true },
      ...(groups ? groupNames : []).map((name) => ({
        key: name as string,
        header: t(`statistics.${name}`),
        isNumeric: true,
      })),
      { key: "all", header: t("statistics.allPeople"), isNumeric: true },
    ],
    rows: rows.map(({ part, right, count, counts }) => ({
      part,
      right,
      ...Object.fromEntries(
        (groups ? groupNames : []).map((name) => [name, of(counts?.[name] ?? 0, groups?.size[name] ?? 0)]),
      ),
      all: of(count, n),
    })),
    footnotes: [t("statistics.optionsNote"), ...(groups ? [] : [t("statistics.noGroups")])],
  };
  const high = groups?.size.high ?? 0;
  const bars = rows.map(({ part, counts }) => {
    const share = high > 0 ? (counts?.high ?? 0) / high : 0;
    return { label: part, value: 100 * share, text: formatPercent(share) };
  });
  return { optionTable, bars: groups ? bars : [] };
}
