import { quizStatus } from "#app/assessment/quiz-status.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { attemptTable } from "#app/reporting/attempt-table.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const language = languageOf(request);
  const quiz = await quizStatus(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    language,
  );
  return new Response(toCsv(attemptTable(i18nFor(language), quiz)), { headers: csvHeaders("attempts") });
});
