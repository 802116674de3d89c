import { randomInt } from "node:crypto";

import type { Actor } from "#app/identity/actor.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import type { SessionDate } from "#prisma/generated/client.ts";

import { inviteToSession } from "./jobs.ts";
import { sessionDateFields, type SessionDateForm, sessionDateForm } from "./session-date-form.ts";
import { requireTaughtSession, taughtSessions } from "./taught-session.server.ts";

/** The live sessions of a course with their dates, earliest first. Throws like `taughtSessions`. */
export async function sessionDatesPage(actor: Actor, courseSlug: string, language: Language) {
  const { course, courseTitle, sessions } = await taughtSessions(actor, courseSlug, language);
  const dates = await db.sessionDate.findMany({
    where: { courseId: course.courseId },
    orderBy: { startsAt: "asc" },
    include: { participants: { select: { takenAt: true, presentAt: true } } },
  });
  return {
    slug: course.slug,
    courseTitle,
    sessions: sessions.map((session) => ({
      ...session,
      dates: dates
        .filter(({ activityId }) => activityId === session.id)
        .map(({ participants, ...date }) => ({
          id: date.id,
          startsAt: date.startsAt,
          endsAt: date.endsAt,
          place: date.place,
          link: date.link,
          places: date.places,
          isCancelled: date.cancelledAt !== null,
          isBegun: date.startsAt <= clock.now(),
          taken: participants.filter(({ takenAt }) => takenAt).length,
          present: participants.filter(({ presentAt }) => presentAt).length,
        })),
    })),
  };
}

/** A live session with one of its dates as its form has it, or without for a new one. Throws like `requireTaughtSession`. */
export async function sessionDatePage(
  actor: Actor,
  courseSlug: string,
  { activityId, dateId }: { activityId: string; dateId: string | null },
  language: Language,
) {
  const { course, courseTitle, title } = await requireTaughtSession(actor, courseSlug, activityId, language);
  const date = dateId === null ? null : await findDate(db, { courseId: course.courseId, activityId, dateId });
  return {
    slug: course.slug,
    courseTitle,
    activityId,
    title,
    date: date && {
      id: date.id,
      startsAt: date.startsAt,
      endsAt: date.endsAt,
      isCancelled: date.cancelledAt !== null,
      isBegun: date.startsAt <= clock.now(),
    },
    fields: date ? sessionDateFields(date) : {},
  };
}

/** A date of an activity. Throws NotFoundError. */
export async function findDate(
  client: Transaction,
  { courseId, activityId, dateId }: { courseId: string; activityId: string; dateId: string },
): Promise<SessionDate> {
  const date = await client.sessionDate.findFirst({ where: { id: dateId, courseId, activityId } });
  if (!date) throw new NotFoundError();
  return date;
}

/**
 * Takes the form of a date, a new one where `dateId` is null; what is wrong in it, or its id. Those whose calendar holds
 * it are told of what has changed. Throws like `requireTaughtSession`, and ConflictError for one that is cancelled.
 */
export async function submitDate(
  actor: Actor,
  courseSlug: string,
  { activityId, dateId }: { activityId: string; dateId: string | null },
  fields: Fields,
  language: Language,
): Promise<{ errors: FormErrors; typed: Record<string, string> } | { dateId: string }> {
  const { course } = await requireTaughtSession(actor, courseSlug, activityId, language);
  const { values, errors, typed } = parseFields(fields, sessionDateForm);
  if (errors) return { errors, typed };
  const key = { courseId: course.courseId, activityId };
  if (dateId === null) {
    const id = newId();
    await db.sessionDate.create({
      data: { id, ...key, ...values, code: newCode(), createdAt: clock.now() },
    });
    await bringUpToDate(key);
    return { dateId: id };
  }
  const refused = await serializable((tx) => changeDate(tx, { ...key, dateId }, values));
  if (refused) return { errors: refused, typed };
  await bringUpToDate(key);
  return { dateId };
}

/** Serializable callers only: somebody may be taking a place at this moment. */
async function changeDate(
  tx: Transaction,
  key: Parameters<typeof findDate>[1],
  form: SessionDateForm,
): Promise<FormErrors | null> {
  const before = await findDate(tx, key);
  if (before.cancelledAt) throw new ConflictError("sessions.alreadyCancelled");
  const now = clock.now();
  if (before.startsAt > now && form.startsAt <= now) return { day: "sessions.movedIntoPast" };
  const taken = await tx.sessionParticipant.count({
    where: { dateId: before.id, takenAt: { not: null } },
  });
  if (form.places !== null && taken > form.places) return { places: "sessions.placesTaken" };
  const isMoved =
    before.startsAt.getTime() !== form.startsAt.getTime() ||
    before.endsAt.getTime() !== form.endsAt.getTime() ||
    before.place !== form.place ||
    before.link !== form.link;
  await tx.sessionDate.update({
    where: { id: before.id },
    data: { ...form, version: before.version + (isMoved ? 1 : 0) },
  });
  return null;
}

/**
 * Cancels a date that has not begun, once the form's box is ticked; those concerned are told. Returns what is wrong in the
 * form. Throws like `submitDate`.
 */
export async function cancelDate(
  actor: Actor,
  courseSlug: string,
  { activityId, dateId }: { activityId: string; dateId: string },
  fields: Fields,
  language: Language,
): Promise<FormErrors | null> {
  const { course } = await requireTaughtSession(actor, courseSlug, activityId, language);
  const date = await findDate(db, { courseId: course.courseId, activityId, dateId });
  if (fields.confirm !== "yes") return { confirm: "sessions.cancelUnconfirmed" };
  if (date.startsAt <= clock.now()) throw new ConflictError("sessions.alreadyBegun");
  await db.sessionDate.updateMany({
    where: { id: dateId, cancelledAt: null },
    data: { cancelledAt: clock.now() },
  });
  await bringUpToDate({ courseId: course.courseId, activityId });
  return null;
}

/** Gives a date another code, when the old one has got out of the room. Throws like `submitDate`. */
export async function renewCode(
  actor: Actor,
  courseSlug: string,
  { activityId, dateId }: { activityId: string; dateId: string },
  language: Language,
): Promise<void> {
  const { course } = await requireTaughtSession(actor, courseSlug, activityId, language);
  const date = await findDate(db, { courseId: course.courseId, activityId, dateId });
  await db.sessionDate.update({ where: { id: date.id }, data: { code: newCode() } });
}

/** After the commit. What a crash leaves undone here, `sweep-sessions` finds. */
export async function bringUpToDate(key: { courseId: string; activityId: string }): Promise<void> {
  // A key of its own each time: one that is at work already may have read what has changed since.
  await enqueue(inviteToSession, key, newId());
}

function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
