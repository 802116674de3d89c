import { hours } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { NotFoundError, TooManyRequestsError } from "#app/platform/errors.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { rateLimit } from "#app/platform/rate-limit.server.ts";

import { recordAudit } from "./audit.server.ts";
import { hashPassword, passwordFault } from "./password.server.ts";
import { endAllSessions, startSession } from "./session.server.ts";
import { findToken, useToken } from "./token.server.ts";

const perAccount = rateLimit("password-reset-account", 5, hours(1));
const perAddress = rateLimit("password-reset-address", 30, hours(1));

/**
 * Mails a link for a new password if there is such an account; does not tell whether there is. Throws
 * TooManyRequestsError.
 */
export async function requestPasswordReset(email: string, address: string): Promise<void> {
  const [isAccountOk, isAddressOk] = await Promise.all([
    perAccount.consume(email),
    perAddress.consume(address),
  ]);
  if (!isAccountOk || !isAddressOk) throw new TooManyRequestsError("account.tooManyTries");
  const user = await db.user.findFirst({ where: { email, deactivatedAt: null } });
  if (!user) return;
  // Somebody who has not accepted her invitation yet gets that once more.
  const template = user.passwordHash ? "password-reset" : "invitation";
  const mailId = await requestMail(db, {
    recipientId: user.id,
    template,
    data: {},
    dedupeKey: `${template}:${user.id}:${newId()}`,
  });
  await dispatchMail(mailId);
}

/** Throws NotFoundError when the link is unknown, used or too old. */
export async function requirePasswordResetLink(token: string): Promise<void> {
  if (!(await findToken("password_reset", token))) throw new NotFoundError("account.linkUsed");
}

/** Sets a new password, signs out everywhere and in here; returns the Set-Cookie value or what is wrong. */
export async function resetPassword(
  token: string,
  password: string,
): Promise<{ cookie: string } | { errors: Record<string, MessageKey> }> {
  const link = await findToken("password_reset", token);
  if (!link?.user || link.user.deactivatedAt) throw new NotFoundError("account.linkUsed");
  const { id, name, email } = link.user;
  const fault = passwordFault(password, [name, email]);
  if (fault) return { errors: { password: fault } };
  const passwordHash = await hashPassword(password);
  await serializable(async (tx) => {
    if (!(await useToken(tx, token))) throw new NotFoundError("account.linkUsed");
    await tx.user.update({ where: { id }, data: { passwordHash } });
    await recordAudit(tx, null, "person.passwordReset", `user:${id}`);
  });
  await endAllSessions(id);
  return { cookie: await startSession(id) };
}
