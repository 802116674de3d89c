import { requireActor } from "#app/identity/session.server.ts";
import { hearOfPage } from "#app/learning/minimum-time.server.ts";
import { jsonEndpoint, requireParam } from "#app/platform/http.server.ts";

/** A page with a minimum time says that it is still in view. */
export const action = jsonEndpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return hearOfPage(actor, requireParam(params, "course"), requireParam(params, "activity"));
});
