import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";
import { similarAnswersReport } from "#app/reporting/similar-answers-report.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const { table } = await similarAnswersReport(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "quiz"),
    i18nFor(languageOf(request)),
  );
  return new Response(toCsv(table), { headers: csvHeaders(table.id) });
});
