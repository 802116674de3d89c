import type { CalendarEntry } from "#app/platform/calendar-file.ts";
import { clock } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";

/** A date as it stands in a calendar. Neither course nor place: somebody else may read it on a lock screen. */
export function entryOfDate(
  date: { id: string; startsAt: Date; endsAt: Date; sequence: number | null; isCancelled?: boolean },
  { t }: Pick<I18n, "t">,
): CalendarEntry {
  const url = `${env().APP_ORIGIN}/learn`;
  return {
    uid: `${date.id}@${new URL(env().APP_ORIGIN).hostname}`,
    stamp: clock.now(),
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    sequence: date.sequence ?? 0,
    isCancelled: date.isCancelled ?? false,
    title: t("mail.calendarTitle"),
    description: t("mail.calendarText", { link: url }),
    url,
  };
}
