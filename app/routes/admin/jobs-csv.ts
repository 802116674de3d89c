import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { jobQueues } from "#app/reporting/job-queues.server.ts";
import { failureTable, queueTable } from "#app/reporting/job-tables.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const { queues } = await jobQueues(await requireActor(request));
  const i18n = i18nFor(languageOf(request));
  const name = requireParam(params, "file").replace(/\.csv$/, "");
  const table = [queueTable(i18n, queues), failureTable(i18n, queues)].find(({ id }) => id === name);
  if (!table) throw new NotFoundError();
  return new Response(toCsv(table), { headers: csvHeaders(name) });
});
