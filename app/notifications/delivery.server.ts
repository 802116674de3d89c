import { makeLink } from "#app/identity/token.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { defaultLanguage, isLanguage } from "#app/platform/languages.ts";
import type { I18n } from "#app/platform/i18n.tsx";
import { sendMail } from "#app/platform/mail.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import {
  dispatchMail,
  type Enclosure,
  type Enclosures,
  type Envelope,
  type MailData,
  type MailTemplate,
} from "./outgoing-mail.server.ts";

/**
 * Sends a mail once. Links with tokens are made here and stored nowhere. A crash after the server has accepted the mail
 * and before that is recorded sends it a second time, with the same Message-ID (docs/decisions).
 */
export async function deliver(mailId: string, enclosures: Enclosures): Promise<void> {
  const mail = await db.outgoingMail.findUnique({ where: { id: mailId }, include: { recipient: true } });
  if (!mail || mail.sentAt || mail.recipient.deactivatedAt) return;
  const template = mail.template as MailTemplate;
  if (template === "invitation" && mail.recipient.passwordHash) {
    // She has accepted in the meantime, by another link.
    await db.outgoingMail.delete({ where: { id: mailId } });
    return;
  }
  const language = isLanguage(mail.recipient.language) ? mail.recipient.language : defaultLanguage;
  const i18n = i18nFor(language);
  const { t } = i18n;
  const data = mail.data as MailData[MailTemplate];
  const enclosure = await enclosureOf(enclosures, data, { template, recipient: mail.recipient, i18n });
  if (!enclosure) {
    await db.outgoingMail.delete({ where: { id: mailId } });
    return;
  }
  const link = await linkOf(template, mail.recipientId, data);
  const name = mail.recipient.name || mail.recipient.email;
  const values = { site: env().SITE_NAME, name, link, ...enclosure.values };
  try {
    await sendMail({
      id: mail.id,
      to: { name: mail.recipient.name, address: mail.recipient.email },
      subject: t(`mail.${subjects[template]}`, values),
      text: `${[t(`mail.${bodies[template]}`, values), ...endingOf(template, i18n)].join("\n\n")}\n`,
      language,
      attachments: enclosure.attachments,
      calendar: enclosure.calendar,
    });
  } catch (error) {
    await db.outgoingMail.update({ where: { id: mailId }, data: { lastError: (error as Error).message } });
    throw error;
  }
  await db.outgoingMail.update({ where: { id: mailId }, data: { sentAt: clock.now(), lastError: null } });
}

function enclosureOf<Template extends MailTemplate>(
  enclosures: Enclosures,
  data: MailData[Template],
  envelope: Envelope<Template>,
): Promise<Enclosure | null> {
  const make = enclosures[envelope.template];
  return make ? make(data, envelope) : Promise.resolve({});
}

/** Who sends it and, of mails that can be switched off, how. */
function endingOf(template: MailTemplate, { t }: I18n): string[] {
  const site = env().SITE_NAME;
  const link = `${env().APP_ORIGIN}/account#messages`;
  const off = template.startsWith("session-") ? [t("mail.sessionsOff", { link })] : [];
  return [...off, t("mail.signature", { site })];
}

const subjects = {
  invitation: "invitationSubject",
  "password-reset": "passwordResetSubject",
  enrolment: "enrolmentSubject",
  certificate: "certificateSubject",
  attempt: "attemptSubject",
  graded: "gradedSubject",
  regraded: "regradedSubject",
  comment: "commentSubject",
  "session-invited": "sessionSubject",
  "session-moved": "sessionSubject",
  "session-cancelled": "sessionSubject",
  "session-released": "sessionSubject",
  "session-announced": "sessionSubject",
  "session-reminder": "sessionReminderSubject",
  "new-version": "newVersionSubject",
  "plan-refused": "planRefusedSubject",
} as const;

const bodies = {
  invitation: "invitationText",
  "password-reset": "passwordResetText",
  enrolment: "enrolmentText",
  certificate: "certificateText",
  attempt: "attemptText",
  graded: "gradedText",
  regraded: "regradedText",
  comment: "commentText",
  "session-invited": "sessionInvitedText",
  "session-moved": "sessionMovedText",
  "session-cancelled": "sessionCancelledText",
  "session-released": "sessionReleasedText",
  "session-announced": "sessionAnnouncedText",
  "session-reminder": "sessionReminderText",
  "new-version": "newVersionText",
  "plan-refused": "planRefusedText",
} as const;

async function linkOf(template: MailTemplate, userId: string, data: MailData[MailTemplate]): Promise<string> {
  if (template === "invitation") return makeLink(db, "invitation", userId);
  if (template === "password-reset") return makeLink(db, "password_reset", userId);
  const course = "courseSlug" in data ? `/${data.courseSlug}` : "";
  if (template === "comment") return `${env().APP_ORIGIN}/teach${course}/draft/comments`;
  if (template === "plan-refused") return `${env().APP_ORIGIN}/teach${course}/draft`;
  const session = "activityId" in data ? `/sessions/${data.activityId}` : "";
  return `${env().APP_ORIGIN}/learn${course}${session}`;
}

/** Asks again for the delivery of every mail that has waited a while. Returns how many. */
export async function sweepUnsentMails(): Promise<number> {
  const unsent = await db.outgoingMail.findMany({
    where: {
      sentAt: null,
      createdAt: { lt: new Date(clock.now().getTime() - minutes(1)) },
      recipient: { deactivatedAt: null },
    },
    take: 1000,
    select: { id: true },
  });
  for (const { id } of unsent) await dispatchMail(id);
  return unsent.length;
}
