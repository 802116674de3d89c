import type { Actor } from "#app/identity/actor.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { shownDate } from "./learner-session.server.ts";
import { requireTaughtSession } from "./taught-session.server.ts";

/** A live session for its trainers, as a learner who has done nothing yet sees it. Throws like `requireTaughtSession`. */
export async function previewSession(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  language: Language,
) {
  const { course, courseTitle, title } = await requireTaughtSession(actor, courseSlug, activityId, language);
  const dates = await db.sessionDate.findMany({
    where: { courseId: course.courseId, activityId, endsAt: { gt: clock.now() } },
    orderBy: { startsAt: "asc" },
    include: { participants: true },
  });
  return { slug: course.slug, courseTitle, title, dates: dates.map((date) => shownDate(date, null)) };
}
