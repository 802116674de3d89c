import { db } from "#app/platform/db.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";

import type { Actor } from "./actor.ts";
import { actorOf } from "./session.server.ts";

/** The person for whom a job does what she asked for. Throws ForbiddenError when her account is closed by now. */
export async function requireActingPerson(userId: string): Promise<Actor> {
  const user = await db.user.findFirst({ where: { id: userId, deactivatedAt: null } });
  if (!user) throw new ForbiddenError();
  return actorOf(user);
}
