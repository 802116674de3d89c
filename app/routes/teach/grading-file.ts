import { gradedFile } from "#app/assessment/grading-page.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, privateDownload, requireParam } from "#app/platform/http.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return privateDownload(
    await gradedFile(actor, requireParam(params, "course"), requireParam(params, "task")),
  );
});
