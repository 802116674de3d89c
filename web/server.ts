import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import helmet from "helmet";
import sirv, { type Options } from "sirv";

import { seconds } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";

import { onContentHost } from "./content/content-host.ts";
import { contentSite } from "./content/content-site.ts";
import { health } from "./health.ts";
import { refuseOtherOrigins } from "./origin.ts";
import { cutOffSlowRequests, longestUpload } from "./slow-requests.ts";
import { stayAway } from "./stay-away.ts";
import { uploads } from "./uploads.ts";

/**
 * How long a connection stays open without a request: longer than proxies keep theirs (mostly a minute), and than a
 * learner thinks about a question. With Node's five seconds answers meet connections that are just being closed.
 */
const longestIdle = seconds(75);

/** The folder of the build, which every process of ours is started beside. */
const built = join(process.cwd(), "build");
/** All the cookies a browser keeps for a host: a package that sets them would shut out every learner of that browser. */
const largestHeaders = 1_048_576;

/** Starts the HTTP server and resolves when it listens; SIGTERM and SIGINT end it after the requests under way. */
export async function serve(): Promise<void> {
  const build = (await import(pathToFileURL(join(built, "server/index.js")).href)) as ServerBuild;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env().TRUST_PROXY);
  app.use(cutOffSlowRequests);
  app.get("/health", health);
  app.use(onContentHost(contentSite()));
  const client = join(built, "client");
  app.use("/assets", sirv(join(client, "assets"), { ...files, immutable: true, maxAge: 31_536_000 }));
  if (existsSync(client)) app.use(sirv(client, { ...files, maxAge: 3600, etag: true }));
  app.use(assignNonce, headersFor(securityHeaders()));
  app.use(refuseOtherOrigins, uploads(), stayAway(), compression());
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: env().NODE_ENV,
      getLoadContext: (request, response) => ({
        nonce: response.locals.nonce as string,
        /** Of the caller, as far as TRUST_PROXY says; for rate limits only, never stored. */
        address: request.ip ?? "unknown",
      }),
    }),
  );

  const server = createServer({ maxHeaderSize: largestHeaders }, app).listen(env().PORT, env().HOST, () =>
    log.info({ address: `http://${env().HOST}:${env().PORT}`, origin: env().APP_ORIGIN }, "web is listening"),
  );
  server.requestTimeout = longestUpload;
  server.keepAliveTimeout = longestIdle;
  server.on("error", (error) => {
    log.error({ err: error }, "web cannot listen");
    process.exit(1);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), seconds(5)).unref();
    });
  }
}

/** Files need few of the headers that pages need; on a cold page the others would weigh more than many of the files. */
const files: Options = {
  brotli: true,
  gzip: true,
  setHeaders: setFileHeaders,
};

function setFileHeaders(response: ServerResponse, path = "") {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  if (isWorker.test(path)) response.setHeader("Content-Security-Policy", workerPolicy);
}

/** The tools' workers (app/tools), as they are called after the build. */
const isWorker = /-worker-[\w-]+\.js$/;

/** A worker is under the policy of its own file, not of its page. These hold people's files, and may not send anything. */
const workerPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'";

/** What a page's script fetches as data is no document: for it, as for files, few headers are enough. */
function headersFor(ofPages: express.RequestHandler): express.RequestHandler {
  return (request, response, next) => {
    if (!/^\/(messages\/|__manifest$)/.test(request.path)) return ofPages(request, response, next);
    setFileHeaders(response);
    next();
  };
}

function assignNonce(_request: express.Request, response: express.Response, next: express.NextFunction) {
  response.locals.nonce = randomBytes(16).toString("base64url");
  next();
}

function securityHeaders() {
  const isHttps = env().APP_ORIGIN.startsWith("https:");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [
          "'self'",
          (_request, response) => `'nonce-${(response as express.Response).locals.nonce}'`,
        ],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        mediaSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameSrc: [env().CONTENT_ORIGIN],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps,
    crossOriginEmbedderPolicy: false,
    // "same-origin" would cut the player's frame off from the windows that its package opens; this, too, cuts us off from
    // whoever opens us.
    crossOriginOpenerPolicy: { policy: "same-origin-allow-popups" },
    // Nothing to other sites. "no-referrer" would also hide Origin from our own forms, which refuseOtherOrigins needs.
    referrerPolicy: { policy: "same-origin" },
  });
}
