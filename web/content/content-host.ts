import type { RequestHandler } from "express";

import { env } from "#app/platform/env.server.ts";

/**
 * Two sites in one process: what is asked for under the host name of CONTENT_ORIGIN goes to `content` and never to the
 * site, and the other way round. Behind a proxy it is the name that the browser used (X-Forwarded-Host).
 */
export function onContentHost(content: RequestHandler): RequestHandler {
  const { hostname } = new URL(env().CONTENT_ORIGIN);
  return (request, response, next) => {
    if (request.hostname?.toLowerCase() === hostname) content(request, response, next);
    else next();
  };
}
