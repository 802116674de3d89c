import { requireActor } from "#app/identity/session.server.ts";
import { jsonEndpoint, requireParam } from "#app/platform/http.server.ts";
import { endLaunch } from "#app/players/launch.server.ts";

/** Says that the player was closed; by a beacon of its page, which hears no answer. */
export const action = jsonEndpoint(async ({ request, params }) => {
  await endLaunch(await requireActor(request), requireParam(params, "launch"));
  return {};
});
