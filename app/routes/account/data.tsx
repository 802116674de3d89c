import { requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { personalData } from "#app/reporting/personal-data.server.ts";

export const loader = endpoint(async ({ request }) => {
  const data = await personalData(await requireActor(request));
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="my-data.json"',
      "Cache-Control": "no-store",
    },
  });
});
