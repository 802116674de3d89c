import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { keyedHash } from "#app/platform/secret.server.ts";
import type { RunAttempt, RunLaunch } from "#prisma/generated/client.ts";

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

/** The key that seals a launch's records in the browser. */
export async function sealKeyOf(launchId: string): Promise<Buffer> {
  return keyedHash("seal-key", launchId);
}

/** A learner as packages know her: the same in all launches of a course, and nobody else can tell whose it is. */
export async function opaqueLearnerId(enrolmentId: string): Promise<string> {
  return (await keyedHash("learner-id", enrolmentId)).toString("hex", 0, 16);
}
