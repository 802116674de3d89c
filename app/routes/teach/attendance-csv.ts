import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { attendanceTable } from "#app/reporting/attendance-table.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const key = { activityId: requireParam(params, "activity"), dateId: requireParam(params, "date") };
  const i18n = i18nFor(languageOf(request));
  const table = await attendanceTable(actor, requireParam(params, "course"), key, i18n);
  return new Response(toCsv(table), { headers: csvHeaders("attendance") });
});
