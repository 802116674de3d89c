import type { Actor } from "#app/identity/actor.ts";
import { hashPassword } from "#app/identity/password.server.ts";
import { actorOf } from "#app/identity/session.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Given = Partial<Prisma.UserUncheckedCreateInput>;

export const password = "a password for tests";

const passwordHash = hashPassword(password);

/** A person who has accepted her invitation. */
async function person(given: Given): Promise<Actor> {
  const id = newId();
  const user = await db.user.create({
    data: {
      id,
      email: `${id}@example.org`,
      name: "Ana Primer",
      passwordHash: await passwordHash,
      language: "en",
      jurisdiction: "rs",
      sector: "social-work",
      createdAt: clock.now(),
      ...given,
    },
  });
  return actorOf(user);
}

export const learner = (given: Given = {}) => person({ role: "learner", ...given });
export const trainer = (given: Given = {}) => person({ role: "trainer", ...given });
export const administrator = (given: Given = {}) => person({ role: "administrator", ...given });
