import { remembered } from "#app/library/remembered.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { keyedHash } from "#app/platform/secret.server.ts";
import type { RunAttempt, RunLaunch } from "#prisma/generated/client.ts";

import type { LaunchMode } from "./boot.ts";
import { isTryoutToken, launchTokenHash, openTryoutToken, type Tryout } from "./launch-token.server.ts";

export type LaunchWithAttempt = RunLaunch & { attempt: RunAttempt };

/** What a token in an address of the content origin stands for. */
export type TokenHolder =
  | { kind: "launch"; launch: LaunchWithAttempt; isExpired: boolean; isSuperseded: boolean }
  | { kind: "tryout"; tryout: Tryout }
  | { kind: "unknown" };

export async function holderOf(token: string): Promise<TokenHolder> {
  if (isTryoutToken(token)) {
    const tryout = await openTryoutToken(token);
    return tryout ? { kind: "tryout", tryout } : { kind: "unknown" };
  }
  const launch = await db.runLaunch.findUnique({
    where: { tokenHash: launchTokenHash(token) },
    include: { attempt: true },
  });
  if (!launch) return { kind: "unknown" };
  return {
    kind: "launch",
    launch,
    isExpired: launch.expiresAt <= clock.now(),
    isSuperseded: launch.supersededAt !== null,
  };
}

/** What never changes of a launch. */
export type Launch = {
  id: string;
  number: number;
  mode: LaunchMode;
  attemptId: string;
  enrolmentId: string;
  packageVersionId: string;
};

const launches = new Map<string, Promise<Launch | null>>();
/** More than play at the same time. */
const launchesKept = 5000;

/** The launch of a token, or of an id; null when there is none. A launch that is gone since may still be answered. */
export async function findLaunch(where: { tokenHash: string } | { id: string }): Promise<Launch | null> {
  const key = "id" in where ? where.id : where.tokenHash;
  const launch = await remembered(launches, key, () => loadLaunch(where), launchesKept);
  if (!launch) launches.delete(key);
  return launch;
}

async function loadLaunch(where: { tokenHash: string } | { id: string }): Promise<Launch | null> {
  const launch = await db.runLaunch.findUnique({
    where,
    select: {
      id: true,
      number: true,
      mode: true,
      attempt: { select: { id: true, enrolmentId: true, packageVersionId: true } },
    },
  });
  if (!launch) return null;
  const { id, number, mode, attempt } = launch;
  const { id: attemptId, enrolmentId, packageVersionId } = attempt;
  return { id, number, mode: mode as LaunchMode, attemptId, enrolmentId, packageVersionId };
}

/** The key that seals a launch's records in the browser. */
export async function sealKeyOf(launchId: string): Promise<Buffer> {
  return keyedHash("seal-key", launchId);
}

/** A learner as packages know her: the same in all launches of a course, and nobody else can tell whose it is. */
export async function opaqueLearnerId(enrolmentId: string): Promise<string> {
  return (await keyedHash("learner-id", enrolmentId)).toString("hex", 0, 16);
}
