import { join } from "node:path";

import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import h5p from "h5p-standalone/package.json" with { type: "json" };
import sirv from "sirv";

import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";

import { sendPackageFile } from "./files.ts";
import { commonHeaders } from "./policies.ts";
import { runRoutes } from "./run.ts";
import { playerFolder, sendShell } from "./shell.ts";
import { cmi5Sessions, xapi } from "./xapi.ts";

const h5pFolder = join(process.cwd(), "node_modules/h5p-standalone/dist");

/**
 * The content origin: the player's shell, packages of others, and what they report to. It knows no session and sets no
 * cookie, whatever is asked for.
 */
export function contentSite(): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env().TRUST_PROXY);
  app.use(refuseServiceWorkers, (_request, response, next) => {
    response.set(commonHeaders());
    next();
  });
  app.use("/player", sirv(playerFolder, { ...forEver, dev: env().NODE_ENV !== "production" }));
  app.use(["/h5p", "/run"], compression());
  app.use(`/h5p/${h5p.version}`, sirv(h5pFolder, forEver));
  app.get("/shell/:token", (request, response, next) => void sendShell(request, response).catch(next));
  app.get(
    "/files/:fileToken/*",
    (request, response, next) => void sendPackageFile(request, response).catch(next),
  );
  app.use(cmi5Sessions(), xapi());
  app.use(runRoutes());
  app.use((_request, response) => {
    response.status(404).set("Cache-Control", "no-store").type("text/plain").send("Not found.\n");
  });
  app.use(fail);
  return app;
}

/** What is in these addresses changes with them: a hash of the build, a version. */
const forEver = { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000 };

/** A worker of one package would sit between all others and the server. */
function refuseServiceWorkers(request: Request, response: Response, next: NextFunction) {
  if (request.get("Service-Worker") === undefined) return next();
  response.status(403).type("text/plain").send("Service workers are not allowed here.\n");
}

/** Four parameters: that is how Express knows it. */
function fail(error: unknown, _request: Request, response: Response, _next: NextFunction) {
  const { status = 500 } = error as { status?: number };
  if (status >= 500) log.error({ err: error }, "content request failed");
  if (response.headersSent) response.destroy();
  else response.status(status).type("text/plain").send("Not available.\n");
}
