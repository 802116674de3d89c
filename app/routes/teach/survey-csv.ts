import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { courseResults } from "#app/reporting/course-results.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const { surveyTable } = await courseResults(actor, course, i18nFor(languageOf(request)));
  return new Response(toCsv(surveyTable), { headers: csvHeaders("survey") });
});
