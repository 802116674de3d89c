import { certificateFile } from "#app/certification/certificate.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const pdf = await certificateFile(await requireActor(request), requireParam(params, "course"));
  return new Response(Buffer.from(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'attachment; filename="certificate.pdf"',
      "Cache-Control": "no-store",
    },
  });
});
