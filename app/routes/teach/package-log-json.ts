import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, jsonFile, requireParam } from "#app/platform/http.server.ts";
import { placeAt } from "#app/players/place.ts";
import { runLogExport } from "#app/players/run-log.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const place = placeAt(requireParam(params, "course"), requireParam(params, "activity"));
  const enrolmentId = requireParam(params, "enrolment");
  const number = Number(requireParam(params, "number"));
  return jsonFile("log", await runLogExport(await requireActor(request), { place, enrolmentId, number }));
});
