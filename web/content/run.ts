import express, { type NextFunction, type Request, type Response, Router } from "express";

import { recordDeliveries, recordRun } from "#app/certification/learner-steps.server.ts";
import { log } from "#app/platform/log.server.ts";
import { bootOf } from "#app/players/boot.server.ts";
import { maxDeliveriesBody, maxRecordsBody } from "#app/players/run-limits.ts";
import type { RecordsAnswer } from "#app/players/run-record.ts";

/**
 * The run-time endpoints. Every answer is JSON and none ever leads elsewhere: a player that takes a page of some other
 * kind for "stored" loses data. Bodies are read whatever their type is called: a beacon's is text/plain.
 */
export function runRoutes(): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.get("/run/:token/boot", (request, response, next) => void boot(request, response).catch(next));
  router.post(
    "/run/deliveries",
    bytes(maxDeliveriesBody),
    (request, response, next) => void deliveries(request, response).catch(next),
  );
  router.post(
    "/run/:token/records",
    bytes(maxRecordsBody),
    (request, response, next) => void records(request, response).catch(next),
  );
  router.use(refuse);
  return router;
}

const bootStatus = { unknown: 404, expired: 401, superseded: 409 } as const;

async function boot(request: Request, response: Response) {
  const answer = await bootOf(request.params.token ?? "");
  if (answer.kind === "boot") response.json(answer.boot);
  else response.status(bootStatus[answer.reason]).json({ result: false, reason: answer.reason });
}

const recordsStatus = {
  expired: 401,
  superseded: 409,
  full: 413,
  malformed: 400,
  unknown: 404,
  failed: 500,
} as const;

async function records(request: Request, response: Response) {
  const answer = await recordRun(request.params.token ?? "", textOf(request));
  response.status(answer.reason ? recordsStatus[answer.reason] : 200).json(answer);
}

async function deliveries(request: Request, response: Response) {
  const answer = await recordDeliveries(textOf(request));
  if (answer) response.json(answer);
  else response.status(400).json({ launches: [] });
}

function bytes(limit: number) {
  return express.raw({ type: () => true, limit });
}

function textOf({ body }: Request): string {
  return Buffer.isBuffer(body) ? body.toString("utf8") : "";
}

/** Too long, cut off or unreadable bodies, and our own mistakes. Four parameters: that is how Express knows it. */
function refuse(error: unknown, _request: Request, response: Response, _next: NextFunction) {
  const { status = 500 } = error as { status?: number };
  if (status >= 500) log.error({ err: error }, "run-time request failed");
  const answer: RecordsAnswer = {
    result: false,
    stored: [],
    reason: status >= 500 ? "failed" : "malformed",
  };
  response.status(status).json(answer);
}
