import { createHash, randomBytes } from "node:crypto";

import { after, clock, days, hours } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { AccountTokenKind } from "#prisma/generated/enums.ts";

const links = {
  setup: { path: "setup", lifetime: days(7) },
  invitation: { path: "invitations", lifetime: days(30) },
  password_reset: { path: "password-reset", lifetime: hours(1) },
} as const;

/**
 * Makes a one-time link and returns its address; earlier links of the kind for this person stop working. Only the
 * hash is stored.
 */
export async function makeLink(
  tx: Transaction,
  kind: AccountTokenKind,
  userId: string | null,
): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await tx.accountToken.deleteMany({ where: { kind, userId } });
  await tx.accountToken.create({
    data: { tokenHash: hashOf(token), kind, userId, expiresAt: after(links[kind].lifetime) },
  });
  return `${env().APP_ORIGIN}/${links[kind].path}/${token}`;
}

/** What a link is for, or null when it is unknown, used or too old. */
export async function findToken(kind: AccountTokenKind, token: string, client: Transaction = db) {
  return client.accountToken.findFirst({
    where: { tokenHash: hashOf(token), kind, expiresAt: { gt: clock.now() } },
    include: { user: true },
  });
}

/** Uses a link up; false when somebody else was faster. */
export async function useToken(tx: Transaction, token: string): Promise<boolean> {
  const { count } = await tx.accountToken.deleteMany({ where: { tokenHash: hashOf(token) } });
  return count === 1;
}

export async function deleteExpiredTokens(): Promise<void> {
  await db.accountToken.deleteMany({ where: { expiresAt: { lte: clock.now() } } });
}

function hashOf(token: string) {
  return createHash("sha256").update(token).digest("hex");
}
