import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { countedIn, questionStatisticsReport } from "#app/reporting/quiz-statistics-report.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const { itemTable, optionTable } = await questionStatisticsReport(
    await requireActor(request),
    {
      course: requireParam(params, "course"),
      quiz: requireParam(params, "quiz"),
      version: requireParam(params, "version"),
      attempts: countedIn(request.url),
    },
    i18nFor(languageOf(request)),
  );
  const file = requireParam(params, "file");
  const table = [itemTable, optionTable].find(({ id }) => `${id}.csv` === file);
  if (!table) throw new NotFoundError();
  return new Response(toCsv(table), { headers: csvHeaders(table.id) });
});
