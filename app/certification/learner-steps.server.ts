import { submitAttemptIn } from "#app/assessment/attempt.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import { recordPageRead } from "#app/learning/progress.server.ts";
import { serializable } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { completeCourse } from "./completion.server.ts";
import { issueCertificate } from "./jobs.ts";

/** Notes that a page of a lesson was read. `next` is the page that follows, null after the last. */
export async function finishLessonPage(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  pageId: string,
): Promise<{ next: string | null; isLessonComplete: boolean; isCourseComplete: boolean }> {
  const { certificateId, ...step } = await serializable(async (tx) => {
    const enrolment = await enrolmentOf(actor, courseSlug, tx);
    const read = await recordPageRead(tx, enrolment, activityId, pageId);
    return { ...read, certificateId: read.isLessonComplete ? await completeCourse(tx, enrolment.id) : null };
  });
  await requestCertificate(certificateId);
  return { ...step, isCourseComplete: certificateId !== null };
}

/** Submits an attempt at a quiz; with the last rule met, the course is complete and the certificate asked for. */
export async function submitAttempt(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
): Promise<{ isPassed: boolean }> {
  const { certificateId, isPassed } = await serializable(async (tx) => {
    const result = await submitAttemptIn(tx, actor, courseSlug, activityId, number);
    return {
      ...result,
      certificateId: result.isPassed ? await completeCourse(tx, result.enrolmentId) : null,
    };
  });
  await requestCertificate(certificateId);
  return { isPassed };
}

/** After the commit: the queue has its own connection, so the job could start before its row is there. */
async function requestCertificate(certificateId: string | null) {
  if (certificateId) await enqueue(issueCertificate, { certificateId }, certificateId);
}
