import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { messagesFile } from "#app/platform/messages.server.ts";

export const loader = endpoint(async ({ params }) => {
  const json = messagesFile(`${requireParam(params, "language")}/${requireParam(params, "bundle")}`);
  if (!json) throw new NotFoundError();
  return new Response(json, {
    headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=31536000, immutable" },
  });
});
