import { enrolmentsInAttempt } from "#app/assessment/open-attempts.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { chooseMove, dispatchMove, findMove } from "#app/learning/version-move.server.ts";
import { requireUnarchived } from "#app/library/course-standing.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { type Fields, parseFields } from "#app/platform/form-fields.ts";

import { versionMoveForm } from "./draft-form.ts";

export type LearnerBehind = {
  enrolmentId: string;
  name: string;
  label: string;
  /** In the middle of a test, which she finishes first. */
  isInAttempt: boolean;
  /** She was offered the version and stays on hers. */
  hasDeclined: boolean;
};

/**
 * Learners under way who are not on the current version, by name, and what was said for them. Throws like
 * `requireTeaching`.
 */
export async function learnersBehind(actor: Actor, courseSlug: string) {
  const { courseId, versionId, number, label } = await requireTeaching(actor, courseSlug);
  const [move, rows, busy] = await Promise.all([
    findMove(courseId),
    db.enrolment.findMany({
      where: { courseId, completedAt: null, courseVersion: { number: { lt: number } } },
      select: {
        id: true,
        keptFromId: true,
        user: { select: { name: true, email: true } },
        courseVersion: { select: { label: true } },
      },
    }),
    enrolmentsInAttempt(db, courseId),
  ]);
  const behind = rows.map(({ id, keptFromId, user, courseVersion }): LearnerBehind => ({
    enrolmentId: id,
    name: user.name || user.email,
    label: courseVersion.label,
    isInAttempt: busy.has(id),
    hasDeclined: move?.kind === "offered" && keptFromId === move.toVersionId,
  }));
  return {
    label,
    behind: behind.sort((a, b) => a.name.localeCompare(b.name)),
    /** An offer of an earlier version is none of this one. */
    move: move && { kind: move.kind, moveAt: move.moveAt, label: move.toVersion.label },
    isMoveToCurrent: move?.toVersionId === versionId,
  };
}

/**
 * Takes the form that says what becomes of learners behind the current version; its faults with what was typed, or null
 * when it is done. Throws like `requireTeaching`, and ConflictError for an archived course.
 */
export async function submitMove(actor: Actor, courseSlug: string, fields: Fields) {
  const { courseId, slug, versionId } = await requireTeaching(actor, courseSlug);
  const { values, errors, typed } = parseFields(fields, versionMoveForm);
  if (errors) return { errors, typed };
  // Serializable: another trainer may choose otherwise at this moment, and learners are completing the course.
  await serializable(async (tx) => {
    await requireUnarchived(tx, courseId);
    await chooseMove(tx, { courseId, slug, toVersionId: versionId }, values);
    const detail = { course: slug, learners: values.learners, at: values.moveAt?.toISOString() ?? null };
    await recordAudit(tx, actor, "move.chosen", `course:${courseId}`, detail);
  });
  await dispatchMove(courseId);
  return null;
}
