import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";
import type { Role } from "#prisma/generated/enums.ts";

import { type Actor, requireAdministrator } from "./actor.ts";
import { recordAudit } from "./audit.server.ts";
import { type EmailFault, readEmailList } from "./email-list.ts";
import { ensurePerson } from "./invitation.server.ts";
import { endAllSessions } from "./session.server.ts";

export type PersonState = "invited" | "active" | "deactivated";
export type PeopleFilter = { search: string; role: Role | null; state: PersonState | null };

const pageSize = 50;

/** People with their roles, by name. `page` null gives everybody, for the CSV file. Throws ForbiddenError. */
export async function listPeople(actor: Actor, filter: PeopleFilter, page: number | null) {
  requireAdministrator(actor);
  const where = {
    ...(filter.role ? { role: filter.role } : {}),
    ...stateFilter(filter.state),
    ...(filter.search
      ? {
          OR: [
            { name: { contains: filter.search, mode: "insensitive" as const } },
            { email: { contains: filter.search, mode: "insensitive" as const } },
          ],
        }
      : {}),
  };
  const [count, people] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      orderBy: [{ name: "asc" }, { email: "asc" }],
      ...(page === null ? {} : { skip: (page - 1) * pageSize, take: pageSize }),
      select: {
        id: true,
        name: true,
        email: true,
        role: true,
        jurisdiction: true,
        sector: true,
        createdAt: true,
        deactivatedAt: true,
        passwordHash: true,
      },
    }),
  ]);
  return {
    count,
    pageCount: Math.max(1, Math.ceil(count / pageSize)),
    people: people.map(({ passwordHash, ...person }) => ({
      ...person,
      state: stateOf({ ...person, passwordHash }),
    })),
  };
}

/** One person and what was done to her account. Throws ForbiddenError, NotFoundError. */
export async function getPerson(actor: Actor, id: string) {
  requireAdministrator(actor);
  const person = await db.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, role: true, deactivatedAt: true, passwordHash: true },
  });
  if (!person) throw new NotFoundError();
  const audit = await db.auditEntry.findMany({
    where: { subject: `user:${id}` },
    orderBy: { id: "desc" },
    take: 50,
    select: { at: true, action: true, detail: true, actor: { select: { name: true } } },
  });
  const { passwordHash, ...rest } = person;
  return { ...rest, state: stateOf({ ...rest, passwordHash }), audit };
}

/**
 * Gives a person another role. Throws ForbiddenError, NotFoundError, and ConflictError for the last administrator.
 * Serializable: two administrators demoting each other at once must not leave none.
 */
export async function changeRole(actor: Actor, id: string, role: Role): Promise<void> {
  requireAdministrator(actor);
  await serializable(async (tx) => {
    const person = await tx.user.findUnique({ where: { id } });
    if (!person) throw new NotFoundError();
    if (person.role === role) return;
    if (person.role === "administrator") await requireAnotherAdministrator(tx, id);
    await tx.user.update({ where: { id }, data: { role } });
    await recordAudit(tx, actor, "person.roleChanged", `user:${id}`, { from: person.role, to: role });
  });
}

/** Keeps a person out and signs her out everywhere; what she did stays. Throws like `changeRole`. */
export async function deactivatePerson(actor: Actor, id: string): Promise<void> {
  requireAdministrator(actor);
  await serializable(async (tx) => {
    const person = await tx.user.findUnique({ where: { id } });
    if (!person) throw new NotFoundError();
    if (person.role === "administrator") await requireAnotherAdministrator(tx, id);
    await tx.user.update({ where: { id }, data: { deactivatedAt: clock.now() } });
    await recordAudit(tx, actor, "person.deactivated", `user:${id}`);
  });
  await endAllSessions(id);
}

/** The opposite of `deactivatePerson`. */
export async function reactivatePerson(actor: Actor, id: string): Promise<void> {
  requireAdministrator(actor);
  await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id }, data: { deactivatedAt: null } });
    if (count === 0) throw new NotFoundError();
    await recordAudit(tx, actor, "person.reactivated", `user:${id}`);
  });
}

/** Sends somebody who has not accepted hers yet a new invitation. Throws ForbiddenError, NotFoundError. */
export async function inviteAgain(actor: Actor, id: string): Promise<void> {
  requireAdministrator(actor);
  const mailId = await db.$transaction(async (tx) => {
    const person = await tx.user.findFirst({ where: { id, passwordHash: null, deactivatedAt: null } });
    if (!person) throw new NotFoundError();
    await recordAudit(tx, actor, "person.invitedAgain", `user:${id}`);
    return requestMail(tx, {
      recipientId: id,
      template: "invitation",
      data: {},
      dedupeKey: `invitation:${id}:${newId()}`,
    });
  });
  await dispatchMail(mailId);
}

/**
 * Invites everybody named in `text`, as `readEmailList` reads it. All or nothing: one bad address and nobody is invited.
 * People who are here already keep their role. Throws ForbiddenError.
 */
export async function invitePeople(
  actor: Actor,
  { text, role, language }: { text: string; role: Role; language: Language },
): Promise<{ ok: true; invited: number; already: number } | { ok: false; faults: EmailFault[] }> {
  requireAdministrator(actor);
  const { emails, faults } = readEmailList(text);
  if (faults.length > 0) return { ok: false, faults };

  const mailIds: string[] = [];
  await db.$transaction(
    async (tx) => {
      for (const email of emails) {
        const { mailId } = await ensurePerson(tx, actor, { email, language, role });
        if (mailId) mailIds.push(mailId);
      }
    },
    { timeout: minutes(2) },
  );
  await Promise.all(mailIds.map((id) => dispatchMail(id)));
  return { ok: true, invited: mailIds.length, already: emails.length - mailIds.length };
}

async function requireAnotherAdministrator(tx: Parameters<typeof recordAudit>[0], id: string) {
  const others = await tx.user.count({
    where: { role: "administrator", deactivatedAt: null, passwordHash: { not: null }, NOT: { id } },
  });
  if (others === 0) throw new ConflictError("admin.lastAdministrator");
}

function stateOf(person: { deactivatedAt: Date | null; passwordHash: string | null }): PersonState {
  if (person.deactivatedAt) return "deactivated";
  return person.passwordHash === null ? "invited" : "active";
}

function stateFilter(state: PersonState | null) {
  if (state === "deactivated") return { deactivatedAt: { not: null } };
  if (state === "invited") return { deactivatedAt: null, passwordHash: null };
  if (state === "active") return { deactivatedAt: null, passwordHash: { not: null } };
  return {};
}
