import type { Actor } from "#app/identity/actor.ts";
import { requireGoingOn } from "#app/learning/enrolment.server.ts";
import { markStarted } from "#app/learning/progress.server.ts";
import { after, clock, minutes } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";
import { keyedHash } from "#app/platform/secret.server.ts";
import type { RunAttempt } from "#prisma/generated/client.ts";

import { closeAttempts } from "./attempt-close.server.ts";
import type { LaunchMode } from "./boot.ts";
import { newLaunchToken } from "./launch-token.server.ts";
import { packageAt, type PlacedPackage } from "./package-place.server.ts";
import type { LaunchPlace } from "./place.ts";

const tokenLife = minutes(15);
/** A page renews its launch every minute; one that was not heard of for longer is gone. */
const heardOfWithin = minutes(2);

export type OpenedLaunch = {
  kind: "opened";
  launchId: string;
  token: string;
  shellUrl: string;
  expiresAt: Date;
  mode: LaunchMode;
  attemptNumber: number;
  /** Stable for an attempt and opaque: when it differs, what the last package left in the browser must go. */
  registrationKey: string;
  isOutsideAllowed: boolean;
};

export type LaunchWish = {
  /**
   * Number of the attempt to begin, null to go on with the one under way. A number and not a yes, so that a request
   * whose answer was lost begins one attempt however often it is repeated.
   */
  newAttempt: number | null;
  isTakeOver: boolean;
  language: Language;
};

/**
 * Opens the player: goes on with the attempt under way, or begins one. Answers `busy` while another window plays it,
 * unless the learner takes over; what that window still sends is kept. Throws NotFoundError, or ConflictError when
 * others come first or no attempt is left.
 */
export async function openLaunch(
  actor: Actor,
  place: LaunchPlace,
  wish: LaunchWish,
): Promise<OpenedLaunch | { kind: "busy"; lastSeenAt: Date }> {
  const { token, tokenHash } = newLaunchToken();
  const launch = await db.$transaction(async (tx) => {
    const placed = await packageAt(actor, place, tx);
    // Two windows that open at once come one after the other.
    await tx.$queryRaw`SELECT id FROM enrolment WHERE id = ${placed.enrolment.id} FOR NO KEY UPDATE`;
    const attempts = await attemptsAt(tx, placed, place.activityId);
    const running = await runningLaunch(tx, attempts);
    if (running && !wish.isTakeOver) return { kind: "busy" as const, lastSeenAt: running.lastSeenAt };
    const attempt = await attemptToPlay(tx, placed, place.activityId, attempts, wish.newAttempt);
    if (placed.activity) await markStarted(tx, placed.enrolment.id, place.activityId);
    return {
      kind: "opened" as const,
      attempt,
      ...(await startLaunch(tx, attempt, tokenHash, wish.language)),
    };
  });
  if (launch.kind === "busy") return launch;
  const { attempt, launchId, expiresAt, mode } = launch;
  const { isOutsideAllowed } = await db.packageVersion.findUniqueOrThrow({
    where: { id: attempt.packageVersionId },
    select: { isOutsideAllowed: true },
  });
  return {
    kind: "opened",
    launchId,
    token,
    shellUrl: shellUrl(token),
    expiresAt,
    mode,
    attemptNumber: attempt.number,
    registrationKey: await registrationKey(attempt.id),
    isOutsideAllowed,
  };
}

/** Address of the player's shell for a launch or try-out. */
export function shellUrl(token: string): string {
  return `${env().CONTENT_ORIGIN}/shell/${token}`;
}

export async function registrationKey(registration: string): Promise<string> {
  return (await keyedHash("registration-key", registration)).toString("base64url", 0, 16);
}

