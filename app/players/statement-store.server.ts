import { isDeepStrictEqual } from "node:util";

import { z } from "zod";

import { clock } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { newId } from "#app/platform/id.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import { storableJson } from "./storable-text.ts";
import { XapiRefusal } from "./xapi-refusal.ts";
import { activityIriOf, voidedVerb, type XapiAccount, type XapiStatement } from "./xapi-statement.ts";

/** Whose statements they are: a RunAttempt's id, and the learner as statements know her. */
export type Registration = { id: string; account: XapiAccount };

/** A statement as it comes to the store, which adds whose it is. */
export type NewStatement = Omit<XapiStatement, "actor">;

export type StoredStatement = XapiStatement & { id: string; stored: string; timestamp: string };

/** One registration keeps no more: nobody reads that many, and a package must not fill the disk. */
const maxStatements = 20_000;

/**
 * Stores statements, all or none, and returns their ids. A statement that is there already is left alone; throws
 * XapiRefusal when it says something else or when the store is full. Actor, authority and time of storing are the
 * server's, whatever the statement says.
 */
export async function storeStatements(
  tx: Transaction,
  registration: Registration,
  statements: NewStatement[],
): Promise<string[]> {
  const completed = statements.map((statement) => completeStatement(registration, statement));
  const ids = completed.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new XapiRefusal(400, "two statements have the same id");
  const known = new Map(
    (
      await tx.xapiStatement.findMany({
        where: { registrationId: registration.id, id: { in: ids } },
        select: { id: true, statement: true },
      })
    ).map(({ id, statement }) => [id, statement as unknown as StoredStatement]),
  );
  completed.forEach((statement, index) => {
    const before = known.get(statement.id);
    if (before && !saysTheSame(before, statement, statements[index]?.timestamp !== undefined)) {
      throw new XapiRefusal(409, `a statement with the id ${statement.id} says something else`);
    }
  });
  const fresh = completed.filter(({ id }) => !known.has(id));
  await requireRoom(tx, registration, fresh.length);
  await insert(tx, registration, fresh);
  for (const statement of fresh) await applyVoiding(tx, registration, statement);
  return ids;
}

/** Whether each of these is stored already, so that it may be sent again at any time. */
export async function areStored(tx: Transaction, registration: Registration, ids: (string | undefined)[]) {
  const given = ids.filter((id) => id !== undefined);
  const where = { registrationId: registration.id, id: { in: given } };
  return given.length === ids.length && (await tx.xapiStatement.count({ where })) === new Set(given).size;
}

/** A statement that came as a record of the run-time log; `json` is whatever the content said. */
export type RecordedStatement = { id: string; json: string; launchNumber: number; seq: number };

/**
 * Keeps the statements of H5P content that are about this activity or a part of it, each once however often it
 * arrives. They are not held to every rule of xAPI, which content types often miss: what the content said is not lost.
 */
export async function storeStatementsIn(
  tx: Transaction,
  registration: Registration & { activityIri: string },
  statements: RecordedStatement[],
): Promise<void> {
  const rows = statements.flatMap(({ id, json, launchNumber, seq }) => {
    const said = readRecorded(json, registration.activityIri);
    return said ? [{ ...completeStatement(registration, { ...said, id }), launchNumber, seq }] : [];
  });
  const held = await tx.xapiStatement.count({ where: { registrationId: registration.id } });
  await insert(tx, registration, rows.slice(0, Math.max(0, maxStatements - held)));
}

/** The statements of a registration that count, in the order in which the content made them. */
export async function statementsOf(tx: Transaction, registrationId: string): Promise<StoredStatement[]> {
  const rows = await tx.xapiStatement.findMany({
    where: { registrationId, voidedAt: null },
    orderBy: [{ launchNumber: "asc" }, { seq: "asc" }, { position: "asc" }],
    select: { statement: true },
  });
  return rows.map(({ statement }) => statement as unknown as StoredStatement);
}

/** One statement by its id; null when there is none, or when it is voided and that was not asked for. */
export async function findStatement(
  registration: Registration,
  id: string,
  { isVoided }: { isVoided: boolean },
): Promise<StoredStatement | null> {
  const row = await db.xapiStatement.findFirst({
    where: {
      registrationId: registration.id,
      id: id.toLowerCase(),
      voidedAt: isVoided ? { not: null } : null,
    },
    select: { statement: true },
  });
  return row ? (row.statement as unknown as StoredStatement) : null;
}

export type StatementFilter = {
  verb?: string;
  activity?: string;
  isRelatedActivities: boolean;
  since?: Date;
  until?: Date;
  isAscending: boolean;
  limit: number;
  /** Position of the last statement of the page before. */
  after?: bigint;
};

