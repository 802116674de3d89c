import { minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { TooManyRequestsError } from "#app/platform/errors.ts";
import { rateLimit } from "#app/platform/rate-limit.server.ts";

import type { Actor } from "./actor.ts";
import { actorOf, startSession } from "./session.server.ts";
import { isRightPassword } from "./password.server.ts";

const perAccount = rateLimit("sign-in-account", 10, minutes(15));
const perAddress = rateLimit("sign-in-address", 60, minutes(15));

/**
 * Signs a person in; null when e-mail or password is wrong, whichever it is. `address` is the network address, kept
 * only as a counter. Throws TooManyRequestsError after too many tries for one account or from one address.
 */
export async function signIn(
  { email, password }: { email: string; password: string },
  address: string,
): Promise<{ actor: Actor; cookie: string } | null> {
  const account = email.trim().toLowerCase();
  const [isAccountOk, isAddressOk] = await Promise.all([
    perAccount.consume(account),
    perAddress.consume(address),
  ]);
  if (!isAccountOk || !isAddressOk) throw new TooManyRequestsError("account.tooManyTries");
  const user = await db.user.findFirst({ where: { email: account, deactivatedAt: null } });
  const isRight = await isRightPassword(user?.passwordHash ?? null, password);
  if (!user || !isRight) return null;
  await perAccount.reset(account);
  return { actor: actorOf(user), cookie: await startSession(user.id) };
}
