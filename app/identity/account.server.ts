import { db } from "#app/platform/db.server.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import type { Language } from "#app/platform/languages.ts";

import type { ProfileForm } from "./account-form.ts";
import type { Actor } from "./actor.ts";
import type { Jurisdiction } from "./background.ts";
import { hashPassword, isRightPassword, passwordFault } from "./password.server.ts";
import { endAllSessions, startSession } from "./session.server.ts";

/** What the actor may see and change of her own account. */
export async function ownAccount(actor: Actor) {
  return db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      name: true,
      email: true,
      language: true,
      jurisdiction: true,
      sector: true,
      gender: true,
      usesAssistiveTechnology: true,
      wantsSessionMails: true,
    },
  });
}

export async function changeProfile(actor: Actor, profile: ProfileForm): Promise<void> {
  await db.user.update({ where: { id: actor.id }, data: profile });
}

/** What the actor says of where she works, as in her profile. */
export async function changeJurisdiction(actor: Actor, jurisdiction: Jurisdiction): Promise<void> {
  await db.user.update({ where: { id: actor.id }, data: { jurisdiction } });
}

/** Remembers the language for pages on other devices and for mails. */
export async function setLanguage(actor: Actor, language: Language): Promise<void> {
  await db.user.update({ where: { id: actor.id }, data: { language } });
}

/** Whether the actor is written to about dates of live sessions. They stay on their pages and in her calendar address. */
export async function chooseSessionMails(actor: Actor, wantsSessionMails: boolean): Promise<void> {
  await db.user.update({ where: { id: actor.id }, data: { wantsSessionMails } });
}

/** Changes the password and signs out every other device; returns this one's new cookie, or what is wrong. */
export async function changePassword(
  actor: Actor,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<{ cookie: string } | { errors: Record<string, MessageKey> }> {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
  if (!(await isRightPassword(user.passwordHash, currentPassword))) {
    return { errors: { currentPassword: "account.passwordWrong" } };
  }
  const fault = passwordFault(newPassword, [user.name, user.email]);
  if (fault) return { errors: { newPassword: fault } };
  await db.user.update({ where: { id: actor.id }, data: { passwordHash: await hashPassword(newPassword) } });
  await endAllSessions(actor.id);
  return { cookie: await startSession(actor.id) };
}
