import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import {
  getCourseText,
  getCourseVersion,
  type PublishedCourse,
} from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

/**
 * The live sessions of a course that the actor teaches: those of its current version, then those that only learners on
 * an earlier version have. Throws like `requireTeaching`.
 */
export async function taughtSessions(actor: Actor, courseSlug: string, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const { text } = await getCourseText(course.versionId, language);
  const titles = new Map<string, string>();
  for (const versionId of await versionsInUse(course)) {
    const [{ structure }, words] = await Promise.all([
      getCourseVersion(versionId),
      getCourseText(versionId, language),
    ]);
    for (const { id, kind } of structure.course.outline) {
      if (kind === "session" && !titles.has(id)) titles.set(id, words.text.activities[id]?.title ?? id);
    }
  }
  return {
    course,
    courseTitle: text.course.title,
    sessions: [...titles].map(([id, title]) => ({ id, title })),
  };
}

/** One of them. Throws the same, and NotFoundError. */
export async function requireTaughtSession(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  language: Language,
) {
  const { course, courseTitle, sessions } = await taughtSessions(actor, courseSlug, language);
  const session = sessions.find(({ id }) => id === activityId);
  if (!session) throw new NotFoundError();
  return { course, courseTitle, ...session };
}

/** The current version first, then newer before older. */
async function versionsInUse({ courseId, versionId }: PublishedCourse): Promise<string[]> {
  const rows = await db.courseVersion.findMany({
    where: { courseId, id: { not: versionId }, enrolments: { some: {} } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return [versionId, ...rows.map(({ id }) => id)];
}
