import type { I18n } from "#app/platform/i18n.tsx";
import type { ActivityResult } from "#app/players/boot.ts";
import { resultWords } from "#app/players/result-words.ts";

import type { ReportTable } from "./report-table.ts";

/** A learner's attempts at a package, first one first; the one that counts is marked. */
export function runAttemptTable(
  i18n: I18n,
  attempts: (ActivityResult & { number: number; startedAt: Date; isCounting: boolean })[],
): ReportTable {
  const { t, formatDateTime } = i18n;
  const words = resultWords(i18n);
  return {
    id: "attempts",
    title: t("player.attemptsTitle"),
    columns: [
      { key: "number", header: t("player.attempt"), isRowHeader: true },
      { key: "begun", header: t("player.begun") },
      { key: "completion", header: t("player.completion") },
      { key: "success", header: t("player.success") },
      { key: "score", header: t("player.score"), isNumeric: true },
      { key: "time", header: t("player.time"), isNumeric: true },
    ],
    rows: attempts.map((attempt) => ({
      number:
        attempt.isCounting && attempts.length > 1
          ? t("player.attemptCounts", { number: attempt.number })
          : String(attempt.number),
      begun: formatDateTime(attempt.startedAt),
      completion: words.completion(attempt),
      success: words.success(attempt),
      score: words.score(attempt),
      time: words.time(attempt),
    })),
    footnotes: [],
  };
}
