import type { Request, Response } from "express";
import { z } from "zod";

import type { Cmi5Access } from "#app/players/cmi5-access.server.ts";
import {
  findStatement,
  listStatements,
  type StatementFilter,
  type StoredStatement,
} from "#app/players/statement-store.server.ts";
import { XapiRefusal } from "#app/players/xapi-refusal.ts";
import { clock } from "#app/platform/clock.ts";

const mostAtOnce = 100;
const moment = z.iso.datetime({ offset: true, local: true }).transform((text) => new Date(text));
const flag = z.enum(["true", "false"]).default("false");

const one = z.strictObject({
  statementId: z.uuid().optional(),
  voidedStatementId: z.uuid().optional(),
  format: z.enum(["ids", "exact", "canonical"]).default("exact"),
  attachments: z.literal("false").optional(),
});

const many = z.strictObject({
  agent: z.string().optional(),
  verb: z.string().optional(),
  activity: z.string().optional(),
  registration: z.string().optional(),
  related_activities: flag,
  related_agents: flag,
  since: moment.optional(),
  until: moment.optional(),
  limit: z.coerce.number().int().nonnegative().default(0),
  ascending: flag,
  format: z.enum(["ids", "exact", "canonical"]).default("exact"),
  attachments: z.literal("false").optional(),
  /** Of ours, in `more`: the position after which it goes on. */
  after: z.coerce.bigint().optional(),
});

/** `GET /xapi/statements` (xAPI 1.0.3 part three, 2.1.3). */
export async function answerStatements(request: Request, response: Response) {
  const { registration, isTryout } = response.locals.access as Cmi5Access;
  response.set("X-Experience-API-Consistent-Through", clock.now().toISOString());
  if (request.query.statementId !== undefined || request.query.voidedStatementId !== undefined) {
    const { statementId, voidedStatementId } = one.parse(request.query);
    if (statementId && voidedStatementId) throw new XapiRefusal(400, "ask for one statement at a time");
    const id = statementId ?? (voidedStatementId as string);
    const statement = await findStatement(registration, id, { isVoided: statementId === undefined });
    if (!statement) throw new XapiRefusal(404, "this registration has no such statement");
    return response.set("Last-Modified", new Date(statement.stored).toUTCString()).json(statement);
  }
  const asked = many.parse(request.query);
  if (asked.registration !== undefined && asked.registration.toLowerCase() !== registration.id) {
    throw new XapiRefusal(403, "the token is for another registration");
  }
  if (isTryout || !isAboutLearner(asked.agent, response)) return response.json({ statements: [], more: "" });
  const { statements, next } = await listStatements(registration, filterOf(asked));
  const isIds = asked.format === "ids";
  return response.json({
    statements: isIds ? statements.map(withIdsOnly) : statements,
    more: next === null ? "" : moreAddress(request, next),
  });
}

function filterOf(asked: z.infer<typeof many>): StatementFilter {
  return {
    verb: asked.verb,
    activity: asked.activity,
    isRelatedActivities: asked.related_activities === "true",
    since: asked.since,
    until: asked.until,
    isAscending: asked.ascending === "true",
    limit: asked.limit === 0 ? mostAtOnce : Math.min(asked.limit, mostAtOnce),
    after: asked.after,
  };
}

function isAboutLearner(agent: string | undefined, response: Response): boolean {
  if (agent === undefined) return true;
  const { account } = (response.locals.access as Cmi5Access).registration;
  const named = accountIn(agent);
  return named?.homePage === account.homePage && named.name === account.name;
}

/** The account in a parameter "agent". Throws XapiRefusal when it is no JSON object. */
export function accountIn(agent: string) {
  try {
    return z
      .object({ account: z.object({ homePage: z.string(), name: z.string() }).optional() })
      .parse(JSON.parse(agent)).account;
  } catch {
    throw new XapiRefusal(400, "agent must be a JSON object that identifies an agent");
  }
}

function withIdsOnly(statement: StoredStatement): unknown {
  const { object, verb, ...rest } = statement;
  return {
    ...rest,
    verb: { id: verb.id },
    object: "definition" in object ? { objectType: object.objectType, id: object.id } : object,
  };
}

function moreAddress({ originalUrl }: Request, next: bigint): string {
  const address = new URL(originalUrl, "http://content");
  address.searchParams.set("after", String(next));
  return address.pathname + address.search;
}
