import { findUpload } from "#app/assessment/question-media.server.ts";
import { requireStaff } from "#app/assessment/bank.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { mediaResponse } from "#app/platform/media-response.server.ts";

/** A file that was sent with a question's form and is not saved yet. */
export const loader = endpoint(async ({ request, params }) => {
  requireStaff(await requireActor(request));
  return mediaResponse(request, await findUpload(requireParam(params, "token")));
});
