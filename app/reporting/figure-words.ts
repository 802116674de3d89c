import type { I18n } from "#app/platform/i18n.tsx";

import type { Proportion } from "./statistics.ts";

/** Figures as text, each share with its base and interval, in the reader's language. */
export function figureWords({ t, formatNumber, formatPercent }: I18n) {
  const base = ({ part, n, low, high }: Proportion) =>
    t("admin.figureBase", {
      part: formatNumber(part, 0),
      n: formatNumber(n, 0),
      low: formatPercent(low),
      high: formatPercent(high),
    });
  return {
    count: (value: number) => formatNumber(value, 0),
    /** "57% (80 of 140; 49% to 65%)" */
    proportion: (value: Proportion | null) =>
      value
        ? t("admin.figureShare", { share: formatPercent(value.share), base: base(value) })
        : t("admin.figureNone"),
    /** "80 of 140; 49% to 65%", for where the share stands above it; nothing without data. */
    base: (value: Proportion | null) => value && base(value),
    /** "4.3 (n = 52)" */
    mean: (value: number | null, n: number) =>
      value === null
        ? t("admin.figureNone")
        : t("admin.figureMean", { mean: formatNumber(value, 1), n: formatNumber(n, 0) }),
    hidden: () => t("admin.figureHidden"),
  };
}
