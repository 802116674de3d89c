import { requireActor } from "#app/identity/session.server.ts";
import { listOutbox } from "#app/notifications/outbox.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { outboxTable } from "#app/reporting/outbox-table.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request }) => {
  const mails = await listOutbox(await requireActor(request));
  return new Response(toCsv(outboxTable(i18nFor(languageOf(request)), mails)), {
    headers: csvHeaders("mails"),
  });
});
