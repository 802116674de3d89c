import type { Actor } from "#app/identity/actor.ts";
import { isAdministrator, isTrainer } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";

import { getCurrentCourse, listCurrentCourses, type PublishedCourse } from "./published-course.server.ts";

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

/** The courses the actor may teach; every course for an administrator. Throws ForbiddenError for a learner. */
export async function listTaughtCourses(actor: Actor): Promise<PublishedCourse[]> {
  if (isAdministrator(actor)) return listCurrentCourses();
  if (!isTrainer(actor)) throw new ForbiddenError();
  const memberships = await db.courseTrainer.findMany({
    where: { userId: actor.id },
    select: { courseId: true },
  });
  const ids = new Set(memberships.map(({ courseId }) => courseId));
  return (await listCurrentCourses()).filter(({ courseId }) => ids.has(courseId));
}

export type CourseTeam = {
  trainers: { id: string; name: string; email: string }[];
  /** Trainers who could be added. */
  others: { id: string; name: string; email: string }[];
};

/** Who teaches a course. Only for administrators; throws ForbiddenError. */
export async function courseTeam(actor: Actor, courseSlug: string): Promise<CourseTeam> {
  const { courseId } = await requireStaffing(actor, courseSlug);
  const select = { id: true, name: true, email: true };
  const isStaff = { role: "trainer" as const, deactivatedAt: null };
  const [trainers, others] = await Promise.all([
    db.user.findMany({ where: { teaches: { some: { courseId } } }, orderBy: { name: "asc" }, select }),
    db.user.findMany({
      where: { ...isStaff, teaches: { none: { courseId } } },
      orderBy: { name: "asc" },
      select,
    }),
  ]);
  return { trainers, others };
}

/** Lets a trainer teach a course. Only for administrators. Throws NotFoundError when there is no such trainer. */
export async function addTrainer(actor: Actor, courseSlug: string, userId: string): Promise<void> {
  const { courseId, slug } = await requireStaffing(actor, courseSlug);
  await db.$transaction(async (tx) => {
    const trainer = await tx.user.findFirst({ where: { id: userId, role: "trainer" } });
    if (!trainer) throw new NotFoundError();
    await tx.courseTrainer.createMany({ data: { courseId, userId }, skipDuplicates: true });
    await recordAudit(tx, actor, "trainer.added", `user:${userId}`, { course: slug });
  });
}

/** The opposite of `addTrainer`. */
export async function removeTrainer(actor: Actor, courseSlug: string, userId: string): Promise<void> {
  const { courseId, slug } = await requireStaffing(actor, courseSlug);
  await db.$transaction(async (tx) => {
    await tx.courseTrainer.deleteMany({ where: { courseId, userId } });
    await recordAudit(tx, actor, "trainer.removed", `user:${userId}`, { course: slug });
  });
}

async function requireStaffing(actor: Actor, courseSlug: string) {
  if (!isAdministrator(actor)) throw new ForbiddenError();
  return getCurrentCourse(courseSlug);
}

/** Whom learners may write to about a course. */
export async function listTrainerContacts(courseId: string): Promise<{ name: string; email: string }[]> {
  return db.user.findMany({
    where: { teaches: { some: { courseId } }, deactivatedAt: null },
    orderBy: { name: "asc" },
    select: { name: true, email: true },
  });
}
