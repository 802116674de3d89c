import type { Actor } from "#app/identity/actor.ts";
import type { PackageActivity } from "#app/library/course-format.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getPackagePlace } from "#app/library/package-places.server.ts";
import {
  getCourseText,
  getCourseVersion,
  type PublishedCourse,
} from "#app/library/published-course.server.ts";
import { getPackageVersion } from "#app/library/stored-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { resultIn } from "./boot.server.ts";
import { countingAttempt } from "./counting-attempt.ts";
import { isOver } from "./launch.server.ts";
import { packageAt } from "./package-place.server.ts";
import type { LaunchPlace } from "./place.ts";
import { whyNotComplete } from "./why-not-complete.ts";

/** A package for its learner: what it asks, how it stands, what may be done now. Throws like `packageAt`. */
export async function packageStatus(actor: Actor, place: LaunchPlace, language: Language) {
  const { enrolment, activity } = await packageAt(actor, place);
  return statusOf(enrolment, activity, place, language);
}

/** The same of a learner for the trainers of the course. Throws NotFoundError, and like `requireTeaching`. */
export async function learnersPackageStatus(
  actor: Actor,
  place: LaunchPlace,
  enrolmentId: string,
  language: Language,
) {
  const { courseId } = await requireTeaching(actor, place.courseSlug);
  const row = await db.enrolment.findFirst({ where: { id: enrolmentId, courseId } });
  if (!row) throw new NotFoundError();
  const course = await getCourseVersion(row.courseVersionId);
  const { activity } = await getPackagePlace(course, place, language);
  return statusOf({ id: enrolmentId, course }, activity, place, language);
}

async function statusOf(
  enrolment: { id: string; course: PublishedCourse },
  activity: PackageActivity | null,
  place: LaunchPlace,
  language: Language,
) {
  const { course } = enrolment;
  const [{ text }, { title, minutes, packageName }] = await Promise.all([
    getCourseText(course.versionId, language),
    getPackagePlace(course, place, language),
  ]);
  const rows = await db.runAttempt.findMany({
    where: { enrolmentId: enrolment.id, activityId: place.activityId, packageName },
    orderBy: { number: "asc" },
    include: { activities: true },
  });
  const attempts = rows.map((row) => ({ number: row.number, startedAt: row.startedAt, ...resultIn(row) }));
  const counting = countingAttempt(attempts, activity?.scoring ?? "best");
  const last = rows.at(-1) ?? null;
  const isDone = rows.some(({ completedAt }) => completedAt !== null);
  return {
    courseSlug: course.slug,
    courseTitle: text.course.title,
    title,
    minutes,
    rule: activity?.complete ?? null,
    state: isDone ? ("done" as const) : last ? ("begun" as const) : ("none" as const),
    attempts: attempts.map((attempt) => ({ ...attempt, isCounting: attempt === counting })),
    ...permits(activity, rows.length, last),
    why: isDone
      ? []
      : whyNotComplete(i18nFor(language), {
          rule: activity?.complete ?? "auto",
          attempt: last && {
            ...resultIn(last),
            number: last.number,
            structure: (await getPackageVersion(last.packageVersionId)).structure,
            parts: new Map(last.activities.map((row) => [row.activity, resultIn(row)])),
            heardAt: await lastHeardAt(last.id),
          },
        }),
  };
}

/** What `openLaunch` would allow. */
function permits(
  activity: PackageActivity | null,
  count: number,
  last: { closedAt: Date | null; completedAt: Date | null; completion: string } | null,
) {
  const attemptsAllowed = activity?.attempts ?? null;
  const attemptsLeft = attemptsAllowed === null ? null : Math.max(0, attemptsAllowed - count);
  const isOpen = last !== null && last.closedAt === null;
  const canBegin = attemptsLeft !== 0;
  return {
    attemptsAllowed,
    attemptsLeft,
    can: {
      play: isOpen ? !isOver(last) : canBegin,
      review: isOpen && isOver(last),
      beginNew: isOpen && canBegin,
    },
  };
}

async function lastHeardAt(attemptId: string): Promise<Date | null> {
  const record = await db.runRecord.findFirst({
    where: { launch: { attemptId } },
    orderBy: { receivedAt: "desc" },
    select: { receivedAt: true },
  });
  return record?.receivedAt ?? null;
}
