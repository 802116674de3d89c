import { z } from "zod";

import { requireActor } from "#app/identity/session.server.ts";
import { jsonEndpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { openLaunch } from "#app/players/launch.server.ts";
import { placeAt } from "#app/players/place.ts";

/** Without a word of it, the attempt under way is gone on with. */
const launchWish = z
  .object({ newAttempt: z.number().int().nullable(), isTakeOver: z.boolean() })
  .catch({ newAttempt: null, isTakeOver: false });

/** Opens the player, for the script of the player's page. */
export const action = jsonEndpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const place = placeAt(requireParam(params, "course"), requireParam(params, "activity"));
  const wish = launchWish.parse(await request.json().catch(() => null));
  return openLaunch(actor, place, { ...wish, language: languageOf(request) });
});
