import { exportCourse } from "#app/authoring/export/course-export.server.ts";
import { exportFormats } from "#app/authoring/export/export-formats.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { isLanguage } from "#app/platform/languages.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const format = exportFormats.find((one) => one === params.format);
  if (!format || !isLanguage(params.language)) throw new NotFoundError();
  const { bytes, contentType, fileName } = await exportCourse(actor, course, format, params.language);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
});
