import { previewCertificate } from "#app/certification/certificate-preview.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const pdf = await previewCertificate(actor, requireParam(params, "course"), languageOf(request));
  return new Response(Buffer.from(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="certificate-preview.pdf"',
      "Cache-Control": "no-store",
    },
  });
});