async function attemptsAt(
  tx: Transaction,
  { enrolment, packageName }: PlacedPackage,
  activityId: string,
): Promise<RunAttempt[]> {
  // Records that come now take the attempt first and its launches then; in another order two would wait for each other.
  await tx.$queryRaw`
    SELECT id FROM run_attempt
    WHERE enrolment_id = ${enrolment.id} AND activity_id = ${activityId} AND package_name = ${packageName}
    ORDER BY number FOR NO KEY UPDATE`;
  return tx.runAttempt.findMany({
    where: { enrolmentId: enrolment.id, activityId, packageName },
    orderBy: { number: "asc" },
  });
}

async function runningLaunch(tx: Transaction, attempts: RunAttempt[]) {
  return tx.runLaunch.findFirst({
    where: {
      attemptId: { in: attempts.map(({ id }) => id) },
      endedAt: null,
      supersededAt: null,
      lastSeenAt: { gt: after(-heardOfWithin) },
    },
    orderBy: { lastSeenAt: "desc" },
  });
}

async function attemptToPlay(
  tx: Transaction,
  { enrolment, activity, packageName, current }: PlacedPackage,
  activityId: string,
  attempts: RunAttempt[],
  newAttempt: number | null,
): Promise<RunAttempt> {
  const last = attempts.at(-1);
  const number = attempts.length + 1;
  if (last && !last.closedAt && newAttempt !== number) return last;
  requireGoingOn(enrolment);
  // Those at an earlier version of the package were ended by a trainer.
  const counted = attempts.filter(({ packageVersionId }) => packageVersionId === current.id);
  if (activity?.attempts !== undefined && counted.length >= activity.attempts) {
    throw new ConflictError("player.noAttemptLeft");
  }
  await closeAttempts(tx, [enrolment.id], [activityId], packageName);
  return tx.runAttempt.create({
    data: {
      id: newId(),
      enrolmentId: enrolment.id,
      activityId,
      packageName,
      packageVersionId: current.id,
      number,
      startedAt: clock.now(),
    },
  });
}

async function startLaunch(tx: Transaction, attempt: RunAttempt, tokenHash: string, language: Language) {
  const now = clock.now();
  const earlier = { attemptId: attempt.id };
  await tx.runLaunch.updateMany({
    where: { ...earlier, supersededAt: null },
    data: { supersededAt: now },
  });
  const mode: LaunchMode = isOver(attempt) ? "review" : "normal";
  const launch = await tx.runLaunch.create({
    data: {
      id: newId(),
      attemptId: attempt.id,
      number: (await tx.runLaunch.count({ where: earlier })) + 1,
      tokenHash,
      mode,
      language,
      startedAt: now,
      expiresAt: after(tokenLife, now),
      lastSeenAt: now,
    },
  });
  return { launchId: launch.id, expiresAt: launch.expiresAt, mode };
}

/** Nothing is left to do: the rule is met, and by the package's own word as well. Until then, what is done counts. */
export function isOver({ completedAt, completion }: Pick<RunAttempt, "completedAt" | "completion">): boolean {
  return completedAt !== null && completion === "completed";
}

/** Keeps a launch going for another quarter of an hour. Throws NotFoundError when it is not the actor's. */
export async function renewLaunch(
  actor: Actor,
  launchId: string,
): Promise<{ expiresAt: Date; isSuperseded: boolean }> {
  const { supersededAt } = await launchOf(actor, launchId);
  const { expiresAt } = await db.runLaunch.update({
    where: { id: launchId },
    data: { expiresAt: after(tokenLife), lastSeenAt: clock.now(), endedAt: null },
  });
  return { expiresAt, isSuperseded: supersededAt !== null };
}

/** Notes that the player was closed. What it could not send yet is taken all the same. */
export async function endLaunch(actor: Actor, launchId: string): Promise<void> {
  await launchOf(actor, launchId);
  await db.runLaunch.updateMany({ where: { id: launchId, endedAt: null }, data: { endedAt: clock.now() } });
}

async function launchOf(actor: Actor, launchId: string) {
  const launch = await db.runLaunch.findFirst({
    where: { id: launchId, attempt: { enrolment: { userId: actor.id } } },
    select: { supersededAt: true },
  });
  if (!launch) throw new NotFoundError();
  return launch;
}
