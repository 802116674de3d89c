import { dispatchMail, requestMails } from "#app/notifications/outgoing-mail.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import type { SessionDate, SessionParticipant } from "#prisma/generated/client.ts";

import { calendarSteps, type CalendarStep, changesCalendar, type ToldDate } from "./calendar-steps.ts";
import { listSessionLearners, type SessionLearner } from "./session-learners.server.ts";

type SessionKey = { courseId: string; activityId: string };
type DateRow = SessionDate & {
  courseSlug: string;
  taken: number;
  /** By enrolment. */
  rows: ReadonlyMap<string, SessionParticipant>;
};

/** For a thousand learners at once. */
const longestSettling = minutes(1);

/**
 * Tells the learners of a live session what has changed in their calendars: new dates, other times, dates that are not
 * theirs any more; those who have switched that off are not written to. Repeating it tells nobody twice. Serializable:
 * places are taken and dates moved at the same moment.
 */
export async function settleInvitations(key: SessionKey): Promise<void> {
  const mailIds = await serializable(async (tx) => {
    const dates = await comingDates(tx, key);
    if (dates.length === 0) return [];
    const mails = [];
    for (const learner of await listSessionLearners(tx, key)) {
      for (const step of calendarSteps(toldDates(dates, learner), { now: clock.now(), ...learner })) {
        // Nothing is noted as told: when she wants mails again she gets what then holds.
        if (!learner.wantsSessionMails && !freesPlace(step)) continue;
        const date = dates.find(({ id }) => id === step.dateId) as DateRow;
        const mail = await writeStep(tx, date, learner, step);
        if (learner.wantsSessionMails) mails.push(mail);
      }
    }
    await requestMails(tx, mails);
    const keys = mails.map(({ dedupeKey }) => dedupeKey);
    return tx.outgoingMail.findMany({ where: { dedupeKey: { in: keys } }, select: { id: true } });
  }, longestSettling);
  for (const { id } of mailIds) await dispatchMail(id);
}

/** Does it for every live session that has dates to come: for who was enrolled since, and for what a crash has lost. */
export async function sweepInvitations(): Promise<void> {
  const keys = await db.sessionDate.findMany({
    where: { startsAt: { gt: clock.now() } },
    distinct: ["courseId", "activityId"],
    select: { courseId: true, activityId: true },
  });
  for (const key of keys) {
    // One that cannot be settled keeps no other from its learners.
    await settleInvitations(key).catch((error: unknown) =>
      log.error({ err: error, ...key }, "invitations were not settled"),
    );
  }
}

async function comingDates(tx: Transaction, key: SessionKey): Promise<DateRow[]> {
  const rows = await tx.sessionDate.findMany({
    where: { ...key, startsAt: { gt: clock.now() } },
    include: { participants: true, course: { select: { slug: true } } },
  });
  return rows.map(({ participants, course, ...date }) => ({
    ...date,
    courseSlug: course.slug,
    taken: participants.filter(({ takenAt }) => takenAt).length,
    rows: new Map(participants.map((row) => [row.enrolmentId, row])),
  }));
}

function toldDates(dates: DateRow[], learner: SessionLearner): ToldDate[] {
  return dates.map((date) => {
    const row = date.rows.get(learner.enrolmentId);
    return {
      ...date,
      isTaken: Boolean(row?.takenAt),
      isFull: date.places !== null && date.taken >= date.places,
      invitedVersion: row?.invitedVersion ?? null,
      isTold: Boolean(row?.toldAt),
    };
  });
}

/** A place that is not hers any more, also because she has attended by now, is free for others. */
function freesPlace({ message }: CalendarStep): boolean {
  return message === "cancelled" || message === "released";
}

/** Notes what she is told; returns the mail that tells her. */
async function writeStep(tx: Transaction, date: DateRow, learner: SessionLearner, step: CalendarStep) {
  const { message } = step;
  const { enrolmentId, userId } = learner;
  const row = date.rows.get(enrolmentId);
  const sequence = changesCalendar(message) ? (row?.sequence ?? -1) + 1 : null;
  const told = {
    ...(learner.wantsSessionMails ? { toldAt: clock.now() } : {}),
    ...(sequence === null ? {} : { sequence }),
    invitedVersion: message === "invited" || message === "moved" ? date.version : null,
    ...(freesPlace(step) ? { takenAt: null } : {}),
  };
  await tx.sessionParticipant.upsert({
    where: { dateId_enrolmentId: { dateId: date.id, enrolmentId } },
    update: told,
    create: { dateId: date.id, enrolmentId, ...told },
  });
  return {
    recipientId: userId,
    template: `session-${message}` as const,
    data: {
      courseSlug: date.courseSlug,
      activityId: date.activityId,
      dateId: date.id,
      enrolmentId,
      sequence,
    },
    dedupeKey: `session:${date.id}:${enrolmentId}:${sequence ?? message}`,
  };
}
