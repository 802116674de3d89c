import { enrolmentsInAttempt } from "#app/assessment/open-attempts.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { versionContent } from "#app/learning/course-move.server.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import { progressOf } from "#app/learning/progress.server.ts";
import { findMove, offerIn } from "#app/learning/version-move.server.ts";
import { versionChanges } from "#app/library/carry-over.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

/**
 * What a learner meets who goes on with another version of her course: what is new, what is gone, what begins anew, and
 * what she has done that goes with her. `offer` is null when there is none (any more). Throws NotFoundError when she is
 * not enrolled.
 */
export async function offeredVersion(actor: Actor, courseSlug: string, language: Language) {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const { versionId, courseId, number, slug, label } = enrolment.course;
  const offer = offerIn(await findMove(courseId), { ...enrolment, number });
  const { text } = await getCourseText(versionId, language);
  const heading = { slug, title: text.course.title, label, offer };
  if (!offer) return { ...heading, changes: null };
  const [before, after] = [await versionContent(db, versionId), await versionContent(db, offer.toVersionId)];
  const { text: later } = await getCourseText(offer.toVersionId, language);
  const progress = await progressOf(enrolment.id);
  const { added, removed, restarted, kept } = versionChanges(before, after);
  const begun = new Set(progress.map(({ activityId }) => activityId));
  const done = new Set(progress.flatMap((row) => (row.completedAt ? [row.activityId] : [])));
  const titled = (ids: string[]) =>
    ids.map((id) => later.activities[id]?.title ?? text.activities[id]?.title ?? id);
  return {
    ...heading,
    changes: {
      added: titled(added),
      removed: titled(removed),
      /** Only what she has begun begins anew. */
      restarted: titled(restarted.filter((id) => begun.has(id))),
      kept: titled(kept.filter((id) => done.has(id))),
      isInAttempt: (await enrolmentsInAttempt(db, courseId)).has(enrolment.id),
    },
  };
}
