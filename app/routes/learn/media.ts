import { findMedia } from "#app/assessment/question-media.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { mediaResponse } from "#app/platform/media-response.server.ts";

/** Pictures of lessons, and what questions show and play. */
export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return mediaResponse(request, await findMedia(actor, requireParam(params, "sha256")));
});
