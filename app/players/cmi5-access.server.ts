import { createHash, randomBytes } from "node:crypto";

import { z } from "zod";

import { activitiesOf } from "#app/library/package-activities.ts";
import type { Cmi5Node, PackageStructure } from "#app/library/package-structure.ts";
import { getPackageVersion } from "#app/library/stored-package.server.ts";
import { after, clock, days, minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { openSigned, signed } from "#app/platform/secret.server.ts";

import { accountOf, activityIri } from "./activity-iri.server.ts";
import type { Cmi5LaunchMode } from "./cmi5-statement.ts";
import { opaqueLearnerId } from "./run-launch.server.ts";
import type { Registration } from "./statement-store.server.ts";

/** What an AU's token stands for: one session of one AU. In a try-out nothing of it is stored. */
export type Cmi5Access = {
  sessionId: string;
  registration: Registration;
  packageVersionId: string;
  node: Cmi5Node;
  activityIri: string;
  launchMode: Cmi5LaunchMode;
  language: string;
  isTryout: boolean;
};

export type Cmi5Structure = Extract<PackageStructure, { standard: "cmi5" }>;

/** No sitting is longer. An AU cannot ask for another token, so a laptop that sleeps over a weekend must not end it. */
const sessionLife = days(7);
/** An AU may store its bookmark just after it has said "terminated". */
const graceAfterEnd = minutes(1);

const tryoutSecret = "cmi5-tryout";
const tryoutPrefix = "tryout:";
const tryoutStatement = z.object({
  packageVersionId: z.string(),
  actorId: z.string(),
  language: z.string(),
  sessionId: z.string(),
  node: z.string(),
  expiresAt: z.number(),
});

/** A token as Basic authentication wants it: "<user>:<password>" in Base64. */
function newToken(user: string): string {
  return Buffer.from(`${user}:${randomBytes(32).toString("base64url")}`).toString("base64");
}

export function tokenHashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The token of a session in a try-out: it says itself what it stands for. */
export async function tryoutSessionToken(statement: z.infer<typeof tryoutStatement>): Promise<string> {
  const json = JSON.stringify(tryoutStatement.parse(statement));
  return Buffer.from(tryoutPrefix + (await signed(tryoutSecret, Buffer.from(json)))).toString("base64");
}

/** Gives out a session's token for the token of its fetch address: once (cmi5, 8.2). */
export async function fetchAuthToken(
  fetchToken: string,
): Promise<{ kind: "token"; token: string } | { kind: "used" } | { kind: "unknown" }> {
  if (await openTryoutSession(fetchToken)) return { kind: "token", token: fetchToken };
  const fetchHash = tokenHashOf(fetchToken);
  const session = await db.cmi5Session.findUnique({ where: { fetchHash }, select: { id: true } });
  if (!session) return { kind: "unknown" };
  const token = newToken(session.id);
  const { count } = await db.cmi5Session.updateMany({
    where: { fetchHash, tokenHash: null, endedAt: null },
    data: { tokenHash: tokenHashOf(token) },
  });
  return count === 1 ? { kind: "token", token } : { kind: "used" };
}

/** What a token of `fetchAuthToken` lets an AU do; null when it is none, or its session is over. */
export async function accessOf(token: string): Promise<Cmi5Access | null> {
  const tryout = await openTryoutSession(token);
  if (tryout) return tryoutAccess(tryout);
  const session = await db.cmi5Session.findUnique({
    where: { tokenHash: tokenHashOf(token) },
    include: { launch: true, registration: true },
  });
  if (!session || session.launchedAt < after(-sessionLife)) return null;
  if (session.endedAt && session.endedAt < after(-graceAfterEnd)) return null;
  const { packageVersionId, enrolmentId } = session.registration;
  return {
    ...(await partOf(packageVersionId, session.node)),
    sessionId: session.id,
    registration: {
      id: session.registrationId,
      account: accountOf(await opaqueLearnerId(enrolmentId)),
    },
    launchMode: session.launch.mode === "review" ? "Review" : "Normal",
    language: session.launch.language,
    isTryout: false,
  };
}

async function openTryoutSession(token: string) {
  const text = Buffer.from(token, "base64").toString();
  if (!text.startsWith(tryoutPrefix)) return null;
  const statement = await openSigned(tryoutSecret, text.slice(tryoutPrefix.length));
  const opened = statement && tryoutStatement.parse(JSON.parse(statement.toString()));
  return opened && opened.expiresAt > clock.now().getTime() ? opened : null;
}

async function tryoutAccess(tryout: z.infer<typeof tryoutStatement>): Promise<Cmi5Access> {
  return {
    ...(await partOf(tryout.packageVersionId, tryout.node)),
    sessionId: tryout.sessionId,
    registration: { id: tryout.sessionId, account: accountOf(await opaqueLearnerId(tryout.actorId)) },
    launchMode: "Normal",
    language: tryout.language,
    isTryout: true,
  };
}

async function partOf(packageVersionId: string, key: string) {
  const node = await findNode(packageVersionId, key);
  if (!node) throw new Error(`no AU ${key} in package version ${packageVersionId}`);
  return { packageVersionId, node, activityIri: activityIri(packageVersionId, key) };
}

/** An AU of a package by its key; null when the package is no cmi5 course or has no such AU. */
export async function findNode(packageVersionId: string, key: string): Promise<Cmi5Node | null> {
  const { structure } = await getPackageVersion(packageVersionId);
  if (structure.standard !== "cmi5") return null;
  return structure.nodes.flatMap(activitiesOf).find((node) => node.kind === "au" && node.key === key) ?? null;
}
