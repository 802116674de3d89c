import { clock } from "#app/platform/clock.ts";
import type { Actor } from "#app/identity/actor.ts";
import { getCourseText, getCourseVersion } from "#app/library/published-course.server.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { ownDates } from "./own-dates.ts";

/** A date of a live session that is a learner's own. */
export type Appointment = {
  id: string;
  courseId: string;
  activityId: string;
  startsAt: Date;
  endsAt: Date;
  sequence: number | null;
};

/** All dates of a learner's own that end after `since`, earliest first: what is to come, and what was in her calendar. */
export async function listAppointments(userId: string, since: Date): Promise<Appointment[]> {
  const enrolments = await db.enrolment.findMany({
    where: { userId },
    select: {
      id: true,
      courseId: true,
      courseVersionId: true,
      completedAt: true,
      progress: { where: { completedAt: { not: null } }, select: { activityId: true } },
    },
  });
  const rows = await db.sessionDate.findMany({
    where: {
      courseId: { in: enrolments.map(({ courseId }) => courseId) },
      endsAt: { gt: since },
      cancelledAt: null,
    },
    include: { participants: { where: { enrolmentId: { in: enrolments.map(({ id }) => id) } } } },
  });
  const now = clock.now();
  const found: Appointment[] = [];
  for (const { courseId, courseVersionId, completedAt, progress } of enrolments) {
    const { structure } = await getCourseVersion(courseVersionId);
    for (const activity of visibleOutline(structure.course.outline)) {
      if (activity.kind !== "session") continue;
      const isDone = progress.some(({ activityId }) => activityId === activity.id);
      const dates = rows
        .filter((row) => row.courseId === courseId && row.activityId === activity.id)
        .map((row) => ({ ...row, isTaken: Boolean(row.participants[0]?.takenAt) }));
      const coming = isDone ? [] : ownDates(dates, { now, isUnderWay: completedAt === null });
      const earlier = dates.filter(({ startsAt, isTaken, participants: [own] }) => {
        return startsAt <= now && (isTaken || own?.invitedVersion != null || own?.presentAt != null);
      });
      found.push(
        ...[...earlier, ...coming].map((date) => ({
          id: date.id,
          courseId,
          activityId: activity.id,
          startsAt: date.startsAt,
          endsAt: date.endsAt,
          sequence: date.participants[0]?.sequence ?? null,
        })),
      );
    }
  }
  return found.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** The dates of the courses that somebody teaches, for her calendar. */
export async function listTaughtAppointments(userId: string, since: Date): Promise<Appointment[]> {
  const rows = await db.sessionDate.findMany({
    where: { course: { trainers: { some: { userId } } }, endsAt: { gt: since }, cancelledAt: null },
    orderBy: { startsAt: "asc" },
  });
  return rows.map(({ id, courseId, activityId, startsAt, endsAt, version }) => {
    return { id, courseId, activityId, startsAt, endsAt, sequence: version };
  });
}

/** The actor's dates to come, with the titles of what they belong to; of one course where `courseSlug` names it. */
export async function comingAppointments(actor: Actor, language: Language, courseSlug?: string) {
  const appointments = await listAppointments(actor.id, clock.now());
  if (appointments.length === 0) return [];
  const enrolments = await db.enrolment.findMany({
    where: { userId: actor.id, course: courseSlug === undefined ? undefined : { slug: courseSlug } },
    select: { courseId: true, courseVersionId: true, course: { select: { slug: true } } },
  });
  const texts = new Map<string, { slug: string; titles: Record<string, { title: string }> }>();
  for (const { courseId, courseVersionId, course } of enrolments) {
    const { text } = await getCourseText(courseVersionId, language);
    texts.set(courseId, { slug: course.slug, titles: text.activities });
  }
  return appointments.flatMap(({ id, courseId, activityId, startsAt, endsAt }) => {
    const course = texts.get(courseId);
    if (!course) return [];
    const title = course.titles[activityId]?.title ?? activityId;
    return [{ id, courseSlug: course.slug, activityId, title, startsAt, endsAt }];
  });
}

export type ComingAppointment = Awaited<ReturnType<typeof comingAppointments>>[number];
