import { Readable } from "node:stream";

import { exportTranslation } from "#app/authoring/workbench-export.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, privateDownload, requireParam } from "#app/platform/http.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { fileName, text } = await exportTranslation(
    actor,
    requireParam(params, "course"),
    requireParam(params, "language"),
  );
  return privateDownload({
    name: fileName,
    contentType: "application/xliff+xml",
    content: Readable.from([Buffer.from(text)]),
  });
});
