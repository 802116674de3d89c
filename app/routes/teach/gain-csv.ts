import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { courseResults } from "#app/reporting/course-results.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const { gainTable } = await courseResults(actor, course, i18nFor(languageOf(request)));
  if (!gainTable) throw new NotFoundError();
  return new Response(toCsv(gainTable), { headers: csvHeaders("gain") });
});
