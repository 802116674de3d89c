import type { Actor } from "#app/identity/actor.ts";
import { standingColumns, standingOf } from "#app/library/course-standing.server.ts";
import { getCourseText, getCourseVersion } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { type Due, earliestDue } from "./due.ts";
import { closedFor, type ClosedCourse, isGoingOn } from "./enrolment.server.ts";
import { isUsedUp, nextStep, pathOf, type PathStep, waitsForGrading } from "./path.ts";
import { progressOf } from "./progress.server.ts";
import { findMove, offerIn, type VersionOffer } from "./version-move.server.ts";

export type MyCourse = {
  slug: string;
  title: string;
  summary: string;
  isTitleFallback: boolean;
  completedAt: Date | null;
  /** Null while the course is offered; otherwise what she may still do in it. */
  closed: ClosedCourse;
  /** Another version that she has not yet said she does not want. */
  offer: VersionOffer | null;
  requiredDone: number;
  requiredTotal: number;
  minutesLeft: number;
  next: { step: PathStep; title: string } | null;
  /** A required quiz whose attempts are used up, when nothing else can be done. */
  usedUp: { step: PathStep; title: string } | null;
  /** A required assignment that a person has still to grade, when nothing else can be done. */
  waiting: { step: PathStep; title: string } | null;
  /** A required step whose days do not allow it, when nothing else can be done. */
  outside: { step: PathStep; title: string } | null;
  /** What should be done first by a day, with that day. */
  due: (Due & { title: string }) | null;
};

/** The actor's courses with their progress and next step, the ones under way first. */
export async function listMyCourses(actor: Actor, language: Language): Promise<MyCourse[]> {
  const enrolments = await db.enrolment.findMany({
    where: { userId: actor.id },
    orderBy: { enrolledAt: "asc" },
    select: {
      id: true,
      courseVersionId: true,
      enrolledAt: true,
      startedAt: true,
      completedAt: true,
      keptFromId: true,
      course: { select: standingColumns },
    },
  });
  const courses = await Promise.all(
    enrolments.map(
      async ({ id, courseVersionId, enrolledAt, startedAt, completedAt, keptFromId, course: row }) => {
        const [course, { text, isFallback }, progress] = await Promise.all([
          getCourseVersion(courseVersionId),
          getCourseText(courseVersionId, language),
          progressOf(id),
        ]);
        const steps = pathOf(course.structure, progress);
        const required = steps.filter(({ activity }) => activity.required);
        const titled = (step: PathStep | null | undefined) =>
          step ? { step, title: text.activities[step.activity.id]?.title ?? step.activity.id } : null;
        const standing = standingOf(row);
        const closed = closedFor({ standing, startedAt });
        const move = completedAt ? null : await findMove(course.courseId);
        const offer = offerIn(move, { number: course.number, completedAt, standing });
        const next = isGoingOn(closed) ? titled(nextStep(steps)) : null;
        const due = isGoingOn(closed) ? earliestDue(steps, enrolledAt) : null;
        /** What is to be said where nothing can be done next. */
        const stuck = (isSo: (step: PathStep) => boolean) =>
          next || !isGoingOn(closed) ? null : titled(required.find(isSo));
        return {
          slug: course.slug,
          title: text.course.title,
          summary: text.course.summary,
          isTitleFallback: isFallback,
          completedAt,
          closed,
          offer: offer?.kind === "offered" && offer.toVersionId === keptFromId ? null : offer,
          requiredDone: required.filter(({ state }) => state === "done").length,
          requiredTotal: required.length,
          minutesLeft: required
            .filter(({ state }) => state !== "done")
            .reduce((sum, { activity }) => sum + activity.minutes, 0),
          next,
          usedUp: stuck(isUsedUp),
          waiting: stuck(waitsForGrading),
          outside: stuck((step) => step.outside !== null),
          due: due && { ...due, title: titled(due.step)?.title ?? "" },
        };
      },
    ),
  );
  return courses.sort((a, b) => Number(a.completedAt !== null) - Number(b.completedAt !== null));
}
