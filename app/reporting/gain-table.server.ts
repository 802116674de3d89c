import { listPairedTests } from "#app/assessment/paired-tests.server.ts";
import { fewestPairs, pairedGain } from "#app/assessment/statistics/paired-gain.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import { figureWords } from "./figure-words.ts";
import type { ReportTable } from "./report-table.ts";

/**
 * What was gained between each post-test and its pre-test; null where no course has such a pair. Callers check who may
 * see it: of one course its trainers, of all (`courseId` left out) the administrators.
 */
export async function gainTable(i18n: I18n, courseId?: string): Promise<ReportTable | null> {
  const { t, formatNumber } = i18n;
  const words = figureWords(i18n);
  const tests = await listPairedTests(i18n.language, courseId);
  if (tests.length === 0) return null;
  const signed = (value: number) => (value > 0 ? `+${formatNumber(value)}` : formatNumber(value));
  return {
    id: "gain",
    title: t("statistics.gain"),
    columns: [
      { key: "test", header: t("statistics.gainTest"), isRowHeader: true, isLong: true },
      { key: "n", header: t("statistics.gainN"), isNumeric: true },
      { key: "before", header: t("statistics.gainBefore"), isNumeric: true },
      { key: "after", header: t("statistics.gainAfter"), isNumeric: true },
      { key: "gain", header: t("statistics.gainMean"), isNumeric: true },
      { key: "effect", header: t("statistics.gainEffect"), isNumeric: true },
    ],
    rows: tests.map(({ courseTitle, beforeTitle, afterTitle, pairs }) => {
      const gain = pairedGain(pairs);
      const shown = (value: string | undefined) => value ?? words.hidden();
      const name = t("statistics.gainOf", { before: beforeTitle, after: afterTitle });
      return {
        test: courseId ? name : `${courseTitle}: ${name}`,
        n: shown(gain ? words.count(gain.n) : undefined),
        before: shown(gain ? formatNumber(gain.before) : undefined),
        after: shown(gain ? formatNumber(gain.after) : undefined),
        gain: shown(
          gain
            ? t("statistics.gainInterval", {
                mean: signed(gain.mean),
                low: signed(gain.low),
                high: signed(gain.high),
              })
            : undefined,
        ),
        effect:
          gain && gain.effectSize === null
            ? t("admin.figureNone")
            : shown(gain ? formatNumber(gain.effectSize as number, 2) : undefined),
      };
    }),
    footnotes: [t("statistics.gainNote", { fewest: fewestPairs })],
  };
}
