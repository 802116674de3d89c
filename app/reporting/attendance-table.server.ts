import type { Actor } from "#app/identity/actor.ts";
import { attendancePage } from "#app/live-sessions/attendance.server.ts";
import { whenWords } from "#app/live-sessions/when.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import type { ReportTable } from "./report-table.ts";

/** Who had a place at a date of a live session, and who was there. Throws like `attendancePage`. */
export async function attendanceTable(
  actor: Actor,
  courseSlug: string,
  key: { activityId: string; dateId: string },
  i18n: I18n,
): Promise<ReportTable> {
  const { t } = i18n;
  const { title, date, learners } = await attendancePage(actor, courseSlug, key, i18n.language);
  const yesOrNo = (value: boolean) => t(value ? "common.yes" : "common.no");
  return {
    id: "attendance",
    title: t("sessions.attendance"),
    columns: [
      { key: "name", header: t("teach.learner"), isRowHeader: true },
      { key: "email", header: t("teach.email") },
      { key: "place", header: t("sessions.columnPlace") },
      { key: "present", header: t("sessions.columnPresent") },
    ],
    rows: learners.map(({ name, email, hasPlace, isPresent }) => ({
      name,
      email,
      place: yesOrNo(hasPlace),
      present: yesOrNo(isPresent),
    })),
    footnotes: [`${title}, ${whenWords(i18n, date)}`],
  };
}
