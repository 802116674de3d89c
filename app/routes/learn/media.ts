import { requireActor } from "#app/identity/session.server.ts";
import { readMedia } from "#app/library/media.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const { contentType, bytes } = await readMedia(await requireActor(request), requireParam(params, "sha256"));
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": contentType,
      "Cache-Control": "private, max-age=31536000, immutable",
      // An SVG opened by itself may hold script.
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