/** A page of statements, newest first unless `isAscending`; `next` goes into `after` when there are more. */
export async function listStatements(
  registration: Registration,
  filter: StatementFilter,
): Promise<{ statements: StoredStatement[]; next: bigint | null }> {
  const { verb, activity, since, until, isAscending, limit, after } = filter;
  const rows = await db.xapiStatement.findMany({
    where: {
      registrationId: registration.id,
      voidedAt: null,
      verb,
      storedAt: { gt: since, lte: until },
      position: after === undefined ? undefined : isAscending ? { gt: after } : { lt: after },
      ...(activity !== undefined && aboutActivity(activity, filter.isRelatedActivities)),
    },
    orderBy: { position: isAscending ? "asc" : "desc" },
    take: limit + 1,
    select: { statement: true, position: true },
  });
  const page = rows.slice(0, limit);
  return {
    statements: page.map(({ statement }) => statement as unknown as StoredStatement),
    next: rows.length > limit ? (page.at(-1)?.position ?? null) : null,
  };
}

function aboutActivity(activityIri: string, isRelated: boolean): Prisma.XapiStatementWhereInput {
  if (!isRelated) return { activityIri };
  const named = ["parent", "grouping", "category", "other"].map((role) => ({
    statement: { path: ["context", "contextActivities", role], array_contains: [{ id: activityIri }] },
  }));
  return {
    OR: [{ activityIri }, { statement: { path: ["object", "object", "id"], equals: activityIri } }, ...named],
  };
}

function completeStatement(registration: Registration, statement: NewStatement): StoredStatement {
  const now = clock.now().toISOString();
  return {
    ...statement,
    id: statement.id ?? newId(),
    actor: { objectType: "Agent", account: registration.account },
    context: { ...statement.context, registration: registration.id },
    timestamp: statement.timestamp ?? now,
    stored: now,
    authority: { objectType: "Agent", account: { homePage: env().APP_ORIGIN, name: env().SITE_NAME } },
    version: statement.version ?? "1.0.0",
  };
}

function saysTheSame(before: StoredStatement, after: StoredStatement, isTimeGiven: boolean): boolean {
  const said = ({ stored: _, authority: __, version: ___, timestamp, ...rest }: StoredStatement) =>
    JSON.parse(JSON.stringify({ ...rest, timestamp: isTimeGiven ? timestamp : null })) as unknown;
  return isDeepStrictEqual(said(before), storableJson(said(after)));
}

async function requireRoom(tx: Transaction, registration: Registration, count: number) {
  const held = await tx.xapiStatement.count({ where: { registrationId: registration.id } });
  if (held + count > maxStatements)
    throw new XapiRefusal(413, "this registration has no room for more statements");
}

async function insert(
  tx: Transaction,
  registration: Registration,
  statements: (StoredStatement & { launchNumber?: number; seq?: number })[],
) {
  await tx.xapiStatement.createMany({
    data: statements.map(({ launchNumber, seq, ...statement }) => ({
      registrationId: registration.id,
      id: statement.id,
      launchNumber,
      seq,
      storedAt: new Date(statement.stored),
      verb: statement.verb.id,
      activityIri: activityIriOf(statement.object),
      statement: storableJson(statement) as Prisma.InputJsonValue,
    })),
    skipDuplicates: true,
  });
}

/** A voiding statement itself cannot be voided; one that names a statement nobody has voids nothing. */
async function applyVoiding(tx: Transaction, registration: Registration, statement: StoredStatement) {
  if (statement.verb.id !== voidedVerb || !("id" in statement.object)) return;
  await tx.xapiStatement.updateMany({
    where: {
      registrationId: registration.id,
      id: statement.object.id.toLowerCase(),
      verb: { not: voidedVerb },
      voidedAt: null,
    },
    data: { voidedAt: clock.now() },
  });
}

/** What has to be right for a statement to be read at all. */
const recordedStatement = z.looseObject({
  verb: z.looseObject({ id: z.string() }),
  object: z.looseObject({ id: z.string(), definition: z.looseObject({}).optional() }),
  result: z.looseObject({ score: z.looseObject({}).optional() }).optional(),
  context: z.looseObject({ contextActivities: z.looseObject({}).optional() }).optional(),
  timestamp: z.iso.datetime({ offset: true }).optional().catch(undefined),
});

function readRecorded(json: string, activityIri: string): NewStatement | null {
  const said = recordedStatement.safeParse(parseJson(json)).data;
  if (!said) return null;
  const isOurs = said.object.id === activityIri || said.object.id.startsWith(`${activityIri}?subContentId=`);
  return isOurs ? (said as unknown as NewStatement) : null;
}

/** Null members, as of a score that is no number, are left out. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json, (_key, value: unknown) => value ?? undefined) as unknown;
  } catch {
    return null;
  }
}
