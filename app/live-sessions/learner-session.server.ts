import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf, type LearnerEnrolment, requireGoingOn } from "#app/learning/enrolment.server.ts";
import { pathOf } from "#app/learning/path.ts";
import { progressOf } from "#app/learning/progress.server.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import { listTrainerContacts } from "#app/library/course-team.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import { calendarFile } from "#app/platform/calendar-file.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializableInLine, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { entryOfDate } from "./calendar-entry.server.ts";
import { isCodeOpen } from "./session-code.ts";
import { bringUpToDate, findDate } from "./session-date.server.ts";

/**
 * The actor's enrolment in a course that has this live session. Its dates can be looked at before its turn has come:
 * people have to plan. Throws NotFoundError.
 */
export async function requireSession(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  client: Transaction = db,
): Promise<LearnerEnrolment> {
  const enrolment = await enrolmentOf(actor, courseSlug, client);
  const outline = visibleOutline(enrolment.course.structure.course.outline);
  if (!outline.some(({ id, kind }) => id === activityId && kind === "session")) throw new NotFoundError();
  return enrolment;
}

/** A live session for its learner: its dates, what she has to do with each, and whether the code can be typed now. */
export async function learnerSession(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  language: Language,
) {
  const enrolment = await requireSession(actor, courseSlug, activityId);
  const { course } = enrolment;
  const [{ text, isFallback }, progress, dates, trainers, { wantsSessionMails }] = await Promise.all([
    getCourseText(course.versionId, language),
    progressOf(enrolment.id),
    db.sessionDate.findMany({
      where: { courseId: course.courseId, activityId },
      orderBy: { startsAt: "asc" },
      include: { participants: { select: { enrolmentId: true, takenAt: true, presentAt: true } } },
    }),
    listTrainerContacts(course.courseId),
    db.user.findUniqueOrThrow({ where: { id: actor.id }, select: { wantsSessionMails: true } }),
  ]);
  const step = pathOf(course.structure, progress).find(({ activity }) => activity.id === activityId);
  const titleOf = (id: string) =>
    id === certificateStepId
      ? i18nFor(language).t("learn.certificateStep")
      : (text.activities[id]?.title ?? id);
  const shown = dates
    .map((date) => shownDate(date, enrolment.id))
    .filter(({ isCancelled, isOver }) => !(isCancelled && isOver));
  const isDone = step?.state === "done";
  return {
    courseSlug: course.slug,
    courseTitle: text.course.title,
    activityId,
    title: text.activities[activityId]?.title ?? activityId,
    summary: text.activities[activityId]?.summary ?? null,
    minutes: step?.activity.minutes ?? 0,
    isFallback,
    isDone,
    missing: isDone ? [] : (step?.missing ?? []).map(titleOf),
    dates: shown,
    isCodeOpen: !isDone && dates.some((date) => isCodeOpen(date, clock.now())),
    isMissed:
      !isDone &&
      shown.some(
        ({ isOver, isCodeOpen: isOpen, endsAt }) => isOver && !isOpen && endsAt > enrolment.enrolledAt,
      ),
    isWrittenTo: wantsSessionMails,
    hasComing: shown.some(({ isOver, isCancelled }) => !isOver && !isCancelled),
    trainers,
  };
}

type DateRow = Awaited<ReturnType<typeof findDate>> & {
  participants: { enrolmentId: string; takenAt: Date | null; presentAt: Date | null }[];
};

/** A date as its learner sees it; `enrolmentId` null: as somebody does who has nothing to do with it yet. */
export function shownDate({ participants, ...date }: DateRow, enrolmentId: string | null) {
  const own = participants.find((one) => one.enrolmentId === enrolmentId);
  const taken = participants.filter(({ takenAt }) => takenAt).length;
  const isTaken = Boolean(own?.takenAt);
  const now = clock.now();
  return {
    id: date.id,
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    place: date.place,
    // Where places are few, the link is for those who have one.
    link: date.places === null || isTaken ? date.link : "",
    placesLeft: date.places === null ? null : Math.max(0, date.places - taken),
    isTaken,
    isCancelled: date.cancelledAt !== null,
    isBegun: date.startsAt <= now,
    isOver: date.endsAt <= now,
    isCodeOpen: isCodeOpen(date, now),
    isPresent: Boolean(own?.presentAt),
  };
}

/**
 * Takes a place at a date; one at another date of the same live session is given up with it. Throws like
 * `requireSession` and `requireGoingOn`, and ConflictError when it is full, cancelled or has begun, or she has attended already. Serializable:
 * two may want the last place.
 */
export async function takePlace(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  dateId: string,
): Promise<void> {
  const key = await serializableInLine(async (tx) => {
    const enrolment = await requireSession(actor, courseSlug, activityId, tx);
    requireGoingOn(enrolment);
    const { id: enrolmentId, course } = enrolment;
    const { courseId } = course;
    const progress = await progressOf(enrolmentId, tx);
    if (progress.some((row) => row.activityId === activityId && row.completedAt)) {
      throw new ConflictError("sessions.attended");
    }
    const date = await findDate(tx, { courseId, activityId, dateId });
    if (date.cancelledAt) throw new ConflictError("sessions.alreadyCancelled");
    if (date.startsAt <= clock.now()) throw new ConflictError("sessions.alreadyBegun");
    const others = { dateId, takenAt: { not: null }, NOT: { enrolmentId } };
    const taken = await tx.sessionParticipant.count({ where: others });
    if (date.places !== null && taken >= date.places) throw new ConflictError("sessions.full");
    await tx.sessionParticipant.updateMany({
      where: { enrolmentId, date: { courseId, activityId, startsAt: { gt: clock.now() } } },
      data: { takenAt: null },
    });
    await tx.sessionParticipant.upsert({
      where: { dateId_enrolmentId: { dateId, enrolmentId } },
      update: { takenAt: clock.now() },
      create: { dateId, enrolmentId, takenAt: clock.now() },
    });
    return { courseId, activityId };
  });
  await bringUpToDate(key);
}

/** The opposite of `takePlace`, until the date begins. Throws the same. */
export async function givePlaceBack(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  dateId: string,
): Promise<void> {
  const { id: enrolmentId, course } = await requireSession(actor, courseSlug, activityId);
  const { courseId } = course;
  const date = await findDate(db, { courseId, activityId, dateId });
  if (date.startsAt <= clock.now()) throw new ConflictError("sessions.alreadyBegun");
  await db.sessionParticipant.updateMany({ where: { dateId, enrolmentId }, data: { takenAt: null } });
  await bringUpToDate({ courseId, activityId });
}

/** A calendar file with one date. Throws like `requireSession`. */
export async function sessionFile(
  actor: Actor,
  courseSlug: string,
  { activityId, dateId }: { activityId: string; dateId: string },
  language: Language,
): Promise<string> {
  const { id: enrolmentId, course } = await requireSession(actor, courseSlug, activityId);
  const date = await findDate(db, { courseId: course.courseId, activityId, dateId });
  const told = await db.sessionParticipant.findUnique({
    where: { dateId_enrolmentId: { dateId, enrolmentId } },
    select: { sequence: true },
  });
  const isCancelled = date.cancelledAt !== null;
  const entry = entryOfDate({ ...date, sequence: told?.sequence ?? null, isCancelled }, i18nFor(language));
  return calendarFile({ entries: [entry] });
}
