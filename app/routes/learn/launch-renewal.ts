import { requireActor } from "#app/identity/session.server.ts";
import { jsonEndpoint, requireParam } from "#app/platform/http.server.ts";
import { renewLaunch } from "#app/players/launch.server.ts";

/** Keeps a launch going, for the script of the player's page. */
export const action = jsonEndpoint(async ({ request, params }) =>
  renewLaunch(await requireActor(request), requireParam(params, "launch")),
);
