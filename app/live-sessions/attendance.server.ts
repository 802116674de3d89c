import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { markCompleted, markIncomplete } from "#app/learning/progress.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import type { SessionProof } from "#prisma/generated/enums.ts";

import { requireSession } from "./learner-session.server.ts";
import { codeTimes, isCodeOpen, shownCode } from "./session-code.ts";
import { findDate } from "./session-date.server.ts";
import { listSessionLearners } from "./session-learners.server.ts";
import { requireTaughtSession } from "./taught-session.server.ts";

/** Who was at a date, for those who teach the course, with the code to show. Throws like `requireTaughtSession`. */
export async function attendancePage(
  actor: Actor,
  courseSlug: string,
  { activityId, dateId }: { activityId: string; dateId: string },
  language: Language,
) {
  const { course, courseTitle, title } = await requireTaughtSession(actor, courseSlug, activityId, language);
  const { courseId } = course;
  const date = await findDate(db, { courseId, activityId, dateId });
  const [learners, rows] = await Promise.all([
    listSessionLearners(db, { courseId, activityId }),
    db.sessionParticipant.findMany({ where: { dateId } }),
  ]);
  const rowOf = new Map(rows.map((row) => [row.enrolmentId, row]));
  return {
    slug: course.slug,
    courseTitle,
    activityId,
    title,
    date: {
      id: date.id,
      startsAt: date.startsAt,
      endsAt: date.endsAt,
      isCancelled: date.cancelledAt !== null,
      isBegun: codeTimes(date).opensAt <= clock.now(),
      isOver: date.endsAt <= clock.now(),
    },
    code: shownCode(date.code),
    codeTimes: codeTimes(date),
    learners: learners
      .filter(({ hasActivity, enrolmentId }) => hasActivity || rowOf.get(enrolmentId)?.presentAt)
      .map(({ enrolmentId, name, email, isDone }) => {
        const row = rowOf.get(enrolmentId);
        const isPresent = Boolean(row?.presentAt);
        return {
          enrolmentId,
          name: name || email,
          email,
          hasPlace: Boolean(row?.takenAt),
          isPresent,
          byCode: row?.presentBy === "code",
          isDoneElsewhere: isDone && !isPresent,
        };
      })
      // Who has taken a place is looked for first.
      .sort((a, b) => Number(b.hasPlace) - Number(a.hasPlace)),
  };
}

/** Enrolments that the form ticks, and those that were ticked when it was made: only differences are the trainer's. */
export type Ticks = { present: string[]; before: string[] };

/**
 * Notes who was at a date and takes back what was wrong; returns the enrolments that may have completed their course.
 * What learners have noted by the code while the trainer had the page open stays. Throws ConflictError before the code is
 * taken. Serializable callers only. The caller has checked that the actor may.
 */
export async function noteAttendanceIn(
  tx: Transaction,
  actor: Actor,
  key: { courseId: string; courseSlug: string; activityId: string; dateId: string },
  { present, before }: Ticks,
): Promise<string[]> {
  const { courseSlug, activityId, dateId } = key;
  const date = await findDate(tx, key);
  if (date.cancelledAt) throw new ConflictError("sessions.alreadyCancelled");
  if (clock.now() < codeTimes(date).opensAt) throw new ConflictError("sessions.tooEarly");
  const learners = await listSessionLearners(tx, key);
  const detail = { course: courseSlug, activity: activityId, date: dateId };
  const completed: string[] = [];
  for (const { enrolmentId, userId, hasActivity } of learners) {
    const [isTicked, wasTicked] = [present.includes(enrolmentId), before.includes(enrolmentId)];
    if (isTicked && !wasTicked && hasActivity) {
      await notePresence(tx, { dateId, enrolmentId, activityId }, "trainer");
      await recordAudit(tx, actor, "attendance.noted", `user:${userId}`, detail);
      completed.push(enrolmentId);
    } else if (!isTicked && wasTicked) {
      await takePresenceBack(tx, { dateId, enrolmentId, activityId });
      await recordAudit(tx, actor, "attendance.takenBack", `user:${userId}`, detail);
    }
  }
  return completed;
}

type Presence = { dateId: string; enrolmentId: string; activityId: string };

async function notePresence(
  tx: Transaction,
  { dateId, enrolmentId, activityId }: Presence,
  presentBy: SessionProof,
): Promise<void> {
  const key = { dateId_enrolmentId: { dateId, enrolmentId } };
  const known = await tx.sessionParticipant.findUnique({ where: key, select: { presentAt: true } });
  if (!known?.presentAt) {
    const data = { presentAt: clock.now(), presentBy };
    await tx.sessionParticipant.upsert({
      where: key,
      update: data,
      create: { dateId, enrolmentId, ...data },
    });
  }
  await markCompleted(tx, enrolmentId, activityId);
}

/** Opens the activity again unless she was at another date. A course once completed stays so. */
async function takePresenceBack(
  tx: Transaction,
  { dateId, enrolmentId, activityId }: Presence,
): Promise<void> {
  await tx.sessionParticipant.updateMany({
    where: { dateId, enrolmentId },
    data: { presentAt: null, presentBy: null },
  });
  const elsewhere = await tx.sessionParticipant.count({
    where: { enrolmentId, presentAt: { not: null }, date: { activityId } },
  });
  const enrolment = await tx.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  if (elsewhere === 0 && !enrolment.completedAt) await markIncomplete(tx, enrolmentId, activityId);
}

/** What typing the code came to: her enrolment, or why it is not taken. */
type CodeOutcome = { enrolmentId: string } | { refused: "sessions.codeClosed" | "sessions.codeWrong" };

/**
 * Notes that the actor is at the date whose code she types, whatever is to be done before: she is there. Serializable
 * callers only. Throws like `requireSession`.
 */
export async function enterCodeIn(
  tx: Transaction,
  actor: Actor,
  { courseSlug, activityId, digits }: { courseSlug: string; activityId: string; digits: string },
): Promise<CodeOutcome> {
  const { id: enrolmentId, course } = await requireSession(actor, courseSlug, activityId, tx);
  const dates = await tx.sessionDate.findMany({ where: { courseId: course.courseId, activityId } });
  const open = dates.filter((date) => isCodeOpen(date, clock.now()));
  if (open.length === 0) return { refused: "sessions.codeClosed" };
  const date = open.find(({ code }) => code === digits);
  if (!date) return { refused: "sessions.codeWrong" };
  await notePresence(tx, { dateId: date.id, enrolmentId, activityId }, "code");
  return { enrolmentId };
}
