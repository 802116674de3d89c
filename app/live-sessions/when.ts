import type { I18n } from "#app/platform/i18n.tsx";

/** "3 December 2026, 10:00–12:00 (Belgrade time)" */
export function whenWords(
  { t, formatDate, formatClock }: Pick<I18n, "t" | "formatDate" | "formatClock">,
  { startsAt, endsAt }: { startsAt: Date | string; endsAt: Date | string },
): string {
  return t("learn.when", {
    date: formatDate(startsAt),
    from: formatClock(startsAt),
    to: formatClock(endsAt),
  });
}
