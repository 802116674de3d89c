import { clock } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";

import type { SetupForm } from "./account-form.ts";
import { recordAudit } from "./audit.server.ts";
import { hashPassword, passwordFault } from "./password.server.ts";
import { startSession } from "./session.server.ts";
import { findToken, makeLink, useToken } from "./token.server.ts";

/** A one-time link that makes the first administrator, or null when there is one already. */
export async function createSetupLink(): Promise<string | null> {
  const administrators = await db.user.count({ where: { role: "administrator" } });
  return administrators > 0 ? null : makeLink(db, "setup", null);
}

/** Throws NotFoundError when the link is unknown, used or too old. */
export async function requireSetupLink(token: string): Promise<void> {
  if (!(await findToken("setup", token))) throw new NotFoundError("account.linkUsed");
}

/**
 * Makes the first administrator and signs her in; returns the Set-Cookie value, or what is wrong with the password.
 * Serializable: two people with the same link must not both become one.
 */
export async function setUp(
  token: string,
  form: SetupForm,
  language: Language,
): Promise<{ cookie: string } | { errors: Record<string, MessageKey> }> {
  await requireSetupLink(token);
  const fault = passwordFault(form.password, [form.name, form.email]);
  if (fault) return { errors: { password: fault } };
  const passwordHash = await hashPassword(form.password);
  const id = newId();
  await serializable(async (tx) => {
    if (!(await useToken(tx, token))) throw new NotFoundError("account.linkUsed");
    if ((await tx.user.count({ where: { role: "administrator" } })) > 0) {
      throw new ConflictError("account.linkUsed");
    }
    await tx.user.create({
      data: {
        id,
        name: form.name,
        email: form.email,
        passwordHash,
        language,
        role: "administrator",
        createdAt: clock.now(),
      },
    });
    await recordAudit(tx, null, "person.setUp", `user:${id}`);
  });
  return { cookie: await startSession(id) };
}
