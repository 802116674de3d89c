import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { overview } from "#app/reporting/overview.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { tables } = await overview(actor, i18nFor(languageOf(request)));
  const name = requireParam(params, "file").replace(/\.csv$/, "");
  const table = tables.find(({ id }) => id === name);
  if (!table) throw new NotFoundError();
  return new Response(toCsv(table), { headers: csvHeaders(name) });
});
