import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { packageReport } from "#app/reporting/package-report.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const { learnerTable, interactionTable } = await packageReport(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    i18nFor(languageOf(request)),
  );
  const file = requireParam(params, "file");
  const table = [learnerTable, interactionTable].find(({ id }) => `${id}.csv` === file);
  if (!table) throw new NotFoundError();
  return new Response(toCsv(table), { headers: csvHeaders(table.id) });
});
