import type { Actor } from "#app/identity/actor.ts";
import { countLearnersOn } from "#app/learning/course-move.server.ts";
import { courseStanding } from "#app/library/course-standing.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { type VersionOrigin, versionOrigin } from "#app/library/folder-version.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

export type ListedVersion = {
  number: number;
  label: string;
  publishedAt: Date;
  origin: VersionOrigin;
  learners: number;
  /** Of the learners. */
  completed: number;
  isCurrent: boolean;
};

/** Every version of a course, the latest first. Throws like `requireTeaching`. */
export async function courseVersions(actor: Actor, courseSlug: string, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const [{ text }, rows, draft] = await Promise.all([
    getCourseText(course.versionId, language),
    db.courseVersion.findMany({
      where: { courseId: course.courseId },
      orderBy: { number: "desc" },
      select: { id: true, number: true, label: true, importedAt: true, contentHash: true },
    }),
    db.courseDraft.findUnique({
      where: { courseId: course.courseId },
      select: { plan: { select: { publishAt: true, refusedAt: true } } },
    }),
  ]);
  const ids = rows.map(({ id }) => id);
  const [learners, completed] = [
    await countLearnersOn(ids),
    await countLearnersOn(ids, { isCompleted: true }),
  ];
  return {
    slug: course.slug,
    title: text.course.title,
    hasDraft: draft !== null,
    /** When the draft is to be published; null where nobody has planned it. */
    plannedAt: draft?.plan && !draft.plan.refusedAt ? draft.plan.publishAt : null,
    standing: await courseStanding(course.courseId),
    versions: rows.map(({ id, number, label, importedAt, contentHash }): ListedVersion => ({
      number,
      label,
      publishedAt: importedAt,
      origin: versionOrigin(contentHash),
      learners: learners.get(id) ?? 0,
      completed: completed.get(id) ?? 0,
      isCurrent: id === course.versionId,
    })),
  };
}
