import type { I18n } from "#app/platform/i18n.tsx";

import type { ActivityResult } from "./boot.ts";

/** A result of a package in the reader's words. */
export function resultWords({ t, formatNumber, formatPercent }: I18n) {
  return {
    completion: ({ completion }: Pick<ActivityResult, "completion">) =>
      t(
        (
          {
            unknown: "player.completion_unknown",
            "not attempted": "player.completion_not_attempted",
            incomplete: "player.completion_incomplete",
            completed: "player.completion_completed",
          } as const
        )[completion],
      ),
    success: ({ success }: Pick<ActivityResult, "success">) => t(`player.success_${success}`),
    /** "83 %", "5 of 6", "5" or that none was reported. */
    score: ({ scaled, raw, max }: Pick<ActivityResult, "scaled" | "raw" | "max">) => {
      if (raw !== null && max !== null && max !== 100) {
        return t("player.scoreOfMax", { raw: formatNumber(raw), max: formatNumber(max) });
      }
      if (scaled !== null) return formatPercent(scaled);
      return raw === null ? t("player.scoreNone") : formatNumber(raw);
    },
    time: ({ seconds }: Pick<ActivityResult, "seconds">) =>
      seconds < 3600
        ? t("player.minutesSeconds", { minutes: Math.floor(seconds / 60), seconds: Math.floor(seconds % 60) })
        : t("player.hoursMinutes", {
            hours: Math.floor(seconds / 3600),
            minutes: Math.floor((seconds % 3600) / 60),
          }),
  };
}
