import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { deliverMail } from "./jobs.ts";

/** What can be mailed, and the ids and plain values each kind needs. Links with tokens are made at delivery. */
export type MailData = {
  invitation: Record<string, never>;
  "password-reset": Record<string, never>;
  enrolment: { courseSlug: string; courseVersionId: string };
  certificate: { certificateId: string };
  attempt: { courseSlug: string };
  graded: { courseSlug: string };
  regraded: { courseSlug: string };
  comment: { courseSlug: string };
  "new-version": { courseSlug: string };
  "plan-refused": { courseSlug: string };
};

export type MailTemplate = keyof MailData;

type RequestedMail<Template extends MailTemplate> = {
  recipientId: string;
  template: Template;
  data: MailData[Template];
  dedupeKey: string;
};

/**
 * Writes that a mail is to be sent, in the transaction of what it is about, and returns its id. Asking again with the
 * same `dedupeKey` returns the first. After the commit, `dispatchMail` it.
 */
export async function requestMail<Template extends MailTemplate>(
  tx: Transaction,
  mail: RequestedMail<Template>,
): Promise<string> {
  const { id } = await tx.outgoingMail.upsert({
    where: { dedupeKey: mail.dedupeKey },
    update: {},
    create: { id: newId(), createdAt: clock.now(), ...mail },
    select: { id: true },
  });
  return id;
}

/** The same for many mails, in one statement; the ids are with the rows. */
export async function requestMails<Template extends MailTemplate>(
  tx: Transaction,
  mails: RequestedMail<Template>[],
): Promise<void> {
  const createdAt = clock.now();
  await tx.outgoingMail.createMany({
    data: mails.map((mail) => ({ id: newId(), createdAt, ...mail })),
    skipDuplicates: true,
  });
}

/** Asks for the delivery of a mail whose row is committed. What a crash leaves undone here, `sweep-mails` finds. */
export async function dispatchMail(mailId: string): Promise<void> {
  await enqueue(deliverMail, { mailId }, mailId);
}
