import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import type { MoveChoice } from "#app/learning/version-move.server.ts";
import { requireUnarchived } from "#app/library/course-standing.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { RefusalError } from "#app/platform/errors.ts";
import { log } from "#app/platform/log.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import type { PlannedPublication } from "#prisma/generated/client.ts";

import {
  type DraftCheck,
  checkDraft,
  fine,
  publishAs,
  requireStillWritten,
} from "./draft-publication.server.ts";
import type { DraftPublicationForm } from "./draft-form.ts";
import { draftFolder, requireDraft } from "./draft.server.ts";
import { publishDraftAt } from "./jobs.ts";

type PublicationPlan = DraftPublicationForm & { publishAt: Date };

/**
 * Plans to publish a draft, in place of what was planned before. It is checked as it is now, and from then on nobody
 * writes in it; it is checked again at its time, because questions, facts and days go on. What is found now stops the
 * plan as it would stop `publishDraft`. Sending the form twice plans once. Throws like `requireDraft`.
 */
export async function planPublication(
  actor: Actor,
  courseSlug: string,
  { publication, learners, moveAt, publishAt, anyway }: PublicationPlan,
): Promise<DraftCheck> {
  const draft = await requireDraft(actor, courseSlug);
  const written = await draftFolder(draft);
  const check = await checkDraft(actor, courseSlug);
  if (check.faults.length > 0 || (check.warnings.length > 0 && !anyway)) return check;
  const { courseId, slug } = draft.course;
  const planned = {
    versionId: publication,
    publishAt,
    learners,
    moveAt: learners === "require" ? (moveAt ?? null) : null,
    plannedAt: clock.now(),
    plannedById: actor.id,
    refusedAt: null,
  };
  // Serializable: what was checked has to be what nobody changes from now on.
  await serializable(async (tx) => {
    await requireUnarchived(tx, courseId);
    await requireStillWritten(tx, courseId, written);
    await tx.plannedPublication.upsert({
      where: { courseId },
      update: planned,
      create: { courseId, ...planned },
    });
    const detail = { course: slug, at: publishAt.toISOString() };
    await recordAudit(tx, actor, "publication.planned", `course:${courseId}`, detail);
  });
  await dispatch(planned);
  return fine;
}

/** Gives up what was planned; the draft can be written in again. Repeating it changes nothing. Throws like `requireDraft`. */
export async function cancelPublication(actor: Actor, courseSlug: string): Promise<void> {
  const { course } = await requireDraft(actor, courseSlug);
  const { courseId, slug } = course;
  await db.$transaction(async (tx) => {
    const { count } = await tx.plannedPublication.deleteMany({ where: { courseId } });
    if (count > 0)
      await recordAudit(tx, actor, "publication.cancelled", `course:${courseId}`, { course: slug });
  });
}

/**
 * Publishes what was planned, when its time has come. If something is wrong with it by now, it is not published, its
 * trainers are told once by mail, and the draft can be written in again. Safe to repeat: a plan that is done, given up or
 * refused is left alone.
 */
export async function performPublication(versionId: string): Promise<void> {
  const plan = await db.plannedPublication.findUnique({
    where: { versionId },
    include: { draft: { select: { createdAt: true, course: { select: { slug: true } } } } },
  });
  if (!plan || plan.refusedAt || plan.publishAt > clock.now()) return;
  const { createdAt, course } = plan.draft;
  const draft = { course: await getCurrentCourse(course.slug), createdAt };
  const form = {
    publication: versionId,
    learners: plan.learners as MoveChoice["learners"],
    moveAt: plan.moveAt,
    anyway: "yes" as const,
  };
  const isStopped = await publishAs(null, draft, form).then(
    ({ faults }) => faults.length > 0,
    (error: unknown) => {
      if (error instanceof RefusalError) return true;
      throw error;
    },
  );
  if (isStopped) await refuse(plan, course.slug);
}

async function refuse({ versionId, courseId, plannedById }: PlannedPublication, slug: string): Promise<void> {
  const mails = await db.$transaction(async (tx) => {
    const { count } = await tx.plannedPublication.updateMany({
      where: { versionId, refusedAt: null },
      data: { refusedAt: clock.now() },
    });
    if (count === 0) return [];
    await recordAudit(tx, null, "publication.refused", `course:${courseId}`, { course: slug });
    const people = await tx.user.findMany({
      where: { deactivatedAt: null, OR: [{ id: plannedById ?? "" }, { teaches: { some: { courseId } } }] },
      select: { id: true },
    });
    const ids: string[] = [];
    for (const { id } of people) {
      const mail = { recipientId: id, template: "plan-refused" as const, data: { courseSlug: slug } };
      ids.push(await requestMail(tx, { ...mail, dedupeKey: `plan-refused:${versionId}:${id}` }));
    }
    return ids;
  });
  await Promise.all(mails.map((id) => dispatchMail(id)));
}

/** Publishes what a lost job left unpublished, and asks for what is to come. Safe to repeat. */
export async function sweepPublications(): Promise<void> {
  const plans = await db.plannedPublication.findMany({ where: { refusedAt: null } });
  for (const plan of plans) {
    if (plan.publishAt > clock.now()) await dispatch(plan);
    else
      await performPublication(plan.versionId).catch((error: unknown) =>
        log.error({ err: error, courseId: plan.courseId }, "a planned version was not published"),
      );
  }
}

async function dispatch({ versionId, publishAt }: Pick<PlannedPublication, "versionId" | "publishAt">) {
  await enqueue(publishDraftAt, { versionId }, versionId, publishAt.getTime() - clock.now().getTime());
}
