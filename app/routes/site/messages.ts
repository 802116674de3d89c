import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { messagesFile } from "#app/platform/messages.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const file = messagesFile(`${requireParam(params, "language")}/${requireParam(params, "bundle")}`);
  if (!file) throw new NotFoundError();
  const isBrotli = /\bbr\b/.test(request.headers.get("Accept-Encoding") ?? "");
  return new Response(isBrotli ? Buffer.from(file.brotli) : file.json, {
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
      ...(isBrotli ? { "Content-Encoding": "br" } : {}),
    },
  });
});
