import { getPerson } from "#app/identity/people.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { auditTable } from "#app/reporting/audit-table.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const person = await getPerson(await requireActor(request), requireParam(params, "id"));
  return new Response(toCsv(auditTable(i18nFor(languageOf(request)), person)), {
    headers: csvHeaders("account"),
  });
});
