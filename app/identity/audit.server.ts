import type { Transaction } from "#app/platform/db.server.ts";
import { clock } from "#app/platform/clock.ts";

import type { Actor } from "./actor.ts";

/**
 * Writes down what was done to a person, role, enrolment or certificate, in the transaction that does it. `action` is
 * "thing.done"; `subject` is "kind:id"; `detail` holds ids and plain values, never what a learner answered. The actor
 * is null when the system did it.
 */
export async function recordAudit(
  tx: Transaction,
  actor: Actor | null,
  action: string,
  subject: string,
  detail: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  await tx.auditEntry.create({
    data: { at: clock.now(), actorId: actor?.id ?? null, action, subject, detail },
  });
}
