import { createHash } from "node:crypto";

import express, { type NextFunction, type Request, type Response, Router } from "express";

import { env } from "#app/platform/env.server.ts";
import { safeReturnTo } from "#app/platform/http.server.ts";
import { preferredLanguage, isLanguage } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

/**
 * "Exit this page": `/exit` leads to a neutral site, and until the person says that she wants to go on, no page of
 * ours is shown again on this browser, however it is asked for.
 */
export function stayAway(): Router {
  const router = Router();
  const cookie = { path: "/", sameSite: "lax", secure: env().APP_ORIGIN.startsWith("https:") } as const;
  router.get("/exit", (_request, response) => {
    response
      .cookie("away", "1", cookie)
      .set({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" })
      .redirect(303, env().EXIT_URL);
  });
  router.post("/return", express.urlencoded({ extended: false, limit: "4kb" }), (request, response) => {
    const { returnTo } = request.body as { returnTo?: unknown };
    response.clearCookie("away", cookie).redirect(303, safeReturnTo(returnTo));
  });
  // The list of routes that a page being left may still ask for; it holds nothing of anybody.
  router.get("/__manifest", (_request, _response, next) => next("router"));
  router.get("*", showNothing);
  router.get("/return", (_request, response) => response.redirect(303, "/"));
  return router;
}

const style =
  ":root{color-scheme:light dark}body{font:1.1rem system-ui,sans-serif;margin:4rem 1rem;text-align:center}h1{font-size:1.6rem}button{font:inherit;min-height:2.75rem;padding:.6rem 1.4rem}";
const styleHash = createHash("sha256").update(style).digest("base64");

function showNothing(request: Request, response: Response, next: NextFunction) {
  const cookies = request.get("Cookie") ?? "";
  if (!/(?:^|;\s*)away=1/.test(cookies)) return next();
  const chosen = /(?:^|;\s*)language=([^;]+)/.exec(cookies)?.[1];
  const language = isLanguage(chosen) ? chosen : preferredLanguage(request.get("Accept-Language") ?? null);
  const { t } = i18nFor(language);
  const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const asked = request.originalUrl.replace(/\.data(?=\?|$)/, "");
  const returnTo = asked === "/return" ? "/" : asked;
  response
    .set({
      "Cache-Control": "no-store",
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'`,
    })
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t("site.returnTitle")}</title><style>${style}</style></head><body><main><h1>${t("site.returnTitle")}</h1><form method="post" action="/return"><input type="hidden" name="returnTo" value="${escape(returnTo)}"><button>${t("site.returnYes")}</button></form></main></body></html>`,
    );
}
