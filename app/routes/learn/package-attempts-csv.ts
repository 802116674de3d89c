import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { placeAt } from "#app/players/place.ts";
import { packageStatus } from "#app/players/status.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";
import { runAttemptTable } from "#app/reporting/run-attempt-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const language = languageOf(request);
  const place = placeAt(requireParam(params, "course"), requireParam(params, "activity"));
  const { attempts } = await packageStatus(await requireActor(request), place, language);
  return new Response(toCsv(runAttemptTable(i18nFor(language), attempts)), {
    headers: csvHeaders("attempts"),
  });
});
