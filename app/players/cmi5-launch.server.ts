import { randomBytes } from "node:crypto";

import type { Cmi5Node } from "#app/library/package-structure.ts";
import { clock } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { newId } from "#app/platform/id.ts";
import type { Cmi5Session } from "#prisma/generated/client.ts";

import { accountOf, activityIri } from "./activity-iri.server.ts";
import { findNode, tokenHashOf, tryoutSessionToken } from "./cmi5-access.server.ts";
import { type Cmi5LaunchMode, cmi5Extensions, cmi5Verbs } from "./cmi5-statement.ts";
import { lmsStatement, writeSatisfied } from "./cmi5-statements.server.ts";
import type { Tryout } from "./launch-token.server.ts";
import { holderOf, type LaunchWithAttempt, opaqueLearnerId } from "./run-launch.server.ts";
import { type Registration, storeStatements } from "./statement-store.server.ts";

/**
 * Opens a session of an AU and says "launched" (cmi5, 8.1 and 9.3.1). Answers what the AU's address is called with,
 * without `?`; null when the launch is over or the package has no such AU.
 */
export async function openCmi5Session(token: string, nodeKey: string): Promise<{ query: string } | null> {
  const holder = await holderOf(token);
  if (holder.kind === "unknown") return null;
  if (holder.kind === "tryout") return openTryoutSession(holder.tryout, nodeKey);
  if (holder.isExpired || holder.isSuperseded) return null;
  const { launch } = holder;
  const node = await findNode(launch.attempt.packageVersionId, nodeKey);
  if (!node) return null;
  const registration = {
    id: launch.attemptId,
    account: accountOf(await opaqueLearnerId(launch.attempt.enrolmentId)),
  };
  const fetchToken = randomBytes(32).toString("base64url");
  await db.$transaction(async (tx) => {
    // One window after the other: each abandons what the one before has left open.
    await tx.$queryRaw`SELECT id FROM run_attempt WHERE id = ${registration.id} FOR NO KEY UPDATE`;
    await abandonSessions(tx, registration, launch, nodeKey);
    await startSession(tx, registration, launch, node, fetchToken);
  });
  return { query: queryOf(registration, activityIri(launch.attempt.packageVersionId, nodeKey), fetchToken) };
}

async function openTryoutSession(tryout: Tryout, nodeKey: string) {
  if (!(await findNode(tryout.packageVersionId, nodeKey))) return null;
  const sessionId = newId();
  const registration = { id: sessionId, account: accountOf(await opaqueLearnerId(tryout.actorId)) };
  const token = await tryoutSessionToken({ ...tryout, node: nodeKey, sessionId });
  return { query: queryOf(registration, activityIri(tryout.packageVersionId, nodeKey), token) };
}

function queryOf({ id, account }: Registration, iri: string, fetchToken: string): string {
  return new URLSearchParams({
    endpoint: `${env().CONTENT_ORIGIN}/xapi/`,
    fetch: `${env().CONTENT_ORIGIN}/xapi/fetch/${encodeURIComponent(fetchToken)}`,
    actor: JSON.stringify({ objectType: "Agent", account }),
    registration: id,
    activityId: iri,
  }).toString();
}

async function startSession(
  tx: Transaction,
  registration: Registration,
  launch: LaunchWithAttempt,
  node: Cmi5Node,
  fetchToken: string,
) {
  const sessionId = newId();
  const { packageVersionId } = launch.attempt;
  await tx.cmi5Session.create({
    data: {
      id: sessionId,
      registrationId: registration.id,
      launchId: launch.id,
      node: node.key,
      fetchHash: tokenHashOf(fetchToken),
      launchedAt: clock.now(),
    },
  });
  const launchMode: Cmi5LaunchMode = launch.mode === "review" ? "Review" : "Normal";
  const launched = lmsStatement(
    { sessionId, publisherId: node.id, activityIri: activityIri(packageVersionId, node.key) },
    {
      verb: cmi5Verbs.launched,
      definition: { name: node.title, ...(node.activityType && { type: node.activityType }) },
      extensions: {
        [cmi5Extensions.launchMode]: launchMode,
        [cmi5Extensions.moveOn]: node.moveOn,
        // Without the token that the files are read with: statements may be forwarded to others.
        [cmi5Extensions.launchUrl]: new URL(
          node.launch ?? "",
          `${env().CONTENT_ORIGIN}/files/${packageVersionId}/`,
        ).href,
        ...(node.masteryScore !== null && { [cmi5Extensions.masteryScore]: node.masteryScore }),
        ...(node.launchParameters && { [cmi5Extensions.launchParameters]: node.launchParameters }),
      },
    },
  );
  await storeStatements(tx, registration, [launched]);
  // Rules that ask for nothing are met at once (cmi5, 9.6.1).
  if (launchMode === "Normal") await writeSatisfied(tx, registration, { packageVersionId, sessionId });
}

/** Says "abandoned" for this AU's open sessions and for all of earlier launches (cmi5, 9.3.6). */
async function abandonSessions(
  tx: Transaction,
  registration: Registration,
  launch: LaunchWithAttempt,
  nodeKey: string,
) {
  const open = await tx.cmi5Session.findMany({
    where: {
      registrationId: registration.id,
      endedAt: null,
      OR: [{ node: nodeKey }, { launchId: { not: launch.id } }],
    },
  });
  for (const session of open) await abandon(tx, registration, launch.attempt.packageVersionId, session);
}

async function abandon(
  tx: Transaction,
  registration: Registration,
  packageVersionId: string,
  session: Cmi5Session,
) {
  const node = await findNode(packageVersionId, session.node);
  await tx.cmi5Session.update({ where: { id: session.id }, data: { endedAt: clock.now() } });
  if (!node) return;
  const milliseconds = (session.lastHeardAt ?? session.launchedAt).getTime() - session.launchedAt.getTime();
  const abandoned = lmsStatement(
    { sessionId: session.id, publisherId: node.id, activityIri: activityIri(packageVersionId, node.key) },
    { verb: cmi5Verbs.abandoned, result: { duration: `PT${(milliseconds / 1000).toFixed(2)}S` } },
  );
  await storeStatements(tx, registration, [abandoned]);
}
