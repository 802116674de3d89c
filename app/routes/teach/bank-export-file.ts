import { exportBank } from "#app/assessment/exchange/bank-export.server.ts";
import { writtenFormats } from "#app/assessment/exchange/losses.ts";
import { mainLanguageOf } from "#app/assessment/completeness.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  const format = writtenFormats.find((one) => one === params.format);
  if (!format) throw new NotFoundError();
  const language = mainLanguageOf(new URL(request.url).searchParams.get("language") ?? languageOf(request));
  const { bytes, contentType, fileName } = await exportBank(actor, bankId, format, language);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
});
