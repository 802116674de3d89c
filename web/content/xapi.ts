import express, { type NextFunction, type Request, type Response, Router } from "express";
import { z } from "zod";

import { recordStatements } from "#app/certification/learner-steps.server.ts";
import { accessOf, type Cmi5Access, fetchAuthToken } from "#app/players/cmi5-access.server.ts";
import { returnPath } from "#app/players/cmi5-documents.server.ts";
import { openCmi5Session } from "#app/players/cmi5-launch.server.ts";
import { checkTryoutStatements } from "#app/players/cmi5-statements.server.ts";
import { maxRecordsBody } from "#app/players/run-limits.ts";
import { XapiRefusal } from "#app/players/xapi-refusal.ts";
import { faultOf, type XapiStatement, xapiStatement } from "#app/players/xapi-statement.ts";
import { log } from "#app/platform/log.server.ts";

import { activities, agents, documents } from "./xapi-resources.ts";
import { allow, emptyPagePolicy } from "./policies.ts";
import { answerStatements } from "./xapi-statements.ts";

/**
 * The statement store (xAPI 1.0.3 and 2.0). A token of one session of an AU opens it, for its
 * registration alone; no cookie does, so pages of any origin may call it.
 */
export function xapi(): Router {
  const router = Router();
  router.get(returnPath, (_request, response) => {
    allow(response, emptyPagePolicy(), false);
    response.type("html").send("<!doctype html><title>.</title>");
  });
  router.use("/xapi", allowAnyOrigin);
  router.post("/xapi/fetch/:token", endpoint(giveToken));
  router.get("/xapi/about", (_request, response) => response.json({ version: versions, extensions: {} }));
  router.use("/xapi", body, endpoint(identify));
  router.get("/xapi/statements", endpoint(answerStatements));
  router.put("/xapi/statements", endpoint(putStatement));
  router.post("/xapi/statements", endpoint(postStatements));
  router.get("/xapi/activities", endpoint(activities));
  router.get("/xapi/agents", endpoint(agents));
  router.use("/xapi/activities/state", endpoint(documents("state")));
  router.use("/xapi/activities/profile", endpoint(documents("activity-profile")));
  router.use("/xapi/agents/profile", endpoint(documents("agent-profile")));
  router.use("/xapi", (_request, response) =>
    response.status(404).json({ message: "there is no such resource" }),
  );
  router.use(answerRefusal);
  return router;
}

/** `POST /run/<launch token>/sessions`: the player opens an AU. */
export function cmi5Sessions(): Router {
  return Router().post("/run/:token/sessions", body, endpoint(openSession));
}

const body = express.raw({ type: () => true, limit: maxRecordsBody });

const versions = ["1.0.3", "2.0.0"];

type Handler = (request: Request, response: Response, next: NextFunction) => unknown;

/** Hands what a handler throws, now or later, to `answerRefusal`. */
function endpoint(handler: Handler) {
  return async (request: Request, response: Response, next: NextFunction) => {
    try {
      await handler(request, response, next);
    } catch (error) {
      next(error);
    }
  };
}

function allowAnyOrigin(request: Request, response: Response, next: NextFunction) {
  response.set({
    "Cache-Control": "no-store",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, PUT, POST, DELETE",
    "Access-Control-Allow-Headers":
      "Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version",
    "Access-Control-Expose-Headers":
      "ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through",
    "Access-Control-Max-Age": "3600",
    "X-Experience-API-Version": request.get("X-Experience-API-Version")?.startsWith("2.") ? "2.0.0" : "1.0.3",
  });
  if (request.method === "OPTIONS") response.status(204).end();
  else next();
}

async function openSession(request: Request, response: Response) {
  const asked = z.object({ node: z.string() }).safeParse(jsonOf(request)).data;
  const opened = asked ? await openCmi5Session(request.params.token as string, asked.node) : null;
  response
    .set("Cache-Control", "no-store")
    .status(opened ? 200 : 404)
    .json(opened ?? {});
}

/** Errors are answered with 200 too, as cmi5 asks (8.2.2 and 8.2.3). */
async function giveToken(request: Request, response: Response) {
  const answer = await fetchAuthToken(request.params.token as string);
  if (answer.kind === "token") return response.json({ "auth-token": answer.token });
  return response.json(
    answer.kind === "used"
      ? { "error-code": "1", "error-text": "The token was fetched already, or the session is over." }
      : { "error-code": "2", "error-text": "There is no such session." },
  );
}

async function identify(request: Request, response: Response, next: NextFunction) {
  if (request.query.method !== undefined) {
    throw new XapiRefusal(
      400,
      "the alternate request syntax is not supported; pages may call this from any origin",
    );
  }
  const version = request.get("X-Experience-API-Version");
  if (!version || !/^(?:1\.0(?:\.\d+)?|2\.0\.\d+)$/.test(version)) {
    throw new XapiRefusal(400, "X-Experience-API-Version must be given, as 1.0.x or 2.0.x");
  }
  const [, token] = /^(?:Basic|Bearer) +(\S+)$/i.exec(request.get("Authorization") ?? "") ?? [];
  const access = token ? await accessOf(token) : null;
  if (!access) throw new XapiRefusal(401, "the token is not known, or its session is over");
  response.locals.access = access;
  next();
}

async function putStatement(request: Request, response: Response) {
  const { statementId } = z.object({ statementId: z.uuid() }).parse(request.query);
  const given = jsonOf(request);
  const statement = statementIn({ id: statementId, ...(given as object) }, "statement");
  if (statement.id !== statementId.toLowerCase())
    throw new XapiRefusal(400, "the ids of address and statement differ");
  await store(response, [statement]);
  response.status(204).end();
}

async function postStatements(request: Request, response: Response) {
  const given = jsonOf(request);
  const list = Array.isArray(given) ? given : [given];
  const statements = list.map((one, index) =>
    statementIn(one, Array.isArray(given) ? `[${index}]` : "statement"),
  );
  response.json(await store(response, statements));
}

async function store(response: Response, statements: XapiStatement[]): Promise<string[]> {
  const access = response.locals.access as Cmi5Access;
  return access.isTryout ? checkTryoutStatements(access, statements) : recordStatements(access, statements);
}

function statementIn(given: unknown, name: string): XapiStatement {
  const parsed = xapiStatement.safeParse(given);
  if (!parsed.success) throw new XapiRefusal(400, faultOf(parsed.error, name));
  return parsed.data;
}

function jsonOf(request: Request): unknown {
  if (request.get("Content-Type")?.startsWith("multipart/")) {
    throw new XapiRefusal(400, "attachments are not taken by this store; name them by fileUrl");
  }
  try {
    return JSON.parse((request.body as Buffer).toString()) as unknown;
  } catch {
    throw new XapiRefusal(400, "the body must be JSON");
  }
}

function answerRefusal(error: unknown, request: Request, response: Response, next: NextFunction) {
  if (error instanceof XapiRefusal) {
    if (error.status === 401) response.set("WWW-Authenticate", 'Basic realm="xAPI"');
    response.status(error.status).json({ message: error.message });
  } else if (error instanceof z.ZodError) {
    response.status(400).json({ message: faultOf(error, "parameters") });
  } else if ((error as { type?: string }).type === "entity.too.large") {
    response.status(413).json({ message: "the body is too long" });
  } else if (request.path.startsWith("/xapi/")) {
    log.error({ err: error, method: request.method }, "statement store failed");
    response.status(500).json({ message: "the store failed; try again" });
  } else next(error);
}
