import type { Cmi5Node } from "#app/library/package-structure.ts";
import { activitiesOf } from "#app/library/package-activities.ts";
import { getPackageStructure } from "#app/library/stored-package.server.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { activityIri } from "./activity-iri.server.ts";
import { recomputeAttemptIn } from "./attempt-result.server.ts";
import type { Cmi5Access } from "./cmi5-access.server.ts";
import { hasMovedOn } from "./cmi5-result.ts";
import { type Cmi5Session, isCmi5Defined, whyRefused } from "./cmi5-session.ts";
import { activityTypes, cmi5Category, cmi5Extensions, cmi5Verbs } from "./cmi5-statement.ts";
import {
  areStored,
  type NewStatement,
  type Registration,
  statementsOf,
  storeStatements,
} from "./statement-store.server.ts";
import { XapiRefusal } from "./xapi-refusal.ts";
import { activityIriOf, type XapiStatement } from "./xapi-statement.ts";

/**
 * Stores what an AU says, all or none, and works out what the attempt has come to. Throws XapiRefusal with the reason
 * when a statement breaks a rule of cmi5. Saying it again changes nothing.
 */
export async function storeAuStatementsIn(
  tx: Transaction,
  access: Cmi5Access,
  statements: XapiStatement[],
): Promise<{ ids: string[]; isCompletionDue: boolean }> {
  const { registration, node, launchMode } = access;
  requireActor(registration, statements);
  // What may be said once is said once: requests of one attempt come one after the other.
  await tx.$queryRaw`SELECT id FROM run_attempt WHERE id = ${registration.id} FOR NO KEY UPDATE`;
  const given = statements.map(({ id }) => id);
  const isRepeated = await areStored(tx, registration, given);
  const ids = isRepeated
    ? await storeStatements(tx, registration, statements)
    : await storeNewStatements(tx, access, statements);
  if (launchMode !== "Normal") return { ids, isCompletionDue: false };
  return { ids, ...(await recomputeAttemptIn(tx, registration.id, [node.key])) };
}

async function storeNewStatements(
  tx: Transaction,
  access: Cmi5Access,
  statements: XapiStatement[],
): Promise<string[]> {
  const { registration, sessionId } = access;
  const before = await statementsOf(tx, registration.id);
  const said: XapiStatement[] = [];
  for (const statement of statements) {
    const reason = whyRefused(sessionOf(access, [...before, ...said]), statement);
    if (reason) throw new XapiRefusal(403, reason);
    said.push(statement);
  }
  const stored = await storeStatements(tx, registration, statements);
  const isTerminated = said.some(
    (statement) => isCmi5Defined(statement) && statement.verb.id === cmi5Verbs.terminated,
  );
  await tx.cmi5Session.update({
    where: { id: sessionId },
    data: { lastHeardAt: clock.now(), ...(isTerminated && { endedAt: clock.now() }) },
  });
  await writeSatisfied(tx, registration, access);
  return stored;
}

/** In a try-out nothing is stored, so statements are only looked at one by one. */
export function checkTryoutStatements(access: Cmi5Access, statements: XapiStatement[]): string[] {
  requireActor(access.registration, statements);
  return statements.map(({ id }) => id ?? newId());
}

function requireActor({ account }: Registration, statements: XapiStatement[]) {
  for (const { actor } of statements) {
    const given = actor.account;
    if (given?.homePage !== account.homePage || given.name !== account.name) {
      throw new XapiRefusal(403, "the actor must be the one of the launch (cmi5, 9.2)");
    }
  }
}

function sessionOf(access: Cmi5Access, statements: XapiStatement[]): Cmi5Session {
  const { sessionId, registration, activityIri, node, launchMode } = access;
  const lms: string[] = [cmi5Verbs.launched, cmi5Verbs.satisfied];
  const own = statements.filter(
    ({ verb, context }) =>
      context?.extensions?.[cmi5Extensions.sessionId] === sessionId && !lms.includes(verb.id),
  );
  const definedVerbs = (list: XapiStatement[]) => list.filter(isCmi5Defined).map(({ verb }) => verb.id);
  return {
    id: sessionId,
    registrationId: registration.id,
    activityIri,
    node,
    launchMode,
    hasStatements: own.length > 0,
    usedVerbs: definedVerbs(own),
    registrationVerbs: definedVerbs(statements.filter(({ object }) => activityIriOf(object) === activityIri)),
  };
}

/**
 * Says "satisfied" for each block, and for the course, whose AUs have all moved on: once in a registration (cmi5,
 * 9.3.9), with the session that brought it about.
 */
export async function writeSatisfied(
  tx: Transaction,
  registration: Registration,
  { packageVersionId, sessionId }: { packageVersionId: string; sessionId: string },
): Promise<void> {
  const structure = await getPackageStructure(packageVersionId, tx);
  if (structure.standard !== "cmi5") return;
  const statements = await statementsOf(tx, registration.id);
  const said = new Set(
    statements
      .filter(({ verb }) => verb.id === cmi5Verbs.satisfied)
      .map(({ object }) => activityIriOf(object)),
  );
  const iriOf = (key: string) => activityIri(packageVersionId, key);
  const course = {
    iri: activityIri(packageVersionId),
    publisherId: structure.courseId,
    nodes: structure.nodes,
    type: activityTypes.course,
  };
  const blocks = structure.nodes
    .flatMap(activitiesOf)
    .filter(({ kind }) => kind === "block")
    .map((node: Cmi5Node) => ({
      iri: iriOf(node.key),
      publisherId: node.id,
      nodes: node.children,
      type: activityTypes.block,
    }));
  const satisfied = [...blocks, course]
    .filter(({ iri, nodes }) => !said.has(iri) && nodes.every((node) => hasMovedOn(node, statements, iriOf)))
    .map(({ iri, publisherId, type }) =>
      lmsStatement(
        { sessionId, publisherId, activityIri: iri },
        { verb: cmi5Verbs.satisfied, definition: { type } },
      ),
    );
  await storeStatements(tx, registration, satisfied);
}

/** A statement that cmi5 asks of us; the store adds the learner and the registration. */
export function lmsStatement(
  about: { sessionId: string; publisherId: string; activityIri: string },
  said: {
    verb: string;
    definition?: { name?: Record<string, string>; type?: string };
    result?: XapiStatement["result"];
    extensions?: Record<string, unknown>;
  },
): NewStatement {
  return {
    id: newId(),
    verb: { id: said.verb, display: { en: said.verb.slice(said.verb.lastIndexOf("/") + 1) } },
    object: { objectType: "Activity", id: about.activityIri, definition: said.definition },
    result: said.result,
    context: {
      contextActivities: {
        category: [{ objectType: "Activity", id: cmi5Category }],
        grouping: [{ objectType: "Activity", id: about.publisherId }],
      },
      extensions: { ...said.extensions, [cmi5Extensions.sessionId]: about.sessionId },
    },
    timestamp: clock.now().toISOString(),
  };
}
