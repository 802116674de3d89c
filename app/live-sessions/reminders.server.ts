import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { after, clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * Reminds learners of the dates in their calendars that begin within a day, once for each beginning, unless they have
 * switched that off. Who was told of it less than a day before needs no reminder. Returns how many were reminded.
 */
export async function remindOfSessions(): Promise<number> {
  const rows = await db.sessionParticipant.findMany({
    where: {
      invitedVersion: { not: null },
      presentAt: null,
      date: { cancelledAt: null, startsAt: { gt: clock.now(), lte: after(days(1)) } },
      enrolment: { user: { deactivatedAt: null, wantsSessionMails: true } },
    },
    include: {
      date: { include: { course: { select: { slug: true } } } },
      enrolment: { select: { userId: true } },
    },
  });
  const due = rows.filter(({ remindedOf, toldAt, date: { startsAt } }) => {
    const isReminded = remindedOf?.getTime() === startsAt.getTime();
    return !isReminded && toldAt !== null && toldAt.getTime() <= startsAt.getTime() - days(1);
  });
  for (const { dateId, enrolmentId, enrolment, date } of due) {
    const { startsAt, activityId, course } = date;
    const mailId = await db.$transaction(async (tx) => {
      await tx.sessionParticipant.update({
        where: { dateId_enrolmentId: { dateId, enrolmentId } },
        data: { remindedOf: startsAt },
      });
      return requestMail(tx, {
        recipientId: enrolment.userId,
        template: "session-reminder",
        data: { courseSlug: course.slug, activityId, dateId, enrolmentId, sequence: null },
        dedupeKey: `session-reminder:${dateId}:${enrolmentId}:${startsAt.toISOString()}`,
      });
    });
    await dispatchMail(mailId);
  }
  return due.length;
}
