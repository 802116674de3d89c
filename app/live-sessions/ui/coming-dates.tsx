import { useI18n } from "#app/platform/i18n.tsx";

import type { ComingAppointment } from "../appointments.server.ts";
import { whenWords } from "../when.ts";

/** The next dates of a learner's own, each a link to its live session. */
export function ComingDates({
  dates,
}: {
  dates: (Omit<ComingAppointment, "startsAt" | "endsAt"> & {
    startsAt: Date | string;
    endsAt: Date | string;
  })[];
}) {
  const i18n = useI18n();
  if (dates.length === 0) return null;
  return (
    <section className="stack">
      <h2>{i18n.t("learn.comingDates")}</h2>
      <ul className="grid gap-2">
        {dates.map((date) => (
          <li key={date.id}>
            <a
              href={`/learn/${date.courseSlug}/sessions/${date.activityId}`}
              className="inline-flex min-h-11 items-center"
            >
              {date.title}
            </a>
            <span className="block text-slate">{whenWords(i18n, date)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
