import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { countLearners } from "#app/learning/course-move.server.ts";
import {
  type CourseStanding,
  courseStanding,
  standingColumns,
  standingOf,
  writeStanding,
} from "#app/library/course-standing.server.ts";
import { listArchivedCourses, requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { type StandingChange, standingForm } from "./course-standing-form.ts";

/** Whether a course is offered, and how many people a change concerns. Throws like `requireTeaching`. */
export async function standingPage(actor: Actor, courseSlug: string, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const [{ text }, row, learners] = await Promise.all([
    getCourseText(course.versionId, language),
    db.course.findUniqueOrThrow({
      where: { id: course.courseId },
      select: { ...standingColumns, draft: { select: { plan: { select: { publishAt: true } } } } },
    }),
    countLearners(course.courseId),
  ]);
  return {
    slug: course.slug,
    title: text.course.title,
    standing: standingOf(row),
    /** What a restored course is. */
    wasUnpublished: row.unpublishedAt !== null,
    since: row.archivedAt ?? row.unpublishedAt,
    hasPlan: row.draft?.plan !== null && row.draft?.plan !== undefined,
    learners,
  };
}

/** Takes the form; what is wrong in it, or null when it is done. Throws like `requireTeaching`. */
export async function submitStanding(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<FormErrors | null> {
  await requireTeaching(actor, courseSlug);
  const { values, errors } = parseFields(fields, standingForm);
  if (errors?.change) throw new ConflictError("authoring.formDamaged");
  if (errors) return errors;
  await changeStanding(actor, courseSlug, values.change);
  return null;
}

/** From where each leads; repeated from where it leads to, it changes nothing. */
const begins: Record<StandingChange, CourseStanding[]> = {
  unpublish: ["offered"],
  publish: ["unpublished"],
  archive: ["offered", "unpublished"],
  restore: ["archived"],
};

const audited = {
  unpublish: "course.unpublished",
  publish: "course.offered",
  archive: "course.archived",
  restore: "course.restored",
} as const;

/**
 * Unpublishes a course ("publish" is the opposite) or archives it ("restore"). Nothing that a learner did is changed, and
 * certificates stay valid. Archiving gives up what was planned for it. Throws like `requireTeaching`.
 */
export async function changeStanding(
  actor: Actor,
  courseSlug: string,
  change: StandingChange,
): Promise<void> {
  const { courseId, slug } = await requireTeaching(actor, courseSlug);
  const now = clock.now();
  const written = {
    unpublish: { unpublishedAt: now },
    publish: { unpublishedAt: null },
    archive: { archivedAt: now },
    restore: { archivedAt: null },
  }[change];
  // Serializable: another trainer may do the same or the opposite at this moment.
  await serializable(async (tx) => {
    if (!begins[change].includes(await courseStanding(courseId, tx))) return;
    await writeStanding(tx, courseId, written);
    if (change === "archive") await tx.plannedPublication.deleteMany({ where: { courseId } });
    await recordAudit(tx, actor, audited[change], `course:${courseId}`, { course: slug });
  });
}

/** The archived courses that the actor may restore, by title. Throws ForbiddenError for a learner. */
export async function archivedCoursesPage(actor: Actor, language: Language) {
  const courses = await listArchivedCourses(actor);
  const titled = await Promise.all(
    courses.map(async ({ slug, courseId, versionId }) => {
      const [{ text }, row, learners] = await Promise.all([
        getCourseText(versionId, language),
        db.course.findUniqueOrThrow({ where: { id: courseId }, select: standingColumns }),
        countLearners(courseId),
      ]);
      return {
        slug,
        title: text.course.title,
        archivedAt: row.archivedAt as Date,
        learners: learners.waiting + learners.underWay + learners.completed,
      };
    }),
  );
  return titled.sort((a, b) => a.title.localeCompare(b.title, language));
}
