import type {
  Enclosure,
  Enclosures,
  Envelope,
  MailTemplate,
  SessionMail,
} from "#app/notifications/outgoing-mail.server.ts";
import { calendarFile } from "#app/platform/calendar-file.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";

import { entryOfDate } from "./calendar-entry.server.ts";
import { whenWords } from "./when.ts";

/**
 * What goes into a mail about a date: when it is and, with a message to her calendar, the entry. Null when something
 * newer was written to her since, or the date has begun or is cancelled and she was only to be told of it, or she has
 * switched such mails off.
 */
async function sessionEnclosure(
  { dateId, enrolmentId, sequence }: SessionMail,
  { template, recipient, i18n }: Envelope<MailTemplate>,
): Promise<Enclosure | null> {
  const date = await db.sessionDate.findUnique({
    where: { id: dateId },
    include: {
      participants: {
        where: { enrolmentId },
        include: { enrolment: { select: { user: { select: { wantsSessionMails: true } } } } },
      },
    },
  });
  const told = date?.participants[0];
  if (!date || !told?.enrolment.user.wantsSessionMails) return null;
  const values = { when: whenWords(i18n, date) };
  if (sequence === null) return date.cancelledAt || date.startsAt <= clock.now() ? null : { values };
  if (told.sequence !== sequence) return null;
  const isCancelled = template === "session-cancelled" || template === "session-released";
  const method = isCancelled ? "CANCEL" : "REQUEST";
  const content = calendarFile({
    method,
    entries: [
      {
        ...entryOfDate({ ...date, sequence, isCancelled }, i18n),
        organizer: { name: env().SITE_NAME, address: senderAddress() },
        attendee: { name: recipient.name || recipient.email, address: recipient.email },
      },
    ],
  });
  return { values, calendar: { method, content } };
}

/** For the delivery of mails. */
export const sessionEnclosures = {
  "session-invited": sessionEnclosure,
  "session-moved": sessionEnclosure,
  "session-cancelled": sessionEnclosure,
  "session-released": sessionEnclosure,
  "session-announced": sessionEnclosure,
  "session-reminder": sessionEnclosure,
} satisfies Enclosures;

/** "Sigurna <no-reply@example.org>" has the address in brackets, if it has a name. */
function senderAddress(): string {
  return /<([^>]+)>/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM.trim();
}
