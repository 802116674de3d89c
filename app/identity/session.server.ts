import { createHash } from "node:crypto";

import { type Adapter, Lucia, TimeSpan } from "lucia";

import { clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { UnauthenticatedError } from "#app/platform/errors.ts";
import { isLanguage, defaultLanguage } from "#app/platform/languages.ts";
import type { User } from "#prisma/generated/client.ts";

import type { Actor } from "./actor.ts";
import type { Jurisdiction, Sector } from "./background.ts";

/** Signed out after so long without a visit, and after so long in any case. */
const idleTime = new TimeSpan(7, "d");
const absoluteTime = days(30);

/** Stores sessions under the SHA-256 of what the cookie holds: who reads the database cannot sign in with it. */
const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const row = await db.session.findUnique({ where: { id: hashOf(sessionId) }, include: { user: true } });
    if (!row || row.user.deactivatedAt || row.createdAt.getTime() + absoluteTime <= clock.now().getTime()) {
      return [null, null];
    }
    return [
      { id: sessionId, userId: row.userId, expiresAt: row.expiresAt, attributes: {} },
      { id: row.userId, attributes: row.user },
    ];
  },
  async getUserSessions(userId) {
    const rows = await db.session.findMany({ where: { userId } });
    return rows.map(({ id, expiresAt }) => ({ id, userId, expiresAt, attributes: {} }));
  },
  async setSession({ id, userId, expiresAt }) {
    await db.session.create({ data: { id: hashOf(id), userId, expiresAt, createdAt: clock.now() } });
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await db.session.updateMany({ where: { id: hashOf(sessionId) }, data: { expiresAt } });
  },
  async deleteSession(sessionId) {
    await db.session.deleteMany({ where: { id: hashOf(sessionId) } });
  },
  async deleteUserSessions(userId) {
    await db.session.deleteMany({ where: { userId } });
  },
  async deleteExpiredSessions() {
    const oldest = new Date(clock.now().getTime() - absoluteTime);
    await db.session.deleteMany({
      where: { OR: [{ expiresAt: { lte: clock.now() } }, { createdAt: { lte: oldest } }] },
    });
  },
};

const lucia = new Lucia(adapter, {
  sessionExpiresIn: idleTime,
  sessionCookie: {
    name: "session",
    // The database decides how long a session lasts.
    expires: false,
    attributes: { secure: env().APP_ORIGIN.startsWith("https:"), sameSite: "lax", path: "/" },
  },
  getUserAttributes: (user) => user,
});

declare module "lucia" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- augmenting needs an interface
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: User;
  }
}

/** The signed-in person of a request, or null. */
export async function findActor(request: Request): Promise<Actor | null> {
  const sessionId = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (!sessionId) return null;
  const { user } = await lucia.validateSession(sessionId);
  return user && actorOf(user);
}

/** The signed-in person of a request. Throws UnauthenticatedError, which leads to the sign-in page. */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await findActor(request);
  if (!actor) throw new UnauthenticatedError();
  return actor;
}

export function actorOf(
  user: Pick<User, "id" | "name" | "role" | "language" | "jurisdiction" | "sector">,
): Actor {
  return {
    id: user.id,
    name: user.name,
    role: user.role,
    language: isLanguage(user.language) ? user.language : defaultLanguage,
    jurisdiction: user.jurisdiction as Jurisdiction | null,
    sector: user.sector as Sector | null,
  };
}

/** Signs a person in and returns the Set-Cookie value that keeps her signed in. */
export async function startSession(userId: string): Promise<string> {
  const session = await lucia.createSession(userId, {});
  return lucia.createSessionCookie(session.id).serialize();
}

/** Signs this browser out and returns the Set-Cookie value that forgets the session. */
export async function endSession(request: Request): Promise<string> {
  const sessionId = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

/** Signs a person out on every device. */
export async function endAllSessions(userId: string): Promise<void> {
  await lucia.invalidateUserSessions(userId);
}

export async function deleteExpiredSessions(): Promise<void> {
  await lucia.deleteExpiredSessions();
}

function hashOf(sessionId: string) {
  return createHash("sha256").update(sessionId).digest("hex");
}
