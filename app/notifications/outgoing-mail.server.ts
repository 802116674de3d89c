import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import type { Mail } from "#app/platform/mail.server.ts";
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
  "session-invited": SessionMail;
  "session-moved": SessionMail;
  "session-cancelled": SessionMail;
  "session-released": SessionMail;
  "session-announced": SessionMail;
  "session-reminder": SessionMail;
};

/** About a date of a live session; `sequence` of the message to her calendar, where it is one. */
export type SessionMail = {
  courseSlug: string;
  activityId: string;
  dateId: string;
  enrolmentId: string;
  sequence: number | null;
};

export type MailTemplate = keyof MailData;

/** What another domain puts into a mail: attachments, an entry for the calendar, words for its text. */
export type Enclosure = Pick<Mail, "attachments" | "calendar"> & { values?: Record<string, string> };

export type Envelope<Template extends MailTemplate> = {
  template: Template;
  recipient: { name: string; email: string };
  i18n: I18n;
};

/** Makes it, by template, at delivery; notifications do not know the domains that give it. Null: the mail is out of date. */
export type Enclosures = {
  [Template in MailTemplate]?: (
    data: MailData[Template],
    envelope: Envelope<Template>,
  ) => Promise<Enclosure | null>;
};

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
