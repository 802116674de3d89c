import { clock } from "#app/platform/clock.ts";
import { serializable, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";
import { requestMail } from "#app/notifications/outgoing-mail.server.ts";
import type { Role } from "#prisma/generated/enums.ts";

import type { InvitationForm } from "./account-form.ts";
import type { Actor } from "./actor.ts";
import { recordAudit } from "./audit.server.ts";
import { hashPassword, passwordFault } from "./password.server.ts";
import { startSession } from "./session.server.ts";
import { findToken, useToken } from "./token.server.ts";

/**
 * Finds a person by e-mail address or invites her; `mailId` is the invitation to dispatch after the commit, null for
 * somebody who is here already. The caller has checked that the actor may.
 */
export async function ensurePerson(
  tx: Transaction,
  actor: Actor,
  { email, language, role = "learner" }: { email: string; language: Language; role?: Role },
): Promise<{ id: string; isNew: boolean; mailId: string | null }> {
  const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (known) return { id: known.id, isNew: false, mailId: null };
  const id = newId();
  await tx.user.create({ data: { id, email, name: "", role, language, createdAt: clock.now() } });
  await recordAudit(tx, actor, "person.invited", `user:${id}`, { role });
  const mailId = await requestMail(tx, {
    recipientId: id,
    template: "invitation",
    data: {},
    dedupeKey: `invitation:${id}:first`,
  });
  return { id, isNew: true, mailId };
}

/** Whom an invitation is for. Throws NotFoundError when the link is unknown, used or too old. */
export async function getInvitation(token: string): Promise<{ email: string; language: string }> {
  const invitation = await findToken("invitation", token);
  if (!invitation?.user || invitation.user.deactivatedAt) throw new NotFoundError("account.linkUsed");
  return { email: invitation.user.email, language: invitation.user.language };
}

/** Takes an invitation up and signs the person in; returns the Set-Cookie value, or what is wrong with the password. */
export async function acceptInvitation(
  token: string,
  { password, ...profile }: InvitationForm,
): Promise<{ cookie: string } | { errors: Record<string, MessageKey> }> {
  const { email } = await getInvitation(token);
  const fault = passwordFault(password, [profile.name, email]);
  if (fault) return { errors: { password: fault } };
  const passwordHash = await hashPassword(password);
  const id = await serializable(async (tx) => {
    const invitation = await findToken("invitation", token, tx);
    if (!invitation?.userId || !(await useToken(tx, token))) throw new NotFoundError("account.linkUsed");
    await tx.user.update({ where: { id: invitation.userId }, data: { ...profile, passwordHash } });
    await recordAudit(tx, null, "person.accepted", `user:${invitation.userId}`);
    return invitation.userId;
  });
  return { cookie: await startSession(id) };
}
