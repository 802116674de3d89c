import type { quizStatus } from "#app/assessment/quiz-status.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import type { ReportTable } from "./report-table.ts";

/** A learner's submitted attempts at a quiz, first one first. */
export function attemptTable(
  { t, formatDate, formatPercent }: I18n,
  {
    attempts,
    canBeFailed,
    tellsPoints,
  }: Pick<Awaited<ReturnType<typeof quizStatus>>, "attempts" | "canBeFailed" | "tellsPoints">,
): ReportTable {
  return {
    id: "attempts",
    title: t("quiz.yourAttempts"),
    columns: [
      { key: "number", header: t("quiz.attempt"), isRowHeader: true, isUnbroken: true },
      { key: "outcome", header: t("quiz.outcome"), isUnbroken: true },
      ...(tellsPoints ? [{ key: "score", header: t("quiz.score"), isNumeric: true }] : []),
      { key: "date", header: t("quiz.date"), isUnbroken: true },
    ],
    rows: attempts.map(({ number, submittedAt, percent, isPassed, isWaiting }) => ({
      number: String(number),
      date: formatDate(submittedAt),
      ...(tellsPoints && { score: formatPercent(percent / 100) }),
      outcome: t(isWaiting ? "quiz.waits" : outcomeWords(canBeFailed, isPassed)),
    })),
    footnotes: [],
  };
}

function outcomeWords(canBeFailed: boolean, isPassed: boolean) {
  if (!canBeFailed) return "quiz.answered";
  return isPassed ? "quiz.passed" : "quiz.notPassed";
}
