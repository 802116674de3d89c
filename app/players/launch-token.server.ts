import { createHash, randomBytes } from "node:crypto";

import { z } from "zod";

import { after, clock, hours } from "#app/platform/clock.ts";
import { type Language, languages } from "#app/platform/languages.ts";
import { openSigned, signed } from "#app/platform/secret.server.ts";

/** A token that stands for one launch; only its hash is stored. */
export function newLaunchToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: launchTokenHash(token) };
}

export function launchTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const tryoutSecret = "tryout-token";
/** Not a sign of base64url, so no launch token looks like this. */
const tryoutPrefix = "tryout.";

const tryout = z.object({
  packageVersionId: z.string(),
  actorId: z.string(),
  language: z.enum(languages.map(({ tag }) => tag)),
  expiresAt: z.number(),
});

export type Tryout = { packageVersionId: string; actorId: string; language: Language; expiresAt: number };

/** A try-out is a statement of ours: nothing of it is stored. Good for two hours. */
export async function newTryoutToken(
  statement: Omit<Tryout, "expiresAt">,
): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = after(hours(2));
  const json = JSON.stringify({ ...statement, expiresAt: expiresAt.getTime() });
  return { token: tryoutPrefix + (await signed(tryoutSecret, Buffer.from(json))), expiresAt };
}

export function isTryoutToken(token: string): boolean {
  return token.startsWith(tryoutPrefix);
}

/** What a try-out token says; null when it is not ours or too old. */
export async function openTryoutToken(token: string): Promise<Tryout | null> {
  const statement = await openSigned(tryoutSecret, token.slice(tryoutPrefix.length));
  if (!isTryoutToken(token) || !statement) return null;
  const opened = tryout.parse(JSON.parse(statement.toString()));
  return opened.expiresAt > clock.now().getTime() ? opened : null;
}
