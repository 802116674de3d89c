import { courseZip } from "#app/authoring/course-zip.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, privateDownload, requireParam } from "#app/platform/http.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { fileName, content } = await courseZip(actor, requireParam(params, "course"));
  return privateDownload({ name: fileName, contentType: "application/zip", content });
});
