import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { enrolmentTable } from "#app/reporting/enrolment-table.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const table = await enrolmentTable(actor, requireParam(params, "course"), i18nFor(languageOf(request)));
  return new Response(toCsv(table), { headers: csvHeaders("learners") });
});
