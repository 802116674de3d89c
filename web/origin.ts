import type { NextFunction, Request, Response } from "express";

import { env } from "#app/platform/env.server.ts";
import { preferredLanguage } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

/**
 * Refuses writes that come from another site (cross-site request forgery). Browsers send Origin with every
 * such request; one without it must at least say by Sec-Fetch-Site that it is our own.
 */
export function refuseOtherOrigins(request: Request, response: Response, next: NextFunction) {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
  const origin = request.get("Origin");
  const isOurs = origin ? origin === env().APP_ORIGIN : request.get("Sec-Fetch-Site") === "same-origin";
  if (isOurs) return next();
  const { t } = i18nFor(preferredLanguage(request.get("Accept-Language") ?? null));
  response
    .status(403)
    .type("text/plain")
    .send(`${t("site.otherSite")}\n`);
}
