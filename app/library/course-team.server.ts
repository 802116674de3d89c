import type { Actor } from "#app/identity/actor.ts";
import { isAdministrator, isTrainer, requireAdministrator } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { requireOpenTrainer, type Team, teamOf } from "#app/identity/team.server.ts";
import { teamForm } from "#app/identity/team-form.ts";
import { db } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import {
  getCourseText,
  getCurrentCourse,
  listCurrentCourses,
  type PublishedCourse,
} from "./published-course.server.ts";

/**
 * The current version of a course the actor may teach. Throws ForbiddenError for a learner, and NotFoundError for a
 * trainer of other courses: which courses there are is not hers to learn.
 */
export async function requireTeaching(actor: Actor, courseSlug: string): Promise<PublishedCourse> {
  if (!isAdministrator(actor) && !isTrainer(actor)) throw new ForbiddenError();
  if (isTrainer(actor)) {
    const membership = await db.courseTrainer.findFirst({
      where: { userId: actor.id, course: { slug: courseSlug } },
    });
    if (!membership) throw new NotFoundError();
  }
  return getCurrentCourse(courseSlug);
}

/**
 * The courses the actor may teach, archived ones left out; every such course for an administrator. Throws ForbiddenError
 * for a learner.
 */
export async function listTaughtCourses(actor: Actor): Promise<PublishedCourse[]> {
  return taughtAmong(actor, await listCurrentCourses({ isArchived: false }));
}

/** The archived ones. Throws the same. */
export async function listArchivedCourses(actor: Actor): Promise<PublishedCourse[]> {
  return taughtAmong(actor, await listCurrentCourses({ isArchived: true }));
}

async function taughtAmong(actor: Actor, courses: PublishedCourse[]): Promise<PublishedCourse[]> {
  if (isAdministrator(actor)) return courses;
  if (!isTrainer(actor)) throw new ForbiddenError();
  const memberships = await db.courseTrainer.findMany({
    where: { userId: actor.id },
    select: { courseId: true },
  });
  const ids = new Set(memberships.map(({ courseId }) => courseId));
  return courses.filter(({ courseId }) => ids.has(courseId));
}

/** What a course that the actor teaches is called. Throws like `requireTeaching`. */
export async function taughtCourseTitle(
  actor: Actor,
  courseSlug: string,
  language: Language,
): Promise<string> {
  const { versionId } = await requireTeaching(actor, courseSlug);
  return (await getCourseText(versionId, language)).text.course.title;
}

/** Who teaches a course. Only for administrators; throws ForbiddenError. */
export async function courseTeam(actor: Actor, courseSlug: string): Promise<Team> {
  const { courseId } = await requireStaffing(actor, courseSlug);
  return teamOf({ teaches: { some: { courseId } } });
}

/** Takes the form of a course's team; what is wrong in it, or null when it is done. Throws like `addTrainer`. */
export async function submitTeamChange(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<FormErrors | null> {
  await requireStaffing(actor, courseSlug);
  const { values, errors } = parseFields(fields, teamForm("teach.teamMissing"));
  if (errors) return errors;
  await (values.intent === "add" ? addTrainer : removeTrainer)(actor, courseSlug, values.person);
  return null;
}

/** Lets a trainer teach a course. Only for administrators. Throws NotFoundError when there is no such trainer. */
export async function addTrainer(actor: Actor, courseSlug: string, userId: string): Promise<void> {
  const { courseId, slug } = await requireStaffing(actor, courseSlug);
  await db.$transaction(async (tx) => {
    await requireOpenTrainer(tx, userId);
    await tx.courseTrainer.createMany({ data: { courseId, userId }, skipDuplicates: true });
    await recordAudit(tx, actor, "trainer.added", `user:${userId}`, { course: slug });
  });
}

/** The opposite of `addTrainer`. */
async function removeTrainer(actor: Actor, courseSlug: string, userId: string): Promise<void> {
  const { courseId, slug } = await requireStaffing(actor, courseSlug);
  await db.$transaction(async (tx) => {
    await tx.courseTrainer.deleteMany({ where: { courseId, userId } });
    await recordAudit(tx, actor, "trainer.removed", `user:${userId}`, { course: slug });
  });
}

async function requireStaffing(actor: Actor, courseSlug: string) {
  requireAdministrator(actor);
  return getCurrentCourse(courseSlug);
}

/** Who writes a course: its trainers and the administrators whose accounts are open, by name. */
export async function listCourseStaff(courseId: string): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({
    where: {
      deactivatedAt: null,
      OR: [{ role: "administrator" }, { role: "trainer", teaches: { some: { courseId } } }],
    },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/** Whom learners may write to about a course. */
export async function listTrainerContacts(courseId: string): Promise<{ name: string; email: string }[]> {
  return db.user.findMany({
    where: { teaches: { some: { courseId } }, deactivatedAt: null },
    orderBy: { name: "asc" },
    select: { name: true, email: true },
  });
}
