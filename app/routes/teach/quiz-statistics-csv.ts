import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { countedIn, quizStatisticsReport } from "#app/reporting/quiz-statistics-report.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const { itemTable } = await quizStatisticsReport(
    await requireActor(request),
    {
      course: requireParam(params, "course"),
      quiz: requireParam(params, "quiz"),
      attempts: countedIn(request.url),
    },
    i18nFor(languageOf(request)),
  );
  return new Response(toCsv(itemTable), { headers: csvHeaders("items") });
});
